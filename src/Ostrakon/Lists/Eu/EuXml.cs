using System.Collections.Frozen;
using System.Collections.Immutable;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Eu;

/// <summary>The EU financial sanctions file in XML 1.1 (<c>xmlFullSanctionsList_1_1</c>): <c>export</c> with a <c>sanctionEntity</c> for each party.</summary>
static class EuXml
{
    static readonly FrozenSet<string> Containers = new[] { "export" }.ToFrozenSet(StringComparer.Ordinal);

    public static ListFormat Format { get; } = new("EU financial sanctions XML 1.1", Reads, Parse);

    static bool Reads(ImmutableArray<ListFile> files) =>
        files is [var file] && XmlRecords.RootOf(file) is ("export", "http://eu.europa.ec/fpi/fsd/export");

    static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        var file = source.Files[0];
        source.RefuseOther(EuList.Id);
        var (coverage, warnings, entries) = (new CoverageCounter(), ImmutableArray.CreateBuilder<string>(), new List<Entry>());
        DateOnly? published = null;
        foreach (var record in XmlRecords.Read(file, Containers, cancel))
        {
            if (record.Name == "export") published = EuList.Date(record.TakeAttribute("generationDate"));
            var entry = record.Name == "sanctionEntity" ? EuEntity.Read(record) : null;
            record.CountInto(coverage, record.Name);
            if (entry is not null) entries.Add(entry with { Published = [.. record.Values().Select(static v => new PublishedField(v.Path, v.Value))] });
            else if (record.Name == "sanctionEntity") warnings.Add($"{file.Name}:{record.Line}: entity without a logical id or a name left out");
        }
        return EuList.Finish(file, entries, published, coverage, warnings);
    }
}
