namespace Ostrakon.Documents.Extraction;

/// <summary>How large one document may be.</summary>
public static class DocumentLimits
{
    /// <summary>
    /// The most bytes, or characters, of one document: 64 MiB. Large news pages have some megabytes with everything inlined. Time and memory grow in
    /// step with the size: 50 MB of nothing but paragraphs take some 6 seconds and 1 GB, 50 MB of which most is an inlined image half a second. A larger
    /// document is refused whole: a screening that silently read half of it would miss whom the other half names.
    /// </summary>
    public const int Size = 64 << 20;

    /// <summary>The bytes of a document that comes as a stream; null where it is larger, of which no more than <see cref="Size"/> is kept in memory.</summary>
    /// <param name="stream">Read to its end, or to where it is too large; stays open.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await stream.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0;)
        {
            if (memory.Length + read > Size) return null;
            memory.Write(buffer, 0, read);
        }
        return memory.ToArray();
    }

    internal static string TooLarge(long size) =>
        $"too large: {size / 1048576.0:0.0} MB, the limit is {Size >> 20} MB; split it into documents (a JSONL file of them goes to --batch), or take the page without its embedded media";

    internal static void Check(long size)
    {
        if (size > Size) throw new UnreadableDocumentException(TooLarge(size));
    }
}
