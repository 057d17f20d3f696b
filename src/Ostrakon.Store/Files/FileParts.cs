namespace Ostrakon.Store.Files;

/// <summary>The parts of a file as one stream for reading. For one thread.</summary>
sealed class FileParts(long length, Func<long, CancellationToken, Task<byte[]?>> load) : Stream
{
    byte[] part = [];
    long loaded = -1, position;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get => position; set => position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value)); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length || buffer.Length == 0) return 0;
        var (number, at) = (position / FileStore.PartBytes, (int)(position % FileStore.PartBytes));
        if (number != loaded)
        {
            part = await load(number, cancellationToken) ?? throw new InvalidDataException("The file was removed from the store while it was read.");
            loaded = number;
        }
        var read = Math.Min(buffer.Length, part.Length - at);
        part.AsMemory(at, read).CopyTo(buffer);
        position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => position, _ => length };

    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
