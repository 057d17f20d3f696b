using System.Collections.Immutable;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Uk;

/// <summary>What all formats of the British list have in common.</summary>
static class UkList
{
    const string Id = "uk-sl";

    public static void RefuseOther(ListSource source, ListFile file)
    {
        if (source.List != Id && !source.Force)
            throw new ListFormatException(file.Name, 0, $"is the UK list, not {source.List}", $"Import it as {Id}, or insist with --force.");
    }

    public static ParsedList Finish(ListFile file, List<Entry> entries, DateOnly? published, CoverageCounter coverage, ImmutableArray<string>.Builder warnings)
    {
        if (entries.Count == 0)
            throw new ListFormatException(file.Name, 0, "holds no entry", "Download it again; the list in use is kept as it is.");
        var linked = UnReferences.Link(entries, static e => e.Facts.FirstOrDefault(static f => f.Property == "sanctions.unscId")?.Value,
            static e => e.Facts.FirstOrDefault(static f => f is { Property: "notes", Note: null })?.Value is { } notes ? $"{e.Reason} {notes}" : e.Reason);
        return new(linked, published, coverage.Report(), warnings.ToImmutable());
    }
}
