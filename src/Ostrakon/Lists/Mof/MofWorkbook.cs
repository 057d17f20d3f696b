using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Mof;

/// <summary>The workbook of Japan's Ministry of Finance: one sheet a list, each with a title, notes, and columns of its own.</summary>
static partial class MofWorkbook
{
    /// <summary>Sheets and rows that are looked at to recognise the workbook, whose first sheet is a table of contents.</summary>
    const int HeadSheets = 4, HeadRows = 6;

    public static ListFormat Format { get; } = new("Japanese asset-freeze workbook (XLSX)", Reads, Parse);

    static bool Reads(ImmutableArray<ListFile> files)
    {
        if (files is not [var file]) return false;
        try
        {
            return SheetFile.Sheets(file).Take(HeadSheets).Any(static s => s.Rows.Take(HeadRows).Any(MofRow.IsHeader));
        }
        catch (ListFormatException)
        {
            return false;
        }
    }

    static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        source.RefuseOther("jp-mof");
        var (file, coverage, warnings, entries) = (source.Files[0], new CoverageCounter(), new List<string>(), new List<Entry>());
        foreach (var (sheet, rows) in SheetFile.Sheets(file))
        {
            var (number, title) = (ListNumber().Match(MofText.Narrow(sheet)), "");
            MofRow? reader = null;
            foreach (var row in rows)
            {
                cancel.ThrowIfCancellationRequested();
                if (reader is null)
                {
                    if (title.Length == 0) title = row.Cells.Select(static c => c.Trim()).First(static c => c.Length > 0).Split('\n')[0];
                    if (MofRow.IsHeader(row)) reader = new(number.Success ? number.Value : sheet, sheet, title, row);
                }
                else if (reader.Read(row, coverage) is { } entry) entries.Add(entry);
            }
            // Lists that are lifted keep their sheet with a note, the table of contents has no number.
            if (reader is null && number.Success && !sheet.Contains("解除", StringComparison.Ordinal))
                warnings.Add($"{file.Name}: sheet \"{sheet}\" has no row with the names of its columns and is left out");
        }
        var linked = UnReferences.Link(entries, static e => e.Facts.FirstOrDefault(static f => f.Property == "sanctions.unscId")?.Value, static e => e.Reason);
        return ParsedList.Of(file, linked, SheetFile.Saved(file), coverage, warnings);
    }

    [GeneratedRegex(@"^[0-9]+(?=\.)")]
    private static partial Regex ListNumber();
}
