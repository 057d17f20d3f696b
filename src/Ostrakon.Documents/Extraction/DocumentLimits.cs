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

    internal static string TooLarge(long size) =>
        $"too large: {size / 1048576.0:0.0} MB, the limit is {Size >> 20} MB; split it into documents (a JSONL file of them goes to --batch), or take the page without its embedded media";

    internal static void Check(long size)
    {
        if (size > Size) throw new UnreadableDocumentException(TooLarge(size));
    }
}
