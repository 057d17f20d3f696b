using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Ostrakon.Lists.Reading;

/// <summary>Text inside the elements of a spreadsheet.</summary>
static partial class SheetText
{
    /// <summary>Goes to the next node; markup nested deeper than any spreadsheet's is refused, since each level is held in memory.</summary>
    /// <exception cref="XmlException">The part is broken or nested too deep.</exception>
    public static bool Next(XmlReader reader)
    {
        if (!reader.Read()) return false;
        if (reader.Depth > XmlRecordReader.MaxDepth) throw new XmlException($"elements nested more than {XmlRecordReader.MaxDepth} deep");
        return true;
    }

    /// <summary>
    /// The text of the element that the reader stands on; the reader is left on its end. Only <c>t</c> elements count (a string may be
    /// cut into runs), and nothing inside <c>rPh</c>: those are phonetic readings of the text, not a part of it.
    /// </summary>
    public static string OfRuns(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var (text, depth) = (new StringBuilder(), reader.Depth);
        while (Next(reader) && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "rPh") SkipInside(reader);
            else if (reader.LocalName == "t") text.Append(Inside(reader));
        }
        return Unescape(text.ToString());
    }

    /// <summary>All text inside the element that the reader stands on; the reader is left on its end.</summary>
    public static string Inside(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var (text, depth) = ("", reader.Depth);
        while (Next(reader) && reader.Depth > depth)
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text += reader.Value;
        return text;
    }

    /// <summary>Passes over the element; the reader is left on its end.</summary>
    public static void SkipInside(XmlReader reader)
    {
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        while (Next(reader) && reader.Depth > depth) { }
    }

    /// <summary>Characters that XML cannot hold are written <c>_x000D_</c> (ECMA-376 part 1, 22.9.2.19).</summary>
    static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? Escaped().Replace(text, static m => ((char)Convert.ToUInt16(m.Groups[1].Value, 16)).ToString()) : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
