using System.Buffers.Binary;
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
        var content = ReadBounded(name, stream, cancel);
        if (content is not [0x1f, 0x8b, ..]) return content;
        try
        {
            using var gzip = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
            var unpacked = ReadBounded(name, gzip, cancel);
            // The framework ends quietly where gzip is cut off; its last four bytes (RFC 1952, ISIZE) tell.
            if (BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(^4..)) == (uint)unpacked.Length) return unpacked;
            throw new ListFormatException(name, 0, "is gzip that is cut off", "Download it again.");
        }
        catch (InvalidDataException e)
        {
            throw new ListFormatException(name, 0, "is broken gzip", "Download it again.", e);
        }
    }

    static byte[] ReadBounded(string name, Stream stream, CancellationToken cancel)
    {
        var (pieces, total) = (new List<(byte[] Bytes, int Length)>(), 0);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var piece = new byte[1 << 20];
            var length = stream.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false);
            pieces.Add((piece, length));
            if ((total += length) > MaxBytes)
                throw new ListFormatException(name, 0, $"holds more than {MaxBytes >> 20} MiB unpacked",
                    "No official list is that large: check where the file comes from.");
            if (length < piece.Length) break;
        }
        if (total == 0) throw new ListFormatException(name, 0, "is empty", "Download it again; the list in use is kept as it is.");
        var content = new byte[total];
        var at = 0;
        foreach (var (bytes, length) in pieces)
        {
            bytes.AsSpan(0, length).CopyTo(content.AsSpan(at));
            at += length;
        }
        return content;
    }
}
