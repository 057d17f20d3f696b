using System.Collections.Immutable;

namespace Ostrakon.Names;

/// <summary>Chinese names in the spelling of Wade and Giles without its marks ("Hsi Chin-ping"), as pinyin writes them ("Xi Jinping").</summary>
static class WadeGiles
{
    const int LongestSyllable = 7;

    static readonly RuleTable FromPinyin = RuleTable.Load("wade-giles");

    static readonly Dictionary<string, string[]> ToPinyin = (from syllable in HangulChinese.PinyinSyllables
                                                              group syllable by Spelled(syllable) into same
                                                              select same).ToDictionary(g => g.Key, g => g.Order(StringComparer.Ordinal).ToArray());

    /// <summary>The pinyin syllables that a word may be; none where it is no syllable.</summary>
    public static ImmutableArray<string> Pinyin(ReadOnlySpan<char> word) =>
        word.Length <= LongestSyllable && ToPinyin.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var pinyin) ? [.. pinyin] : [];

    /// <summary>Whether a word may be a syllable that pinyin does not have. Needs no table, and may be wrong.</summary>
    public static bool LooksLike(ReadOnlySpan<char> word) =>
        word.Length <= LongestSyllable
        && (word.StartsWith("hs") || word.StartsWith("tz") || word.StartsWith("ts") || word.StartsWith("chi") || word.StartsWith("chu") || word.EndsWith("ung") || word.EndsWith("uo")
            || word.EndsWith("ien") || word.EndsWith("eh") || word.EndsWith("ih") || word.EndsWith("uei"));

    static string Spelled(string syllable)
    {
        Span<char> output = stackalloc char[2 * LongestSyllable];
        return new(output[..FromPinyin.Rewrite(syllable, 0, output)]);
    }
}
