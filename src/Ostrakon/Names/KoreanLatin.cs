using System.Collections.Immutable;

namespace Ostrakon.Names;

/// <summary>
/// Korean names in Latin letters: one syllable is written by official schemes and by custom (Jeong, Chong, Jung, Jong), and family names
/// by custom alone (Lee, Yi, Ri). A name that is Korean throughout gets, for each word, the other spellings of its syllable.
/// </summary>
static class KoreanLatin
{
    const int LongestSyllable = 6, MostSpellings = 9;

    static readonly Lazy<Dictionary<string, string[]>> Given = new(() => ByAnySpelling(Hangul.GivenNameSyllables()));
    static readonly Lazy<Dictionary<string, string[]>> Families = new(() => ByAnySpelling(Hangul.FamilySpellings()));

    /// <summary>Whether a folded word may be a family name.</summary>
    public static bool IsFamily(ReadOnlySpan<char> word) => word.Length <= LongestSyllable && Lookup(Families.Value).ContainsKey(word);

    /// <summary>Whether a folded word may be one syllable of a given name.</summary>
    public static bool IsSyllable(ReadOnlySpan<char> word) => word.Length <= LongestSyllable && Lookup(Given.Value).ContainsKey(word);

    /// <summary>Where the second of two syllables begins; 0 where a word is not two syllables.</summary>
    public static int Cut(ReadOnlySpan<char> word)
    {
        // One syllable of Korean or of Mandarin is no two: "Hoon", "Jian".
        if (IsSyllable(word) || HangulChinese.IsPinyin(word)) return 0;
        // The longest first syllable that leaves a second one: "jeongeun" is jeong eun.
        for (var at = Math.Min(word.Length - 2, LongestSyllable); at >= 2; at--)
            if (IsSyllable(word[..at]) && IsSyllable(word[at..])) return at;
        return 0;
    }

    /// <summary>The word and the other spellings of its syllables.</summary>
    public static ImmutableArray<string> Spellings(string word, bool family) =>
        (family ? Families : Given).Value.TryGetValue(word, out var spellings) ? [word, .. spellings.Where(s => s != word)] : [word];

    static Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> Lookup(Dictionary<string, string[]> table) => table.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>From each spelling to all spellings of all syllables that are written so.</summary>
    static Dictionary<string, string[]> ByAnySpelling(IEnumerable<IReadOnlyList<string>> syllables)
    {
        var all = new Dictionary<string, List<string>>();
        foreach (var spellings in syllables)
            foreach (var spelling in spellings)
            {
                if (!all.TryGetValue(spelling, out var others)) all[spelling] = others = [];
                others.AddRange(spellings.Where(s => !others.Contains(s)));
            }
        return all.ToDictionary(p => p.Key, p => p.Value.Take(MostSpellings).ToArray());
    }
}
