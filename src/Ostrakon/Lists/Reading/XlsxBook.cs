using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Ostrakon.Lists.Reading;

/// <summary>What the cells of a workbook need to be understood: where the sheets are and which number formats are dates. Immutable.</summary>
/// <param name="Sheets">The sheets in order, each with its name and the part that holds it; at least one.</param>
/// <param name="Date1904">Whether days are counted from 1904, as old Macintosh workbooks do.</param>
/// <param name="DateStyles">Indexes of the cell styles that show a date.</param>
sealed record XlsxBook(ImmutableArray<(string Name, string Part)> Sheets, bool Date1904, FrozenSet<string> DateStyles)
{
    public bool IsDate(string? style) => style is not null && DateStyles.Contains(style);

    /// <summary>Most sheets accepted: the largest published workbook has a fifth of it.</summary>
    const int MaxSheets = 256;

    public static XlsxBook Read(SheetArchive archive)
    {
        var sheets = new List<(string Name, string? Relation)>();
        var date1904 = false;
        using (var book = archive.Open("xl/workbook.xml"))
            while (SheetText.Next(book))
                if (book.NodeType != XmlNodeType.Element) continue;
                else if (book.LocalName == "workbookPr") date1904 = book.GetAttribute("date1904") is "1" or "true";
                else if (book.LocalName == "sheet")
                {
                    if (sheets.Count == MaxSheets) throw archive.Bad(0, $"has more than {MaxSheets} sheets");
                    sheets.Add((book.GetAttribute("name") ?? "", book.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")));
                }
        if (sheets.Count == 0) sheets.Add(("", null));
        var parts = Parts(archive);
        return new([.. sheets.Select(s => (s.Name, parts.GetValueOrDefault(s.Relation ?? "", "xl/worksheets/sheet1.xml"))).DistinctBy(static s => s.Item2)], date1904, Styles(archive));
    }

    /// <summary>The parts by the numbers under which the book refers to them.</summary>
    static Dictionary<string, string> Parts(SheetArchive archive)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!archive.Has("xl/_rels/workbook.xml.rels")) return parts;
        using var relations = archive.Open("xl/_rels/workbook.xml.rels");
        while (SheetText.Next(relations))
            if (relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && relations.GetAttribute("Id") is { } id
                && relations.GetAttribute("Target") is { } target)
                parts.TryAdd(id, target.StartsWith('/') ? target[1..] : $"xl/{target}");
        return parts;
    }

    static FrozenSet<string> Styles(SheetArchive archive)
    {
        if (!archive.Has("xl/styles.xml")) return [];
        var (formats, dates, index, inCells) = (new HashSet<int>(), new List<string>(), 0, false);
        using var styles = archive.Open("xl/styles.xml");
        while (SheetText.Next(styles))
        {
            if (styles.LocalName == "cellXfs") inCells = styles.NodeType == XmlNodeType.Element && !styles.IsEmptyElement;
            if (styles.NodeType != XmlNodeType.Element) continue;
            var id = int.TryParse(styles.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
            if (styles.LocalName == "numFmt" && ShowsDate(styles.GetAttribute("formatCode") ?? "")) formats.Add(id);
            if (styles.LocalName == "xf" && inCells)
            {
                if (IsBuiltInDate(id) || formats.Contains(id)) dates.Add(index.ToString(CultureInfo.InvariantCulture));
                index++;
            }
        }
        return dates.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>ECMA-376 part 1, 18.8.30: the built-in formats that show a date, the East Asian ones included. Times of day are none.</summary>
    static bool IsBuiltInDate(int id) => id is >= 14 and <= 17 or 22 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58;

    /// <summary>Whether a format of the user's own shows a year or a day, outside quotes and brackets.</summary>
    static bool ShowsDate(string code)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (code[i] == '\\') i++;
            else if (code[i] is '[' or ']') bracketed = code[i] == '[';
            else if (!bracketed && code[i] is 'y' or 'Y' or 'd' or 'D') return true;
        }
        return false;
    }
}
