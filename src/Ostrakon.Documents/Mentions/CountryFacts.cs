using System.Collections.Frozen;
using Ostrakon.Names;
using Ostrakon.Parties;

namespace Ostrakon.Documents.Mentions;

/// <summary>The countries that a list gives for a party.</summary>
static class CountryFacts
{
    static readonly FrozenSet<string> Properties = new[] { "country", "nationality", "citizenship", "birthCountry", "jurisdiction", "flag", "address" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The first country of the party that is among the given ones, as the list spells it; null where there is none.</summary>
    public static string? Shared(Party party, FrozenSet<string> countries)
    {
        if (countries.Count == 0) return null;
        foreach (var listing in party.Listings)
            foreach (var fact in listing.Entry.Facts)
                if (Properties.Contains(fact.Property))
                    foreach (var text in new[] { fact.Value, fact.Country })
                        if (text is not null && CodeOf(text) is { } code && countries.Contains(code)) return text;
        return null;
    }

    static string? CodeOf(string text)
    {
        if (text.Length == 2) return text.ToUpperInvariant();
        var words = TextWords.Read(text);
        for (var i = 0; i < words.Length; i++)
            if (Gazetteer.Longest(text, words, i, out var name) > 0 && name!.As == CountryWord.Name && name.Party.Country is { } code) return code;
        return null;
    }
}
