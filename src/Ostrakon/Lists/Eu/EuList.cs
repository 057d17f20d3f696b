using System.Collections.Immutable;
using System.Globalization;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Eu;

/// <summary>What both formats of the EU list have in common.</summary>
static class EuList
{
    const string Id = "eu-fsf";

    static readonly string[] DateForms = ["yyyy-MM-dd", "dd/MM/yyyy"];

    public static void RefuseOther(ListSource source, ListFile file)
    {
        if (source.List != Id && !source.Force)
            throw new ListFormatException(file.Name, 0, $"is the EU list, not {source.List}", $"Import it as {Id}, or insist with --force.");
    }

    public static ParsedList Finish(ListFile file, List<Entry> entries, DateOnly? published, CoverageCounter coverage, ImmutableArray<string>.Builder warnings)
    {
        if (entries.Count == 0)
            throw new ListFormatException(file.Name, 0, "holds no entry", "Download it again; the list in use is kept as it is.");
        return new(UnReferences.Link(entries, static e => e.Facts.FirstOrDefault(static f => f.Property == "sanctions.unscId")?.Value, static e => e.Reason),
            published, coverage.Report(), warnings.ToImmutable());
    }

    /// <summary>A day, with or without a time behind it; null where there is none.</summary>
    public static DateOnly? Date(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
