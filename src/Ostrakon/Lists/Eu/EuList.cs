using System.Collections.Immutable;
using System.Globalization;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Eu;

/// <summary>What both formats of the EU list have in common.</summary>
static class EuList
{
    public const string Id = "eu-fsf";

    static readonly string[] DateForms = ["yyyy-MM-dd", "dd/MM/yyyy"];

    public static ParsedList Finish(ListFile file, List<Entry> entries, DateOnly? published, CoverageCounter coverage, ImmutableArray<string>.Builder warnings)
    {
        var linked = UnReferences.Link(entries, static e => e.Facts.FirstOrDefault(static f => f.Property == "sanctions.unscId")?.Value, static e => e.Reason);
        return ParsedList.Of(file, linked, published, coverage, warnings);
    }

    /// <summary>A day, with or without a time behind it; null where there is none.</summary>
    public static DateOnly? Date(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
