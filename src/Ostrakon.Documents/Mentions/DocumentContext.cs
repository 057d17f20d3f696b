using System.Collections.Frozen;

namespace Ostrakon.Documents.Mentions;

/// <summary>What a document speaks of, as far as it speaks for or against a listing. Immutable.</summary>
/// <param name="Countries">ISO codes of the states that it names.</param>
/// <param name="IsSport">Whether it is a report on sports, and speaks of nothing that parties are listed for.</param>
/// <param name="IsCrime">Whether it speaks of sanctions, arms, crime or terror.</param>
/// <param name="Texts">Title and body.</param>
/// <param name="Published">Publication date, ISO 8601; null where unknown.</param>
sealed record DocumentContext(FrozenSet<string> Countries, bool IsSport, bool IsCrime, IReadOnlyList<MarkedText> Texts, string? Published)
{
    public static DocumentContext Of(IReadOnlyList<(MarkedText Text, List<NameSpan> Spans)> texts, List<PartyDraft> parties, string? published)
    {
        var words = texts.Sum(t => t.Text.Length);
        var sport = texts.Sum(t => t.Text.CountOf(Cue.Sport));
        var crime = texts.Sum(t => t.Text.CountOf(Cue.Crime));
        return new(
            parties.Where(p => p.Kind == PartyKind.Government && p.Country is not null).Select(p => p.Country!).ToFrozenSet(StringComparer.Ordinal),
            sport >= 3 && sport * 40 >= words && sport > 3 * crime,
            crime >= 2 && crime * 250 >= words,
            [.. texts.Select(t => t.Text)], published);
    }

    /// <summary>The text that a mention stands in.</summary>
    public MarkedText TextOf(Mention mention) => Texts.First(t => t.IsTitle == mention.InTitle);
}
