using System.Text;
using System.Xml;

namespace Ostrakon.Lists.Reading;

/// <summary>Cuts the stream of an <see cref="XmlReader"/> into records; see <see cref="XmlRecords.Read"/>. For one thread.</summary>
sealed class XmlRecordReader(ListFile file, XmlReader reader, IReadOnlySet<string> containers)
{
    /// <summary>Deepest nesting accepted.</summary>
    public const int MaxDepth = 64;

    /// <summary>Largest record accepted, in characters of text and attributes and a nominal 64 for each element: 16 Mi.</summary>
    public const int MaxRecordChars = 16 << 20;

    /// <summary>The advice where a file is beyond all reason.</summary>
    public const string Suspicious = "No official list does: check where the file comes from.";

    /// <summary>Short texts repeat ("true", "Latin", countries); so many different ones are kept to be used again.</summary>
    const int LongestPooled = 32, MostPooled = 1 << 14;

    const int ElementCost = 64;
    readonly XmlPath places = XmlPath.Root();
    readonly HashSet<string> pool = new(StringComparer.Ordinal);
    readonly char[] buffer = new char[512];
    readonly Stack<XmlRecord> open = new();
    int size;

    /// <summary>The next record; null at the end.</summary>
    public XmlRecord? Next()
    {
        try
        {
            size = 0;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    if (!containers.Contains(reader.LocalName)) return ReadRecord();
                    if (reader.HasAttributes) return Open();
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                {
                    var stray = new XmlRecord("#text", Line, places);
                    stray.AddText(ReadText());
                    return stray;
                }
            }
            return null;
        }
        catch (XmlException e)
        {
            // The framework tells a prohibited DTD by its message alone, and without a line.
            throw e.Message.Contains("DTD", StringComparison.Ordinal)
                ? new ListFormatException(file.Name, LineOfDtd, "declares a document type (DTD)", Suspicious, e)
                : new ListFormatException(file.Name, e.LineNumber, $"is no proper XML ({Reason(e)})",
                    "Download it again from the authority; the list in use is kept as it is.", e);
        }
    }

    long Line => ((IXmlLineInfo)reader).LineNumber;

    long LineOfDtd => file.Content.Span.IndexOf("<!DOCTYPE"u8) is >= 0 and var at ? 1 + file.Content.Span[..at].Count((byte)'\n') : 0;

    XmlRecord ReadRecord()
    {
        var record = Open();
        if (reader.IsEmptyElement) return record;
        open.Clear();
        open.Push(record);
        while (open.Count > 0 && reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var child = Open();
                    open.Peek().Add(child);
                    if (!reader.IsEmptyElement) open.Push(child);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    open.Peek().AddText(ReadText());
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
            }
        }
        return record;
    }

    /// <summary>The element that the reader stands on, with its attributes.</summary>
    XmlRecord Open()
    {
        if (reader.Depth > MaxDepth)
            throw new ListFormatException(file.Name, Line, $"nests elements more than {MaxDepth} deep", Suspicious);
        var record = new XmlRecord(reader.LocalName, Line, places);
        Grow(ElementCost);
        if (!reader.HasAttributes) return record;
        while (reader.MoveToNextAttribute())
        {
            // Namespace declarations and schema hints describe the file, not the record.
            if (reader.Prefix is "xmlns" or "xsi" || reader.Name == "xmlns") continue;
            var value = reader.Value;
            record.AddAttribute(reader.LocalName, value.Length <= LongestPooled ? Pooled(value.AsSpan().Trim()) : value.Trim());
            Grow(value.Length);
        }
        reader.MoveToElement();
        return record;
    }

    /// <summary>Reads a text in pieces, so that one beyond the limit is never held as a whole; without surrounding blanks.</summary>
    string ReadText()
    {
        var read = reader.ReadValueChunk(buffer, 0, buffer.Length);
        Grow(read);
        if (read < buffer.Length) return Pooled(buffer.AsSpan(0, read).Trim());
        var text = new StringBuilder();
        for (; read > 0; Grow(read = reader.ReadValueChunk(buffer, 0, buffer.Length))) text.Append(buffer, 0, read);
        return text.ToString().Trim();
    }

    string Pooled(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestPooled) return text.ToString();
        var pooled = pool.GetAlternateLookup<ReadOnlySpan<char>>();
        if (pooled.TryGetValue(text, out var known)) return known;
        var made = text.ToString();
        if (pool.Count < MostPooled) pool.Add(made);
        return made;
    }

    void Grow(int chars)
    {
        size += chars;
        if (size > MaxRecordChars)
            throw new ListFormatException(file.Name, Line, $"holds a record of more than {MaxRecordChars >> 20} million characters", Suspicious);
    }

    /// <summary>The framework's message without the position, which the error states anyway, and without its last full stop.</summary>
    static string Reason(XmlException e)
    {
        var position = e.Message.IndexOf(" Line ", StringComparison.Ordinal);
        return (position > 0 ? e.Message[..position] : e.Message).TrimEnd('.');
    }
}
