namespace Ostrakon.Store.Files;

/// <summary>The parts of a file as one stream, for reading forward. For one thread.</summary>
sealed class FileParts(long length, Func<long, CancellationToken, Task<byte[]?>> load) : Stream
{
    byte[] part = [];
    int at;
    long number, position;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get => position; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position == length || buffer.Length == 0) return 0;
        if (at == part.Length)
        {
            part = await load(number++, cancellationToken) ?? throw new InvalidDataException("The file was removed from the store while it was read.");
            at = 0;
        }
        var read = Math.Min(buffer.Length, part.Length - at);
        part.AsMemory(at, read).CopyTo(buffer);
        at += read;
        position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
