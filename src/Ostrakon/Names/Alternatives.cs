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
            var inBrackets = between.Contains('(') && text.AsSpan().TrimEnd().EndsWith(")");
            if (inBrackets && Abbreviates(text, tokens[i], tokens[..i])) return [tokens[..i], .. Phrases(text, tokens[i..])];
            if (inBrackets && HasLegalForm(tokens[i..])
                || between.ContainsAny("-–—,;") && HasLegalForm(tokens[..i]) && HasLegalForm(tokens[i..])) return Names(tokens[..i], tokens[i..]);
        }
        return [];
    }

    /// <summary>Whether a word in capitals is made of letters of the name before it, and begins as that does ("ISIL", "PDVSA").</summary>
    static bool Abbreviates(string text, NameToken word, ImmutableArray<NameToken> name)
    {
        if (word.Text.Length < ShortestAbbreviation || name.Length < 2 || word.Text[0] != name[0].Text[0] || text.AsSpan(word.Start, word.Length).ContainsAnyInRange('a', 'z')) return false;
        var matched = 0;
        foreach (var token in name)
            foreach (var letter in token.Text)
                if (matched < word.Text.Length && letter == word.Text[matched]) matched++;
        return matched == word.Text.Length;
    }

    const int ShortestAbbreviation = 2;

    /// <summary>The names between commas that have several words: initials alone are anybody's.</summary>
    static IEnumerable<ImmutableArray<NameToken>> Phrases(string text, ImmutableArray<NameToken> tokens)
    {
        var first = 0;
        for (var i = 1; i <= tokens.Length; i++)
        {
            if (i < tokens.Length && !text.AsSpan()[(tokens[i - 1].Start + tokens[i - 1].Length)..tokens[i].Start].Contains(',')) continue;
            if (i - first > 1 && IsName(tokens[first..i])) yield return tokens[first..i];
            first = i;
        }
    }

    static bool HasLegalForm(ImmutableArray<NameToken> tokens) => tokens.Any(t => t.Role == TokenRole.LegalForm);

    static IEnumerable<ImmutableArray<NameToken>> Names(ImmutableArray<NameToken> one, ImmutableArray<NameToken> other) =>
        IsName(one) && IsName(other) ? [one, other] : [];

    /// <summary>Whether the words could be a name by themselves.</summary>
    static bool IsName(ImmutableArray<NameToken> tokens) => tokens.Any(t => t.Role == TokenRole.Name && t.Text.Length >= ShortestWord);

    const int ShortestWord = 3;
}
