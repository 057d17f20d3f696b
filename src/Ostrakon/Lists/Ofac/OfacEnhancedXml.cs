using System.Collections.Immutable;
using System.Globalization;
using Ostrakon.Lists.Reading;

namespace Ostrakon.Lists.Ofac;

/// <summary>
/// The Treasury's enhanced XML (<c>SDN_ENHANCED.XML</c>, <c>CONS_ENHANCED.XML</c>): the root <c>sanctionsData</c> with everything about
/// a party inside its <c>entity</c>, names in every script, dates with precision, links by entity number.
/// </summary>
/// <remarks>Schema: exports/ENHANCED_XML.xsd of the Sanctions List Service.</remarks>
static class OfacEnhancedXml
{
    const string DeltaNamespace = "DeltaFile";

    static readonly HashSet<string> Containers = ["sanctionsData", "referenceValues", "featureTypes", "entities"];

    public static ListFormat Format { get; } = new("OFAC enhanced XML", Reads, Parse);

    static bool Reads(ImmutableArray<ListFile> files) => files is [var file] && XmlRecords.RootOf(file)?.Name == "sanctionsData";

    static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        var file = source.Files[0];
        if (XmlRecords.RootOf(file)?.Namespace.Contains(DeltaNamespace, StringComparison.Ordinal) == true)
            throw new ListFormatException(file.Name, 0, "is a delta file: it holds only what changed", "Download the full list, SDN_ENHANCED.XML or CONS_ENHANCED.XML.");
        var list = new OfacListBuilder(source, file);
        var references = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var record in XmlRecords.Read(file, Containers, cancel))
        {
            switch (record.Name)
            {
                case "publicationInfo":
                    list.Published = Date(record.Take("dataAsOf"));
                    break;
                case "referenceValue":
                    if (record.TakeAttribute("refId") is { } id && record.Take("value") is { } value) references[id] = value;
                    break;
                case "entity":
                    list.AddPublished(record, OfacEnhancedEntity.Read(record, references));
                    break;
            }
            record.CountInto(list.Coverage, record.Name);
        }
        return list.Build();
    }

    /// <summary>The day of "2026-07-27T00:00:00-04:00".</summary>
    static DateOnly? Date(string? text) =>
        text?.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
