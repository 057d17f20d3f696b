using System.Runtime.InteropServices;
using System.Xml;

namespace Ostrakon.Lists.Reading;

/// <summary>
/// Streams the records of an XML file: every element directly inside a container, one at a time. No DTD and no external entity is
/// ever read; depth, record size and the length of a piece of markup are bounded, so that a hostile file ends in an error.
/// </summary>
static class XmlRecords
{
    /// <summary>Longest stretch without a '&lt;', in bytes: 4 MiB. One tag, text or comment beyond that is no list's.</summary>
    public const int MaxStretch = 4 << 20;

    const int HeadBytes = 1 << 16;

    /// <summary>
    /// The root element's local name and namespace, for recognition; null where the file does not begin as XML. Looks at the head
    /// only. A document type declaration before the root is passed over unread: <see cref="Read"/> is what refuses it.
    /// </summary>
    public static (string Name, string Namespace)? RootOf(ListFile file)
    {
        if (!LooksLikeXml(file.Content)) return null;
        var head = file.Content[..Math.Min(file.Content.Length, HeadBytes)];
        try
        {
            using var reader = XmlReader.Create(StreamOver(head), Settings(DtdProcessing.Ignore));
            return reader.MoveToContent() == XmlNodeType.Element ? (reader.LocalName, reader.NamespaceURI) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Streams the records.</summary>
    /// <param name="file">The file.</param>
    /// <param name="containers">
    /// Local names of the elements that hold records (the root among them). A container's own attributes make a record too, named
    /// like it and without children; so does text directly inside it, named "#text".
    /// </param>
    /// <param name="cancel">Looked at between records.</param>
    /// <exception cref="ListFormatException">The file is not well formed, truncated, or hostile.</exception>
    public static IEnumerable<XmlRecord> Read(ListFile file, IReadOnlySet<string> containers, CancellationToken cancel = default)
    {
        RefuseLongStretches(file);
        using var reader = XmlReader.Create(StreamOver(file.Content), Settings(DtdProcessing.Prohibit));
        var records = new XmlRecordReader(file, reader, containers);
        while (records.Next() is { } record)
        {
            cancel.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    static void RefuseLongStretches(ListFile file)
    {
        var all = file.Content.Span;
        for (var at = 0; at < all.Length;)
        {
            var stretch = all[at..].IndexOf((byte)'<');
            if (stretch < 0) stretch = all.Length - at;
            if (stretch > MaxStretch)
                throw new ListFormatException(file.Name, 1 + all[..at].Count((byte)'\n'),
                    $"holds a single text, tag or comment of more than {MaxStretch >> 20} MiB", XmlRecordReader.Suspicious);
            at += stretch + 1;
        }
    }

    static bool LooksLikeXml(ReadOnlyMemory<byte> content) =>
        TextBytes.ToUtf8(content[..Math.Min(content.Length, 256)]).Span.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];

    static MemoryStream StreamOver(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var array)
            ? new(array.Array!, array.Offset, array.Count, writable: false)
            : new(content.ToArray(), writable: false);

    static XmlReaderSettings Settings(DtdProcessing dtd) => new()
    {
        DtdProcessing = dtd,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };
}
