using System.Collections.Immutable;
using System.Globalization;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.WorldBank;

/// <summary>The World Bank's ineligible firms and individuals, as its interface answers: <c>response</c> with the list <c>ZPROCSUPP</c>.</summary>
static class DebarredJson
{
    public static ListFormat Format { get; } = new("World Bank debarred suppliers JSON", Reads, Parse);

    static bool Reads(ImmutableArray<ListFile> files) => files is [var file] && JsonFile.Begins(file, "ZPROCSUPP");

    static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        source.RefuseOther("wb-debarred");
        var (file, coverage, warnings, entries) = (source.Files[0], new CoverageCounter(), new List<string>(), new List<Entry>());
        DateOnly? published = null;
        JsonFile.Read(file, root =>
        {
            var number = 0;
            foreach (var supplier in root.GetProperty("response").GetProperty("ZPROCSUPP").EnumerateArray())
            {
                cancel.ThrowIfCancellationRequested();
                number++;
                if (Day(JsonFile.Text(supplier, "LAST_REFRESH_DATE")) is { } refreshed && (published is null || refreshed > published)) published = refreshed;
                if (DebarredSupplier.Read(supplier, coverage) is { } entry) entries.Add(entry);
                else warnings.Add($"{file.Name}: supplier {number} has no id or no name and is left out");
            }
            return number;
        });
        return ParsedList.Of(file, entries, published, coverage, warnings);
    }

    static DateOnly? Day(string text) =>
        text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
