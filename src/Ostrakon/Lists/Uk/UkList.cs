using System.Collections.Immutable;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Uk;

/// <summary>What all formats of the British list have in common.</summary>
static class UkList
{
    public const string Id = "uk-sl";

    public static ParsedList Finish(ListFile file, List<Entry> entries, DateOnly? published, CoverageCounter coverage, ImmutableArray<string>.Builder warnings)
    {
        var linked = UnReferences.Link(entries, static e => e.Facts.FirstOrDefault(static f => f.Property == "sanctions.unscId")?.Value,
            static e => e.Facts.FirstOrDefault(static f => f is { Property: "notes", Note: null })?.Value is { } notes ? $"{e.Reason} {notes}" : e.Reason);
        return ParsedList.Of(file, linked, published, coverage, warnings);
    }
}
