using System.Collections.Immutable;

namespace Ostrakon.Names;

/// <summary>
/// Several names written as one: "Northern Bridge Co Ltd (NBC Ltd)", "Army of the North / Northern Front", "Karim Daud alias Abu Samand".
/// </summary>
static class Alternatives
{
    /// <summary>The names, each by itself; none where the text is one name.</summary>
    public static IEnumerable<ImmutableArray<NameToken>> Of(string text, ImmutableArray<NameToken> tokens, NameSort sort)
    {
        for (var i = 1; i < tokens.Length - 1; i++)
            if (tokens[i] is { Role: TokenRole.Title, Class: "alias" }) return Names(tokens[..i], tokens[(i + 1)..]);
        if (sort == NameSort.Person) return [];
        for (var i = 1; i < tokens.Length; i++)
        {
            var end = tokens[i - 1].Start + tokens[i - 1].Length;
            var between = text.AsSpan()[end..Math.Max(tokens[i].Start, end)];
            if (between.Contains('/')) return Names(tokens[..i], tokens[i..]);
            // A second name, not a country or a line of business: it has a legal form of its own.
            if (between.Contains('(') && text.AsSpan().TrimEnd().EndsWith(")") && HasLegalForm(tokens[i..])
                || between.ContainsAny("-–—,;") && HasLegalForm(tokens[..i]) && HasLegalForm(tokens[i..])) return Names(tokens[..i], tokens[i..]);
        }
        return [];
    }

    static bool HasLegalForm(ImmutableArray<NameToken> tokens) => tokens.Any(t => t.Role == TokenRole.LegalForm);

    static IEnumerable<ImmutableArray<NameToken>> Names(ImmutableArray<NameToken> one, ImmutableArray<NameToken> other) =>
        IsName(one) && IsName(other) ? [one, other] : [];

    /// <summary>Whether the words could be a name by themselves.</summary>
    static bool IsName(ImmutableArray<NameToken> tokens) => tokens.Any(t => t.Role == TokenRole.Name && t.Text.Length >= ShortestWord);

    const int ShortestWord = 3;
}
