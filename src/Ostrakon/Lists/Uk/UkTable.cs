using System.Collections.Immutable;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Uk;

/// <summary>
/// The British lists as tables, in CSV, XLSX or ODS: the UK Sanctions List (first row <c>Report Date: ...</c>), the export of its search
/// tool (no such row), and the consolidated list that OFSI published until January 2026 (first row <c>Last Updated, ...</c>).
/// </summary>
static class UkTable
{
    const int HeadRows = 3;

    public static ListFormat Format { get; } = new("UK Sanctions List and OFSI ConList tables (CSV, XLSX, ODS)", Reads, Parse);

    static bool Reads(ImmutableArray<ListFile> files) => files is [var file] && SheetFile.Head(file, HeadRows).Any(IsHeader);

    /// <summary>Both generations have the group id; no other list has it together with a regime.</summary>
    static bool IsHeader(SheetRow row) =>
        row.Cells.Any(static c => c.Trim() is "Group ID" or "OFSI Group ID") && row.Cells.Any(static c => c.Trim() is "Regime" or "Regime Name");

    static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        var file = source.Files[0];
        source.RefuseOther(UkList.Id);
        var (coverage, drafts, warnings) = (new CoverageCounter(), new Dictionary<string, UkRows>(StringComparer.Ordinal), ImmutableArray.CreateBuilder<string>());
        UkLayout? layout = null;
        DateOnly? published = null;
        foreach (var row in SheetFile.Rows(file, cancel))
        {
            if (layout is null)
            {
                if (IsHeader(row)) layout = new([.. row.Cells.Select(static c => c.Trim())]);
                else published ??= DateIn(row);
                continue;
            }
            var key = layout.Key.Select(c => row[c]).FirstOrDefault(static k => k.Length > 0);
            if (key is null) { warnings.Add($"{file.Name}:{row.Number}: row without a unique id or group id left out"); continue; }
            if (!drafts.TryGetValue(key, out var rows)) drafts[key] = rows = new(layout);
            rows.Add(row, coverage);
        }
        var entries = drafts.Select(d => d.Value.Build(d.Key)).ToList();
        foreach (var (key, _) in drafts.Zip(entries).Where(static p => p.Second is null).Select(static p => p.First))
            warnings.Add($"{file.Name}: {key} has no name and is left out");
        return UkList.Finish(file, [.. entries.OfType<Entry>()], published, coverage, warnings);
    }

    /// <summary>"Last Updated | 10/04/2025" or "Report Date: 08-Oct-2026".</summary>
    static DateOnly? DateIn(SheetRow row) =>
        row.Cells.Select(static c => DayFirstDate.Day(c[(c.LastIndexOf(':') + 1)..])).FirstOrDefault(static d => d is not null);
}
