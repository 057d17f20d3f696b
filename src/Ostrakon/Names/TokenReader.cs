using System.Collections.Immutable;

namespace Ostrakon.Names;

/// <summary>Words of a name to tokens: roles by the lexicon, Latin spellings by the script's tables.</summary>
readonly ref struct TokenReader(string name, NameSort sort, ReadOnlySpan<char> letters, ReadOnlySpan<RawWord> words)
{
    readonly ReadOnlySpan<char> _letters = letters;
    readonly ReadOnlySpan<RawWord> _words = words;

    /// <summary>The tokens, Han words read in one language; default where they cannot be.</summary>
    public ImmutableArray<NameToken> Read(HanStyle style)
    {
        var tokens = ImmutableArray.CreateBuilder<NameToken>(_words.Length + 1);
        for (var i = 0; i < _words.Length;)
        {
            var used = Phrase(i, tokens);
            if (used == 0) used = Dotted(i, tokens);
            if (used == 0)
            {
                if (!Single(_words[i], style, tokens)) return default;
                used = 1;
            }
            i += used;
        }
        return tokens.DrainToImmutable();
    }

    ReadOnlySpan<char> Letters(in RawWord word) => _letters.Slice(word.At, word.Count);

    /// <summary>The longest word or phrase of the lexicon that begins here; returns how many words it has.</summary>
    int Phrase(int from, ImmutableArray<NameToken>.Builder tokens)
    {
        var lexicon = Lexicon.For(_words[from].Script);
        var meaning = lexicon.Find(Letters(_words[from]), sort, out var longer);
        var found = meaning is null ? 0 : 1;
        if (longer)
        {
            Span<char> phrase = stackalloc char[lexicon.Longest];
            var length = 0;
            for (var i = from; longer && i < _words.Length && i < from + Lexicon.LongestPhrase; i++)
            {
                var word = Letters(_words[i]);
                if (length + word.Length + 1 > phrase.Length) break;
                if (i > from) phrase[length++] = ' ';
                word.CopyTo(phrase[length..]);
                length += word.Length;
                if (lexicon.Find(phrase[..length], sort, out longer) is { } match) (meaning, found) = (match, i - from + 1);
            }
        }
        if (meaning is null || found == 1 && IsInitial(from)) return 0;
        Add(tokens, from, found, meaning);
        return found;
    }

    // A single letter is a particle only between other words and written small ("Ortega y Gasset"); else it stands for a name.
    bool IsInitial(int at)
    {
        var word = _words[at];
        if (word.Count != 1 || word.Script is Script.Han or Script.Hangul or Script.Kana) return false;
        return at == 0 || at == _words.Length - 1 || word.AfterDot || char.IsUpper(name[word.Start]);
    }

    void Add(ImmutableArray<NameToken>.Builder tokens, int from, int count, Lexicon.Meaning meaning)
    {
        ref readonly var first = ref _words[from];
        var spellings = Romanized(first);
        if (count > 1)
        {
            var joined = new Spellings();
            Span<char> text = stackalloc char[count * NameReader.MaxWord * 2];
            var length = 0;
            for (var i = from; i < from + count; i++)
            {
                var spelling = Romanized(_words[i])[0].AsSpan();
                if (length + spelling.Length > text.Length) break;
                spelling.CopyTo(text[length..]);
                length += spelling.Length;
            }
            joined.Add(text[..length]);
            spellings = joined.ToArray();
        }
        tokens.Add(new NameToken(spellings[0], spellings.RemoveAt(0), Skeleton.Of(spellings[0]), meaning.Role, meaning.Class, first.Script,
            first.Start, _words[from + count - 1].End - first.Start));
    }

    /// <summary>Letters with dots between them that make a known word ("S.p.A.") or, in an organisation, an abbreviation ("J.P.").</summary>
    int Dotted(int from, ImmutableArray<NameToken>.Builder tokens)
    {
        var end = from + 1;
        while (end < _words.Length && _words[end].AfterDot && _words[end].Script == _words[from].Script) end++;
        if (end == from + 1) return 0;
        Span<char> joined = stackalloc char[NameReader.MaxWord];
        var length = 0;
        var single = true;
        for (var i = from; i < end; i++)
        {
            if (length + _words[i].Count > joined.Length) return 0;
            Letters(_words[i]).CopyTo(joined[length..]);
            length += _words[i].Count;
            single &= _words[i].Count == 1;
        }
        var meaning = Lexicon.For(_words[from].Script).Find(joined[..length], sort, out _);
        if (meaning is null or { Role: TokenRole.Particle or TokenRole.Name })
        {
            if (!single || sort is NameSort.Person or NameSort.Any) return 0;
            meaning = null;
        }
        var spellings = _words[from].Script == Script.Latin ? [new string(joined[..length])] : Romanizer.Spell(joined[..length], _words[from].Script, name);
        tokens.Add(new NameToken(spellings[0], spellings.RemoveAt(0), Skeleton.Of(spellings[0]), meaning?.Role ?? TokenRole.Name, meaning?.Class,
            _words[from].Script, _words[from].Start, _words[end - 1].End - _words[from].Start));
        return end - from;
    }

    bool Single(in RawWord word, HanStyle style, ImmutableArray<NameToken>.Builder tokens)
    {
        if (word.Digits)
        {
            var text = new string(Letters(word));
            var number = Letters(word).TrimStart('0');
            tokens.Add(new NameToken(text, [], text, TokenRole.Number, number.Length == text.Length ? text : number.IsEmpty ? "0" : new string(number), Script.Other, word.Start, word.End - word.Start));
            return true;
        }
        if (word.Script == Script.Han) return HanWord(word, style, tokens);
        if (word.Script == Script.Hangul && KoreanName(word, tokens)) return true;
        if (word.CapitalsFrom > 0 && JoinedLegalForm(word, tokens)) return true;
        var spellings = Romanized(word);
        tokens.Add(new NameToken(spellings[0], spellings.RemoveAt(0), Skeleton.Of(spellings[0]), word.Count == 1 ? TokenRole.Initial : TokenRole.Name,
            null, word.Script, word.Start, word.End - word.Start));
        return true;
    }

    bool HanWord(in RawWord word, HanStyle style, ImmutableArray<NameToken>.Builder tokens)
    {
        var script = word.Script;
        var whole = sort is NameSort.Person or NameSort.Any && _words.Length == 1;
        var pieces = HanName.Cut(Letters(word), style, whole);
        if (pieces.IsEmpty && style != HanStyle.Mandarin) return false;
        if (pieces.IsEmpty) pieces = [new HanPiece(0, word.Count, Romanizer.Spell(Letters(word), Script.Other, name))];
        foreach (var piece in pieces)
        {
            var (start, length) = Span(word, piece.Start, piece.Length);
            tokens.Add(new NameToken(piece.Spellings[0], piece.Spellings.RemoveAt(0), Skeleton.Of(piece.Spellings[0]), TokenRole.Name, null, script, start, length));
        }
        return true;
    }

    /// <summary>A Korean name written in one word: family name, then the given name syllable by syllable.</summary>
    bool KoreanName(in RawWord word, ImmutableArray<NameToken>.Builder tokens)
    {
        var text = Letters(word);
        if (sort is NameSort.Organisation or NameSort.Vessel || _words.Length > 1 || text.Length is < 2 or > 4) return false;
        var length = text.Length == 4 || text.Length == 3 && Hangul.FamilyName(text[..2]) is not null && Hangul.FamilyName(text[..1]) is null ? 2 : 1;
        if (Hangul.FamilyName(text[..length]) is not { } family) return false;
        var (start, written) = Span(word, 0, length);
        tokens.Add(new NameToken(family[0], [.. family[1..]], Skeleton.Of(family[0]), TokenRole.Name, null, Script.Hangul, start, written));
        for (var i = length; i < text.Length; i++)
        {
            var spellings = Romanizer.Spell(text.Slice(i, 1), Script.Hangul, name);
            (start, written) = Span(word, i, 1);
            tokens.Add(new NameToken(spellings[0], spellings.RemoveAt(0), Skeleton.Of(spellings[0]), TokenRole.Name, null, Script.Hangul, start, written));
        }
        return true;
    }

    // Where letters of a word stand in the text: exact unless hidden characters stand between them, then the whole word.
    static (int Start, int Length) Span(in RawWord word, int at, int count) =>
        word.End - word.Start == word.Count ? (word.Start + at, count) : (word.Start, word.End - word.Start);

    /// <summary>"SiemensAG": a legal form in capitals at the end of a word.</summary>
    bool JoinedLegalForm(in RawWord word, ImmutableArray<NameToken>.Builder tokens)
    {
        if (sort == NameSort.Person || word.Script != Script.Latin || word.Count != word.End - word.Start) return false;
        var text = Letters(word);
        if (Lexicon.For(Script.Latin).Find(text[word.CapitalsFrom..], NameSort.Organisation, out _) is not { Role: TokenRole.LegalForm } form) return false;
        var stem = new string(text[..word.CapitalsFrom]);
        tokens.Add(new NameToken(stem, [], Skeleton.Of(stem), TokenRole.Name, null, word.Script, word.Start, stem.Length));
        var tail = new string(text[word.CapitalsFrom..]);
        tokens.Add(new NameToken(tail, [], Skeleton.Of(tail), form.Role, form.Class, word.Script, word.Start + stem.Length, tail.Length));
        return true;
    }

    ImmutableArray<string> Romanized(in RawWord word)
    {
        if (word.Script != Script.Latin && !word.Digits) return Romanizer.Spell(Letters(word), word.Script, name);
        var text = new string(Letters(word));
        return word.Sounded && Folding.SoundedWord(name.AsSpan(word.Start, word.End - word.Start)) is var sounded && sounded != text ? [text, sounded] : [text];
    }
}
