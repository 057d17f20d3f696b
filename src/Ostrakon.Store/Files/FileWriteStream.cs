using System.Security.Cryptography;

namespace Ostrakon.Store.Files;

/// <summary>
/// A file on its way into the store: what is written to it goes there part by part. <see cref="EndAsync"/> gives the file; one that is disposed before
/// leaves nothing behind. For one thread.
/// </summary>
public sealed class FileWriteStream : Stream
{
    readonly string id;
    readonly Func<string, long, byte[], CancellationToken, Task> add;
    readonly Func<string, Task> remove;
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly byte[] part = new byte[FileStore.PartBytes];
    int filled;
    long number, bytes;
    bool ended;

    internal FileWriteStream(string id, Func<string, long, byte[], CancellationToken, Task> add, Func<string, Task> remove) => (this.id, this.add, this.remove) = (id, add, remove);

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => bytes;

    /// <inheritdoc/>
    public override long Position { get => bytes; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0)
        {
            var taken = Math.Min(buffer.Length, part.Length - filled);
            buffer[..taken].CopyTo(part.AsMemory(filled));
            filled += taken;
            bytes += taken;
            buffer = buffer[taken..];
            if (filled == part.Length) await AddPartAsync(cancellationToken);
        }
    }

    /// <summary>The whole file, in the store from now on until a record takes it up.</summary>
    public async Task<StoredFile> EndAsync(CancellationToken cancel)
    {
        if (filled > 0) await AddPartAsync(cancel);
        ended = true;
        return new(id, bytes, Convert.ToHexStringLower(hash.GetCurrentHash()));
    }

    async Task AddPartAsync(CancellationToken cancel)
    {
        hash.AppendData(part, 0, filled);
        await add(id, number++, filled == part.Length ? part : part[..filled], cancel);
        filled = 0;
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        hash.Dispose();
        if (!ended) await remove(id);
        ended = true;
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !ended) DisposeAsync().AsTask().GetAwaiter().GetResult();
        base.Dispose(disposing);
    }
}
