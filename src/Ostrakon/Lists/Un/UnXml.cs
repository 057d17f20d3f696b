using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Un;

/// <summary>
/// The United Nations Security Council Consolidated List in XML (<c>sc-sanctions.xsd</c>), all generations: the root
/// <c>CONSOLIDATED_LIST</c> with <c>INDIVIDUALS</c> and <c>ENTITIES</c>, its publication date in <c>dateGenerated</c>.
/// </summary>
static class UnXml
{
    const string Root = "CONSOLIDATED_LIST";

    static readonly FrozenSet<string> Containers = new[] { Root, "INDIVIDUALS", "ENTITIES" }.ToFrozenSet(StringComparer.Ordinal);

    public static ListFormat Format { get; } = new("UN consolidated XML", Reads, Parse);

    static bool Reads(ImmutableArray<ListFile> files) => files is [var file] && XmlRecords.RootOf(file)?.Name == Root;

    static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        var file = source.Files[0];
        source.RefuseOther("un-sc");
        var coverage = new CoverageCounter();
        var warnings = ImmutableArray.CreateBuilder<string>();
        var entries = new List<Entry>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        DateOnly? published = null;
        foreach (var record in XmlRecords.Read(file, Containers, cancel))
        {
            if (record.Name == Root) published = Date(record.TakeAttribute("dateGenerated"));
            var entry = record.Name is "INDIVIDUAL" or "ENTITY" ? UnRecord.Read(record) : null;
            record.CountInto(coverage, record.Name);
            if (record.Name == Root) continue;
            if (entry is null) warnings.Add($"{file.Name}:{record.Line}: record without a name or reference number left out");
            else if (!ids.Add(entry.Id)) warnings.Add($"{file.Name}:{record.Line}: {entry.Id} stands twice; the second record is left out");
            else entries.Add(entry);
        }
        return ParsedList.Of(file, UnReferences.Link(entries, static e => e.Id, static e => e.Reason), published, coverage, warnings);
    }

    static DateOnly? Date(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : null;
}
