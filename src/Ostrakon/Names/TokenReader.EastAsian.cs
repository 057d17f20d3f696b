using System.Collections.Immutable;

namespace Ostrakon.Names;

/// <summary>Korean and Chinese names: family name and given name, syllable by syllable or in one.</summary>
readonly ref partial struct TokenReader
{
    /// <summary>Whether all words are Korean: a family name first or last, and one or two syllables of a given name.</summary>
    bool IsKoreanInLatin(out int family)
    {
        family = -1;
        if (sort is not (NameSort.Person or NameSort.Any) || _words.Length is not (2 or 3)) return false;
        foreach (ref readonly var word in _words)
            if (word.Script != Script.Latin || word.Digits || word.Sounded) return false;
        return AreKorean(0, _words[1..], out family) || AreKorean(_words.Length - 1, _words[..^1], out family);
    }

    bool AreKorean(int family, ReadOnlySpan<RawWord> given, out int found)
    {
        found = family;
        if (!KoreanLatin.IsFamily(Letters(_words[family]))) return false;
        if (given.Length == 1) return KoreanLatin.Cut(Letters(given[0])) > 0;
        return KoreanLatin.IsSyllable(Letters(given[0])) && KoreanLatin.IsSyllable(Letters(given[1]));
    }

    void KoreanInLatin(in RawWord word, bool family, ImmutableArray<NameToken>.Builder tokens)
    {
        var letters = Letters(word);
        var cut = family || _words.Length == 3 ? 0 : KoreanLatin.Cut(letters);
        if (cut > 0) Add(tokens, KoreanLatin.Spellings(new string(letters[..cut]), false), TokenRole.Name, null, Script.Latin, Span(word, 0, cut));
        Add(tokens, KoreanLatin.Spellings(new string(letters[cut..]), family), TokenRole.Name, null, Script.Latin, Span(word, cut, letters.Length - cut));
    }

    /// <summary>The family name and the given name of a Chinese in the spelling of Wade and Giles; default where it is none.</summary>
    public ImmutableArray<NameToken> ChineseInWadeGiles()
    {
        if (sort is not (NameSort.Person or NameSort.Any) || _words.Length is not (2 or 3)) return default;
        var looks = false;
        foreach (ref readonly var word in _words)
        {
            if (word.Script != Script.Latin || word.Digits) return default;
            looks |= WadeGiles.LooksLike(Letters(word));
        }
        if (!looks) return default;
        var known = true;
        foreach (ref readonly var word in _words)
        {
            if (WadeGiles.Pinyin(Letters(word)).IsEmpty) return default;
            known &= HangulChinese.IsPinyin(Letters(word));
        }
        if (known) return default;    // pinyin as it stands
        // Of three syllables, those with a hyphen between them are the given name, which pinyin writes as one word.
        var family = _words.Length == 3 && name[_words[0].End] == '-' && name[_words[1].End] != '-' ? 2 : 0;
        var tokens = ImmutableArray.CreateBuilder<NameToken>(2);
        for (var i = 0; i < _words.Length;)
        {
            var count = _words.Length == 3 && i != family ? 2 : 1;
            ref readonly var last = ref _words[i + count - 1];
            var spellings = new Spellings();
            foreach (var first in WadeGiles.Pinyin(Letters(_words[i])))
                if (count == 1) spellings.Add(first);
                else foreach (var second in WadeGiles.Pinyin(Letters(last))) spellings.Add(first + second);
            Add(tokens, spellings.ToArray(), TokenRole.Name, null, Script.Latin, (_words[i].Start, last.End - _words[i].Start));
            i += count;
        }
        return tokens.DrainToImmutable();
    }

    /// <summary>A Korean name, in one word or two: family name, then the given name syllable by syllable.</summary>
    bool KoreanName(in RawWord word, ImmutableArray<NameToken>.Builder tokens)
    {
        var text = Letters(word);
        if (sort is NameSort.Organisation or NameSort.Vessel || _words.Length > 2 || text.Length > 4) return false;
        var family = FamilySyllables(word);
        if (family == 0) return false;
        if (family > 0) Add(tokens, [.. Hangul.FamilyName(text[..family])!], TokenRole.Name, null, Script.Hangul, Span(word, 0, family));
        for (var i = Math.Max(family, 0); i < text.Length; i++)
            Add(tokens, Spell(text.Slice(i, 1), Script.Hangul), TokenRole.Name, null, Script.Hangul, Span(word, i, 1));
        return true;
    }

    /// <summary>Whether the name may be a person's, in one or two words of Hangul.</summary>
    public bool MayBeChineseInHangul => sort is NameSort.Person or NameSort.Any && _words.Length is 1 or 2 && _words[0].Script == Script.Hangul && _words[^1].Script == Script.Hangul;

    /// <summary>The family name and the given name of a Chinese; default where they cannot be read so.</summary>
    public ImmutableArray<NameToken> ChineseInHangul(bool bySound)
    {
        ref readonly var first = ref _words[0];
        ref readonly var last = ref _words[^1];
        var split = _words.Length == 2;
        var signs = string.Concat(Letters(first), split ? Letters(last) : []);
        var pieces = HangulChinese.Cut(signs, split ? first.Count : 0, bySound);
        if (pieces is not [var family, var given]) return default;
        var tokens = ImmutableArray.CreateBuilder<NameToken>(2);
        Add(tokens, family.Spellings, TokenRole.Name, null, Script.Hangul, Span(first, 0, family.Length));
        Add(tokens, given.Spellings, TokenRole.Name, null, Script.Hangul, split ? Span(last, 0, last.Count) : Span(first, family.Length, given.Length));
        return tokens.DrainToImmutable();
    }

    // How many syllables of a word are the family name; 0: it is no Korean name; -1: it is the given name after one.
    int FamilySyllables(in RawWord word)
    {
        var text = Letters(word);
        if (_words.Length == 1)
        {
            if (text.Length < 2) return 0;
            var length = text.Length == 4 || text.Length == 3 && Hangul.FamilyName(text[..2]) is not null && Hangul.FamilyName(text[..1]) is null ? 2 : 1;
            return Hangul.FamilyName(text[..length]) is null ? 0 : length;
        }
        ref readonly var first = ref _words[0];
        if (first.Count > 2 || first.Script != Script.Hangul || _words[1].Script != Script.Hangul || Hangul.FamilyName(Letters(first)) is null || _words[1].Count > 2) return 0;
        return word.Start == first.Start ? text.Length : -1;
    }
}
