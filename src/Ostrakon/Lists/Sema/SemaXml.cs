using System.Collections.Frozen;
using System.Collections.Immutable;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Sema;

/// <summary>
/// The Consolidated Canadian Autonomous Sanctions List (Special Economic Measures Act and Justice for Victims of Corrupt Foreign Officials
/// Act): a flat <c>record</c> for each listing in a <c>data-set</c>. Its only number, the item of a schedule, moves when an item before it goes.
/// </summary>
static class SemaXml
{
    static readonly FrozenSet<string> Containers = new[] { "data-set" }.ToFrozenSet(StringComparer.Ordinal);

    public static ListFormat Format { get; } = new("Canadian autonomous sanctions XML", Reads, Parse);

    /// <summary>The root is named after nothing in particular, so the first record is looked at too.</summary>
    static bool Reads(ImmutableArray<ListFile> files)
    {
        if (files is not [var file] || XmlRecords.RootOf(file)?.Name != "data-set") return false;
        try
        {
            return XmlRecords.Read(file, Containers).FirstOrDefault(static r => r.Name == "record") is not { } first
                || first.Child("Country") is not null && (first.Child("Item") ?? first.Child("Schedule")) is not null;
        }
        catch (ListFormatException)
        {
            return true;
        }
    }

    static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        source.RefuseOther("ca-sema");
        var (file, coverage, warnings, records) = (source.Files[0], new CoverageCounter(), new List<string>(), new List<SemaRecord>());
        foreach (var record in XmlRecords.Read(file, Containers, cancel))
        {
            var read = record.Name == "record" ? SemaRecord.Read(record) : null;
            record.CountInto(coverage, record.Name);
            if (read is not null) records.Add(read);
            else if (record.Name == "record") warnings.Add($"{file.Name}:{record.Line}: record without a name left out");
        }
        return ParsedList.Of(file, Numbered(records), null, coverage, warnings);
    }

    /// <summary>
    /// Entries under the key of regime and name. Where several records have that and were born on different days, they are different
    /// people and the day joins the key; otherwise it stays out, since the authority adds and corrects birth dates.
    /// </summary>
    static IEnumerable<Entry> Numbered(List<SemaRecord> records)
    {
        var namesakes = records.GroupBy(static r => r.Key, StringComparer.Ordinal)
            .Where(static g => g.Select(static r => r.Born).Where(static b => b.Length > 0).Distinct().Count() > 1).Select(static g => g.Key).ToHashSet(StringComparer.Ordinal);
        return records.Select(r => r.Entry with { Id = namesakes.Contains(r.Key) && r.Born.Length > 0 ? $"{r.Key}-{r.Born}" : r.Key });
    }
}
