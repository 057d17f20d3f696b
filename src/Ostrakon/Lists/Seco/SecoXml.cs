using System.Collections.Frozen;
using System.Collections.Immutable;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Seco;

/// <summary>
/// The Swiss list in XML (<c>swiss-sanctions-list</c>): programmes, then targets, then the places to which the targets refer by number, so
/// that the file is read twice. An amendment has the same form but holds only changes, and is refused.
/// </summary>
static class SecoXml
{
    const string Root = "swiss-sanctions-list";
    static readonly FrozenSet<string> Containers = new[] { Root }.ToFrozenSet(StringComparer.Ordinal);

    public static ListFormat Format { get; } = new("Swiss sanctions list XML", Reads, Parse);

    static bool Reads(ImmutableArray<ListFile> files) => files is [var file] && XmlRecords.RootOf(file)?.Name == Root;

    static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        source.RefuseOther("ch-seco");
        var (file, coverage, warnings, references) = (source.Files[0], new CoverageCounter(), new List<string>(), new SecoReferences());
        DateOnly? published = null;
        foreach (var record in XmlRecords.Read(file, Containers, cancel))
        {
            if (record.Name == "target") continue;
            if (record.Name == Root)
            {
                published = DayFirstDate.Day(record.TakeAttribute("date") ?? "");
                if (record.TakeAttribute("list-type") == "amendment" && !source.Force)
                    throw new ListFormatException(file.Name, record.Line, "is an amendment: it holds only what changed", "Download the whole list (\"Gesamtliste\"), or insist with --force.");
            }
            references.Add(record);
            record.CountInto(coverage, record.Name);
        }
        var (entries, gone) = (new List<Entry>(), 0);
        foreach (var record in XmlRecords.Read(file, Containers, cancel))
        {
            if (record.Name != "target") continue;
            var target = new SecoTarget(record, references);
            var entry = target.IsDelisted ? null : target.Read();
            record.CountInto(coverage, record.Name);
            if (target.IsDelisted) gone++;
            else if (entry is not null) entries.Add(entry);
            else warnings.Add($"{file.Name}:{record.Line}: target without a number or a name left out");
        }
        if (gone > 0) warnings.Add($"{file.Name}: {gone} targets that were taken off the list are left out");
        return ParsedList.Of(file, Linked(entries), published, coverage, warnings);
    }

    /// <summary>Relations name the other target by its number: they take its name too.</summary>
    static IEnumerable<Entry> Linked(List<Entry> entries)
    {
        var byId = entries.DistinctBy(static e => e.Id).ToDictionary(static e => e.Id, StringComparer.Ordinal);
        return entries.Select(e => e.Relations.IsEmpty ? e : e with
        {
            Relations = [.. e.Relations.Select(r => byId.TryGetValue(r.Name, out var other) ? r with { Name = other.Caption, Entry = other.Id } : r)],
        });
    }
}
