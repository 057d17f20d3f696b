using System.Collections.Immutable;

namespace Ostrakon.Names;

/// <summary>A piece of a Han word and how it is spelled.</summary>
readonly record struct HanPiece(int Start, int Length, ImmutableArray<string> Spellings);

/// <summary>Cuts a Han word that is a person's name into family and given name, in one language.</summary>
static class HanName
{
    static readonly Lazy<HashSet<string>> Chinese = new(() => [.. TableFile.Lines("han-families")]);
    static readonly Lazy<Dictionary<string, string>> Japanese = new(() => TableFile.Rows("han-families-japanese").ToDictionary(r => r[0], r => r[1]));

    /// <summary>
    /// The pieces of a word; empty where it cannot be read so. <paramref name="whole"/>: the word is the whole name, so that it
    /// may begin with a family name.
    /// </summary>
    public static ImmutableArray<HanPiece> Cut(ReadOnlySpan<char> word, HanStyle style, bool whole)
    {
        var family = whole ? FamilyLength(word, style) : 0;
        if (family == 0 && whole && style is HanStyle.Cantonese or HanStyle.Korean) return [];
        if (family == 0 && whole && style == HanStyle.Japanese && word.Length < 2) return [];
        if (style == HanStyle.Foreign) family = 0;
        var pieces = ImmutableArray.CreateBuilder<HanPiece>(4);
        if (family > 0 && !Add(0, FamilySpellings(word[..family], style), family)) return [];
        // Korean and Cantonese given names are written syllable by syllable, Chinese and Japanese ones joined.
        var step = style is HanStyle.Korean or HanStyle.Cantonese ? 1 : word.Length - family;
        for (var i = family; i < word.Length; i += step)
            if (!Add(i, Spell(word.Slice(i, step), style), step)) return [];
        return pieces.DrainToImmutable();

        bool Add(int start, ImmutableArray<string> spellings, int length)
        {
            if (spellings.IsEmpty) return false;
            pieces.Add(new HanPiece(start, length, spellings));
            return true;
        }
    }

    static int FamilyLength(ReadOnlySpan<char> word, HanStyle style)
    {
        if (style == HanStyle.Japanese)
        {
            for (var length = Math.Min(3, word.Length - 1); length > 0; length--)
                if (Japanese.Value.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word[..length])) return length;
            return word.Length == 4 ? 2 : 0;
        }
        if (word.Length is < 2 or > 4) return 0;
        var families = Chinese.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        return word.Length > 2 && families.Contains(word[..2]) ? 2 : word.Length < 4 && families.Contains(word[..1]) ? 1 : 0;
    }

    static ImmutableArray<string> FamilySpellings(ReadOnlySpan<char> family, HanStyle style)
    {
        Span<char> hangul = stackalloc char[family.Length];
        return style switch
        {
            HanStyle.Japanese when Japanese.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(family, out var name) => [name],
            HanStyle.Korean when Han.InHangul(family, hangul) && Hangul.FamilyName(hangul) is { } spellings => [.. spellings],
            HanStyle.Korean => [],
            _ => Spell(family, style),
        };
    }

    static ImmutableArray<string> Spell(ReadOnlySpan<char> word, HanStyle style)
    {
        var spellings = new Spellings();
        Han.Spell(word, style, ref spellings);
        return spellings.ToArray();
    }
}
