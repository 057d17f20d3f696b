using System.Globalization;
using System.Text;
using System.Xml;

namespace Ostrakon.Lists.Reading;

/// <summary>Rows of the first table of an OpenDocument spreadsheet (OASIS ODF 1.2, part 1, section 9). Repeated cells and rows are written once.</summary>
static class OdsRows
{
    const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    public static IEnumerable<SheetRow> Read(SheetArchive archive)
    {
        using var reader = archive.Open("content.xml");
        var cells = new SheetCells(archive);
        for (long number = 1; archive.Try(number, () => NextRow(reader));)
        {
            var repeat = Repeat(reader, "number-rows-repeated");
            archive.Try(number, () => ReadCells(reader, cells));
            var row = cells.Take(number);
            // The unused rest of a sheet is one empty row repeated a million times.
            if (row.Cells.IsEmpty) { number += repeat; continue; }
            for (; repeat > 0; repeat--) yield return row with { Number = number++ };
        }
    }

    /// <summary>Goes to the next row of the first table; false at its end.</summary>
    static bool NextRow(XmlReader reader)
    {
        while (SheetText.Next(reader))
            if (reader.NamespaceURI != Table) continue;
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "table-row" }) return true;
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "table" }) return false;
        return false;
    }

    static bool ReadCells(XmlReader reader, SheetCells cells)
    {
        if (reader.IsEmptyElement) return true;
        var depth = reader.Depth;
        while (SheetText.Next(reader) && reader.Depth > depth)
            if (reader.NodeType == XmlNodeType.Element && reader.NamespaceURI == Table && reader.LocalName is "table-cell" or "covered-table-cell")
            {
                var repeat = Repeat(reader, "number-columns-repeated");
                cells.Put(ReadCell(reader), repeat);
            }
        return true;
    }

    static string ReadCell(XmlReader reader)
    {
        var value = reader.GetAttribute("value-type", Office) switch
        {
            "date" => reader.GetAttribute("date-value", Office),
            "float" => reader.GetAttribute("value", Office),
            _ => null,
        };
        var shown = Shown(reader);
        return value ?? shown;
    }

    /// <summary>The paragraphs of a cell; comments on it are not a part of it.</summary>
    static string Shown(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var (text, depth) = (new StringBuilder(), reader.Depth);
        while (SheetText.Next(reader) && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) text.Append(reader.Value);
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader is { NamespaceURI: Office, LocalName: "annotation" }) SheetText.SkipInside(reader);
            else if (reader.NamespaceURI == Text && reader.LocalName is "line-break" or "tab" || reader.LocalName == "p" && text.Length > 0) text.Append('\n');
            else if (reader is { NamespaceURI: Text, LocalName: "s" }) text.Append(' ', Math.Min(Count(reader.GetAttribute("c", Text)), 256));
        }
        return text.ToString().Trim();
    }

    static int Repeat(XmlReader reader, string attribute) => Math.Clamp(Count(reader.GetAttribute(attribute, Table)), 1, SheetCells.MaxRows);

    static int Count(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 1;
}
