using System.Collections.Immutable;

namespace Ostrakon.Names;

/// <summary>
/// Chinese names written in Hangul: those of the living by the sounds of Mandarin (시진핑), those of the past, and of many who live abroad, as Koreans
/// read the characters (유비). Either way several syllables of Mandarin are written alike.
/// </summary>
static class HangulChinese
{
    const int LongestSound = 3, MostSigns = 7, MostCharacters = 4;

    static readonly Lazy<Dictionary<string, string[]>> Families = Later("family"), Given = Later("given"), Sounds = Later("sound");

    static readonly Lazy<HashSet<string>> Pinyin = new(() => [.. Sounds.Value.Values.SelectMany(p => p)]);

    /// <summary>The syllables of Mandarin in pinyin.</summary>
    public static IEnumerable<string> PinyinSyllables => Pinyin.Value;

    /// <summary>Whether a word is one syllable of Mandarin in pinyin.</summary>
    public static bool IsPinyin(ReadOnlySpan<char> word) => Pinyin.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Family and given name; empty where the signs cannot be read so.</summary>
    /// <param name="signs">The whole name.</param>
    /// <param name="family">How many signs are the family name; 0 where it is not known.</param>
    /// <param name="bySound">Whether the sounds are written, else the characters.</param>
    public static ImmutableArray<HanPiece> Cut(ReadOnlySpan<char> signs, int family, bool bySound)
    {
        if (signs.Length < 2 || signs.Length > (bySound ? MostSigns : MostCharacters)) return [];
        var families = bySound ? Sounds.Value : Families.Value;
        var length = Longest(families, family > 0 ? signs[..family] : signs[..^1], bySound ? LongestSound : 2);
        if (length == 0 || family > 0 && length != family || GivenName(signs[length..], bySound) is not { IsEmpty: false } given) return [];
        return [new(0, length, [.. families.GetAlternateLookup<ReadOnlySpan<char>>()[signs[..length]]]), new(length, signs.Length - length, given)];
    }

    /// <summary>The spellings of a given name, whose syllables are written as one word.</summary>
    static ImmutableArray<string> GivenName(ReadOnlySpan<char> signs, bool bySound)
    {
        var table = bySound ? Sounds.Value : Given.Value;
        List<string> spellings = [""];
        while (!signs.IsEmpty)
        {
            var length = Longest(table, signs, bySound ? LongestSound : 1);
            if (length == 0) return [];
            var syllables = table.GetAlternateLookup<ReadOnlySpan<char>>()[signs[..length]];
            spellings = [.. syllables.SelectMany(s => spellings, (s, before) => before + s).Take(Spellings.Most)];
            signs = signs[length..];
        }
        return [.. spellings];
    }

    static int Longest(Dictionary<string, string[]> table, ReadOnlySpan<char> signs, int most)
    {
        var found = table.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(most, signs.Length); length > 0; length--)
            if (found.ContainsKey(signs[..length])) return length;
        return 0;
    }

    static Lazy<Dictionary<string, string[]>> Later(string kind) =>
        new(() => TableFile.Rows("hangul-chinese").Where(r => r[0] == kind).ToDictionary(r => r[1], r => r[2..]));
}
