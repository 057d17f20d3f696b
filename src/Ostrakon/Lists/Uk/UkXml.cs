using System.Collections.Frozen;
using System.Collections.Immutable;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Uk;

/// <summary>The UK Sanctions List in XML, as the FCDO publishes it: <c>Designations</c> with <c>DateGenerated</c> and a <c>Designation</c> for each party.</summary>
static class UkXml
{
    static readonly FrozenSet<string> Containers = new[] { "Designations" }.ToFrozenSet(StringComparer.Ordinal);

    public static ListFormat Format { get; } = new("UK Sanctions List XML", Reads, Parse);

    static bool Reads(ImmutableArray<ListFile> files) => files is [var file] && XmlRecords.RootOf(file)?.Name == "Designations";

    static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        var file = source.Files[0];
        source.RefuseOther(UkList.Id);
        var (coverage, warnings, entries) = (new CoverageCounter(), ImmutableArray.CreateBuilder<string>(), new List<Entry>());
        DateOnly? published = null;
        foreach (var record in XmlRecords.Read(file, Containers, cancel))
        {
            if (record.Name == "DateGenerated") published = DayFirstDate.Day(record.Take() ?? "");
            var entry = record.Name == "Designation" ? UkDesignation.Read(record) : null;
            record.CountInto(coverage, record.Name);
            if (entry is not null) entries.Add(entry);
            else if (record.Name == "Designation") warnings.Add($"{file.Name}:{record.Line}: designation without a unique id or a name left out");
        }
        return UkList.Finish(file, entries, published, coverage, warnings);
    }
}
