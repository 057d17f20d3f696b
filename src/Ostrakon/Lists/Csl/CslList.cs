using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ostrakon.Lists.Ofac;
using Ostrakon.Lists.Reading;

namespace Ostrakon.Lists.Csl;

/// <summary>The Consolidated Screening List of the US International Trade Administration, in its CSV and JSON files.</summary>
static class CslList
{
    const string Id = "us-csl";
    const int HeadBytes = 1 << 16;

    public static ListFormat Csv { get; } = new("US Consolidated Screening List CSV", ReadsCsv, ParseCsv);

    public static ListFormat Json { get; } = new("US Consolidated Screening List JSON", ReadsJson, ParseJson);

    static bool ReadsCsv(ImmutableArray<ListFile> files)
    {
        if (files is not [var file]) return false;
        var rows = new CsvRows(file.Name, file.Content[..Math.Min(file.Content.Length, HeadBytes)], tolerant: true);
        if (!rows.Read()) return false;
        var header = new CsvHeader(rows);
        return header["source"] >= 0 && header["entity_number"] >= 0 && header["federal_register_notice"] >= 0 && header["alt_names"] >= 0;
    }

    static bool ReadsJson(ImmutableArray<ListFile> files) => files is [var file] && JsonFile.Begins(file, "results", "federal_register_notice", "alt_names");

    static ParsedList ParseCsv(ListSource source, CancellationToken cancel)
    {
        source.RefuseOther(Id);
        var (rows, reader) = (new CsvRows(source.Files[0]), new Reader(source.Files[0]));
        rows.Read();
        var header = new CsvHeader(rows);
        while (rows.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var record = new CslRecord();
            for (var i = 0; i < rows.Count; i++) record.Add(i < header.Names.Length ? header.Names[i] : $"column {i + 1}", rows[i]);
            reader.Add(record, rows.Line);
        }
        return reader.Finish(null);
    }

    static ParsedList ParseJson(ListSource source, CancellationToken cancel)
    {
        source.RefuseOther(Id);
        var reader = new Reader(source.Files[0]);
        var published = JsonFile.Read(source.Files[0], root =>
        {
            var number = 0;
            foreach (var result in root.GetProperty("results").EnumerateArray())
            {
                cancel.ThrowIfCancellationRequested();
                var record = new CslRecord();
                foreach (var member in result.EnumerateObject()) record.Add(member.Name, member.Value);
                reader.Add(record, ++number);
            }
            return Published(root);
        });
        return reader.Finish(published);
    }

    /// <summary>Where the file says when each of its sources was last updated, the newest of these days.</summary>
    static DateOnly? Published(JsonElement root)
    {
        if (!root.TryGetProperty("sources_used", out var sources) || sources.ValueKind != JsonValueKind.Array) return null;
        DateOnly? newest = null;
        foreach (var used in sources.EnumerateArray())
            if (used.ValueKind == JsonValueKind.Object && JsonFile.Text(used, "source_last_updated") is { Length: >= 10 } text
                && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && (newest is null || day > newest))
                newest = day;
        return newest;
    }

    /// <summary>Collects the records of one file.</summary>
    sealed class Reader(ListFile file)
    {
        readonly CoverageCounter coverage = new();
        readonly List<OfacDraft> drafts = [];
        readonly Dictionary<string, OfacDraft> byNumber = new(StringComparer.Ordinal);
        readonly List<string> warnings = [];

        public void Add(CslRecord record, long line)
        {
            if (record.Published.Count == 0) return;
            // A party on several of the Treasury's lists has a row for each under one entity number.
            var number = record["entity_number"];
            var known = number.Length > 0 ? byNumber.GetValueOrDefault(number) : null;
            if (CslEntry.Read(record, coverage, known) is not { } draft) warnings.Add($"{file.Name}:{line}: record without a name left out");
            else if (draft != known)
            {
                drafts.Add(draft);
                if (number.Length > 0) byNumber.TryAdd(number, draft);
            }
        }

        public ParsedList Finish(DateOnly? published) => ParsedList.Of(file, OfacLinks.Resolve([.. drafts.Select(static d => d.Build())]), published, coverage, warnings);
    }
}
