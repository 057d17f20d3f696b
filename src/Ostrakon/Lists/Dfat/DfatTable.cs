using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Dfat;

/// <summary>Australia's consolidated list ("regulation 8"), XLSX or the same table in CSV, of both generations.</summary>
static partial class DfatTable
{
    const int HeadRows = 3;

    public static ListFormat Format { get; } = new("Australian consolidated list (XLSX, CSV)", Reads, Parse);

    static bool Reads(ImmutableArray<ListFile> files) => files is [var file] && SheetFile.Head(file, HeadRows).Any(static r => new DfatHeader(r).IsOfList);

    static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        source.RefuseOther("au-dfat");
        var (file, coverage, warnings) = (source.Files[0], new CoverageCounter(), new List<string>());
        var parties = new Dictionary<string, DfatRows>(StringComparer.Ordinal);
        DfatHeader? header = null;
        foreach (var row in SheetFile.Rows(file, cancel))
        {
            if (header is null)
            {
                if (new DfatHeader(row) is { IsOfList: true } found) header = found;
                continue;
            }
            if (Reference().Match(row[header["Reference"]]) is not { Success: true } reference)
            {
                warnings.Add($"{file.Name}:{row.Number}: row without a reference left out");
                continue;
            }
            var number = reference.Groups[1].Value;
            if (!parties.TryGetValue(number, out var rows)) parties[number] = rows = new();
            rows.Add(row, header, coverage);
        }
        var entries = new List<Entry>();
        foreach (var (number, rows) in parties)
            if (rows.Build(number) is { } entry) entries.Add(entry);
            else warnings.Add($"{file.Name}: {number} has no name and is left out");
        var linked = UnReferences.Link(entries, static e => e.Facts.FirstOrDefault(static f => f.Property == "sanctions.unscId")?.Value, static e => e.Reason);
        return ParsedList.Of(file, linked, SheetFile.Saved(file), coverage, warnings);
    }

    [GeneratedRegex(@"^(\d+)(?:\s*[a-z]+\d*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}
