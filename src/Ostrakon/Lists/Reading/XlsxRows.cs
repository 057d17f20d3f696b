using System.Globalization;
using System.Xml;

namespace Ostrakon.Lists.Reading;

/// <summary>Rows of the sheets of a workbook in Office Open XML (ECMA-376). Cells may be missing; they are found by their references.</summary>
static class XlsxRows
{
    /// <summary>The rows of the first sheet.</summary>
    public static IEnumerable<SheetRow> Read(SheetArchive archive) => Sheets(archive).First().Rows;

    /// <summary>The sheets in order, each to be read before the next is asked for.</summary>
    public static IEnumerable<(string Name, IEnumerable<SheetRow> Rows)> Sheets(SheetArchive archive)
    {
        var book = archive.Try(0, () => XlsxBook.Read(archive));
        var strings = new XlsxStrings(archive);
        var cells = new SheetCells(archive);
        foreach (var (name, part) in book.Sheets) yield return (name, Rows(archive, part, book, strings, cells));
    }

    static IEnumerable<SheetRow> Rows(SheetArchive archive, string part, XlsxBook book, XlsxStrings strings, SheetCells cells)
    {
        using var reader = archive.Open(part);
        for (long number = 0; archive.Try(number + 1, () => NextRow(reader));)
        {
            number = long.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > number ? given : number + 1;
            archive.Try(number, () => ReadCells(reader, cells, book, strings));
            yield return cells.Take(number);
        }
    }

    static bool NextRow(XmlReader reader)
    {
        while (SheetText.Next(reader))
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" }) return true;
        return false;
    }

    static bool ReadCells(XmlReader reader, SheetCells cells, XlsxBook book, XlsxStrings strings)
    {
        if (reader.IsEmptyElement) return true;
        var depth = reader.Depth;
        while (SheetText.Next(reader) && reader.Depth > depth)
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            if (reader.GetAttribute("r") is { } reference) cells.MoveTo(ColumnOf(reference));
            cells.Put(ReadCell(reader, book, strings));
        }
        return true;
    }

    static string ReadCell(XmlReader reader, XlsxBook book, XlsxStrings strings)
    {
        if (reader.IsEmptyElement) return "";
        var (type, style, value, depth) = (reader.GetAttribute("t"), reader.GetAttribute("s"), "", reader.Depth);
        while (SheetText.Next(reader) && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "v") value = SheetText.Inside(reader);
            else if (reader.LocalName == "is") value = SheetText.OfRuns(reader);
            else SheetText.SkipInside(reader);
        }
        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? strings[index] : "",
            "b" => value == "1" ? "true" : "false",
            "e" => "",
            null or "n" => book.IsDate(style) ? XlsxDate.Read(value, book.Date1904) : Number(value),
            _ => value,
        };
    }

    /// <summary>A whole number as Excel shows it, although it may be stored as 1.2345E4 or 12345.0.</summary>
    static string Number(string value) =>
        value.AsSpan().IndexOfAny('.', 'E', 'e') >= 0 && double.TryParse(value, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < 1e15 && number == Math.Floor(number)
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : value;

    /// <summary>"AB12" is column 27.</summary>
    static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (c is < 'A' or > 'Z' || column > SheetCells.MaxColumns) break;
            column = column * 26 + (c - 'A' + 1);
        }
        return column - 1;
    }
}
