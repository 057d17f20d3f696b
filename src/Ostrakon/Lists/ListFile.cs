using System.Buffers;
using System.IO.Compression;

namespace Ostrakon.Lists;

/// <summary>
/// One file of a list as the user gave it, unpacked where it is gzipped. The content is held in memory, so the size is bounded:
/// no official list file comes near the limit, and a compression bomb is stopped at it. Immutable.
/// </summary>
/// <param name="Name">The file as the user named it, for messages.</param>
/// <param name="Content">The unpacked bytes. Never empty.</param>
/// <param name="Time">When the file was last written, UTC: the last resort for a publication date.</param>
public sealed record ListFile(string Name, ReadOnlyMemory<byte> Content, DateTime Time)
{
    /// <summary>The largest content accepted, unpacked: 256 MiB.</summary>
    public const int MaxBytes = 256 << 20;

    /// <summary>Reads a file from disk.</summary>
    /// <exception cref="ListFormatException">Missing, unreadable, empty, too large, or broken gzip.</exception>
    public static ListFile Read(string path, CancellationToken cancel = default)
    {
        try
        {
            using var file = File.OpenRead(path);
            return new(path, Unpack(path, file, cancel), File.GetLastWriteTimeUtc(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ListFormatException(path, 0, $"cannot be read ({e.Message})", "Give the path of a readable file.", e);
        }
    }

    /// <summary>The content of a stream, unpacked where it is gzipped.</summary>
    /// <exception cref="ListFormatException">Empty, too large, or broken gzip.</exception>
    public static ReadOnlyMemory<byte> Unpack(string name, Stream stream, CancellationToken cancel = default)
    {
        var head = new byte[2];
        var got = stream.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        using var rest = new ConcatenatedStream(head.AsMemory(0, got), stream);
        try
        {
            if (got == 2 && head is [0x1f, 0x8b])
            {
                using var gzip = new GZipStream(rest, CompressionMode.Decompress);
                return ReadBounded(name, gzip, cancel);
            }
            return ReadBounded(name, rest, cancel);
        }
        catch (InvalidDataException e)
        {
            throw new ListFormatException(name, 0, "is broken gzip", "Download it again.", e);
        }
    }

    static byte[] ReadBounded(string name, Stream stream, CancellationToken cancel)
    {
        var writer = new ArrayBufferWriter<byte>(1 << 20);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var read = stream.Read(writer.GetSpan(1 << 16));
            if (read == 0) break;
            writer.Advance(read);
            if (writer.WrittenCount > MaxBytes)
                throw new ListFormatException(name, 0, $"holds more than {MaxBytes >> 20} MiB unpacked",
                    "No official list is that large: check where the file comes from.");
        }
        if (writer.WrittenCount == 0)
            throw new ListFormatException(name, 0, "is empty", "Download it again; the list in use is kept as it is.");
        return writer.WrittenSpan.ToArray();
    }

    /// <summary>The two bytes already looked at, then the rest of the stream.</summary>
    sealed class ConcatenatedStream(ReadOnlyMemory<byte> head, Stream rest) : Stream
    {
        ReadOnlyMemory<byte> head = head;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (head.IsEmpty) return rest.Read(buffer);
            var n = Math.Min(head.Length, buffer.Length);
            head.Span[..n].CopyTo(buffer);
            head = head[n..];
            return n;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
