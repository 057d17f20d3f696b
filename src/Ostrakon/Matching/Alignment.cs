using System.Collections.Immutable;
using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>Which words of two names stand for each other, as a reader sees them.</summary>
static class Alignment
{
    /// <summary>The words of the query in their order, each with its counterpart, then the words that only the name has.</summary>
    public static ImmutableArray<AlignedWords> Of(NamePair pair)
    {
        var words = ImmutableArray.CreateBuilder<AlignedWords>();
        for (var i = 0; i < pair.Query.Words.Length; i++)
            if (!TryPairing(pair, i, out var pairing)) words.Add(new(Written(pair.Query.Reading, i, 1), "", Unmatched));
            else if (pairing.Query == i)
                words.Add(new(Written(pair.Query.Reading, i, pairing.QueryCount), Written(pair.Name.Reading, pairing.Name, pairing.NameCount), How(pair, pairing)));
        foreach (var j in OnlyInName(pair)) words.Add(new("", Written(pair.Name.Reading, j, 1), Unmatched));
        return words.ToImmutable();
    }

    /// <summary>How a word without counterpart is marked.</summary>
    public const string Unmatched = "unmatched";

    /// <summary>The channel in a reader's words.</summary>
    public static string How(NamePair pair, in Pairing pairing) => pairing.Likeness.How switch
    {
        Channel.Exact when ScriptsDiffer(pair, pairing) => "transliteration",
        Channel.Exact => "exact",
        Channel.Variant => ScriptsDiffer(pair, pairing) ? "transliteration" : "other spelling",
        Channel.Class => pair.Query.Words[pairing.Query].Role switch
        {
            TokenRole.LegalForm => "legal form",
            TokenRole.Number => "number",
            TokenRole.Name => pair.Query.Words[pairing.Query].IsTranslated ? "translation" : "equivalent",
            _ => "exact",
        },
        Channel.Edit => "typing error",
        Channel.Skeleton when ScriptsDiffer(pair, pairing) => "transliteration",
        Channel.Skeleton or Channel.Sound => "sounds alike",
        Channel.Prefix => "cut short",
        Channel.Initial => "initial",
        Channel.Joined => "joined",
        Channel.Acronym => "acronym",
        _ => Unmatched,
    };

    public static IEnumerable<int> OnlyInName(NamePair pair) =>
        Enumerable.Range(0, pair.Name.Words.Length).Where(j => !Array.Exists(pair.Pairings, p => j >= p.Name && j < p.Name + p.NameCount));

    public static bool TryPairing(NamePair pair, int queryWord, out Pairing pairing)
    {
        pairing = Array.Find(pair.Pairings, p => queryWord >= p.Query && queryWord < p.Query + p.QueryCount);
        return pairing.QueryCount > 0;
    }

    /// <summary>Words as they are written in the name.</summary>
    public static string Written(NameReading reading, int first, int count)
    {
        var (start, last) = (reading.Tokens[first].Start, reading.Tokens[first + count - 1]);
        return reading.Original[start..Math.Max(start, last.Start + last.Length)];
    }

    static bool ScriptsDiffer(NamePair pair, in Pairing pairing) =>
        pair.Query.Reading.Tokens[pairing.Query].Script != pair.Name.Reading.Tokens[pairing.Name].Script;
}
