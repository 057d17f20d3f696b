using System.Collections.Immutable;

namespace Ostrakon.Names;

/// <summary>Words of a name to tokens: roles by the lexicon, Latin spellings by the script's table.</summary>
readonly ref struct TokenReader(string name, NameSort sort, ReadOnlySpan<char> letters, ReadOnlySpan<RawWord> words)
{
    readonly ReadOnlySpan<char> _letters = letters;
    readonly ReadOnlySpan<RawWord> _words = words;

    public ImmutableArray<NameToken> Read()
    {
        var tokens = ImmutableArray.CreateBuilder<NameToken>(_words.Length + 1);
        for (var i = 0; i < _words.Length;)
        {
            if (Phrase(i, out var token) is var used and > 0) tokens.Add(token!);
            else if (Dotted(i, out token) is var dotted and > 0) (used, _) = (dotted, Add(tokens, token!));
            else { used = 1; Single(_words[i], tokens); }
            i += used;
        }
        return tokens.DrainToImmutable();
    }

    static bool Add(ImmutableArray<NameToken>.Builder tokens, NameToken token) { tokens.Add(token); return true; }

    ReadOnlySpan<char> Letters(in RawWord word) => _letters.Slice(word.At, word.Count);

    /// <summary>The longest phrase of the lexicon that begins here; returns how many words it has.</summary>
    int Phrase(int from, out NameToken? token)
    {
        token = null;
        Span<char> joined = stackalloc char[NameReader.MaxWord * Lexicon.LongestPhrase];
        var lexicon = Lexicon.For(_words[from].Script);
        int length = 0, found = 0;
        Lexicon.Meaning? meaning = null;
        for (var i = from; i < _words.Length && i < from + Lexicon.LongestPhrase; i++)
        {
            var word = Letters(_words[i]);
            if (length + word.Length + 1 > joined.Length) break;
            if (i > from) joined[length++] = ' ';
            word.CopyTo(joined[length..]);
            length += word.Length;
            if (lexicon.Find(joined[..length]) is { } match && match.AppliesTo(sort)) (meaning, found) = (match, i - from + 1);
        }
        if (meaning is null) return 0;
        // A single letter is a particle only between other words ("Ortega y Gasset"), else an initial.
        if (found == 1 && _words[from].Count == 1 && (from == 0 || from == _words.Length - 1 || _words[from].AfterDot || char.IsUpper(name[_words[from].Start]))) return 0;
        var spelling = "";
        for (var i = from; i < from + found; i++) spelling += Romanized(_words[i])[0];
        token = new NameToken(spelling, [], Skeleton.Of(spelling), meaning.Role, meaning.Class, _words[from].Script,
            _words[from].Start, _words[from + found - 1].End - _words[from].Start);
        return found;
    }

    /// <summary>Letters with dots between them that make a legal form ("S.p.A.") or, in an organisation, an abbreviation ("J.P.").</summary>
    int Dotted(int from, out NameToken? token)
    {
        token = null;
        var end = from + 1;
        while (end < _words.Length && _words[end].AfterDot && _words[end].Script == _words[from].Script) end++;
        if (end == from + 1) return 0;
        Span<char> joined = stackalloc char[NameReader.MaxWord];
        var length = 0;
        var letters = true;
        for (var i = from; i < end; i++)
        {
            if (length + _words[i].Count > joined.Length) return 0;
            Letters(_words[i]).CopyTo(joined[length..]);
            length += _words[i].Count;
            letters &= _words[i].Count == 1;
        }
        var meaning = Lexicon.For(_words[from].Script).Find(joined[..length]);
        if (meaning is { Role: not TokenRole.Particle } && meaning.AppliesTo(sort)) { }
        else if (letters && sort is NameSort.Organisation or NameSort.Vessel) meaning = null;
        else return 0;
        var spellings = Romanizer.Spell(joined[..length], _words[from].Script, name);
        if (_words[from].Script == Script.Latin) spellings = [new string(joined[..length])];
        token = new NameToken(spellings[0], spellings[1..], Skeleton.Of(spellings[0]), meaning?.Role ?? TokenRole.Name, meaning?.Class,
            _words[from].Script, _words[from].Start, _words[end - 1].End - _words[from].Start);
        return end - from;
    }

    void Single(in RawWord word, ImmutableArray<NameToken>.Builder tokens)
    {
        if (word.Digits)
        {
            var number = Letters(word).TrimStart('0');
            var text = new string(Letters(word));
            tokens.Add(new NameToken(text, [], text, TokenRole.Number, number.Length == 0 ? "0" : new string(number), Script.Other, word.Start, word.End - word.Start));
            return;
        }
        if (word.Script == Script.Hangul && KoreanName(word, tokens)) return;
        if (word.CapitalsFrom > 0 && word.Script == Script.Latin && sort != NameSort.Person
            && Lexicon.For(Script.Latin).Find(Letters(word)[word.CapitalsFrom..]) is { Role: TokenRole.LegalForm } form && word.Count == word.End - word.Start)
        {
            var stem = word with { End = word.Start + word.CapitalsFrom, Count = word.CapitalsFrom, CapitalsFrom = 0 };
            Single(stem, tokens);
            var tail = new string(Letters(word)[word.CapitalsFrom..]);
            tokens.Add(new NameToken(tail, [], Skeleton.Of(tail), form.Role, form.Class, word.Script, stem.End, tail.Length));
            return;
        }
        var spellings = Romanized(word);
        tokens.Add(new NameToken(spellings[0], spellings[1..], Skeleton.Of(spellings[0]), word.Count == 1 && word.Script != Script.Han ? TokenRole.Initial : TokenRole.Name,
            null, word.Script, word.Start, word.End - word.Start));
    }

    ImmutableArray<string> Romanized(in RawWord word)
    {
        if (word.Digits) return [new string(Letters(word))];
        if (word.Script != Script.Latin) return Romanizer.Spell(Letters(word), word.Script, name);
        var text = new string(Letters(word));
        if (!word.Sounded) return [text];
        var sounded = Sounded(word);
        return sounded == text ? [text] : [text, sounded];
    }

    string Sounded(in RawWord word)
    {
        var text = new System.Text.StringBuilder();
        foreach (var rune in name.AsSpan(word.Start, word.End - word.Start).EnumerateRunes())
        {
            if (rune.Value == 0x308 && text.Length > 0) text.Append('e');
            else if (Folding.IsMark(rune.Value) || Folding.IsHidden(rune.Value)) continue;
            else if (char.IsAsciiLetterOrDigit((char)rune.Value) && rune.Value < 0x80) text.Append(char.ToLowerInvariant((char)rune.Value));
            else text.Append(Folding.Sounded(rune.Value) ?? Folding.Of(rune.Value));
        }
        return text.ToString();
    }

    /// <summary>A Korean name written in one word: family name, then the given name syllable by syllable.</summary>
    bool KoreanName(in RawWord word, ImmutableArray<NameToken>.Builder tokens)
    {
        var text = Letters(word);
        if (sort is NameSort.Organisation or NameSort.Vessel || _words.Length > 1 || text.Length is < 2 or > 4) return false;
        var familyLength = text.Length == 4 || (text.Length == 3 && Hangul.FamilyName(text[..2]) is not null && Hangul.FamilyName(text[..1]) is null) ? 2 : 1;
        if (Hangul.FamilyName(text[..familyLength]) is not { } family) return false;
        var step = (word.End - word.Start) / text.Length;
        if (step == 0) return false;
        tokens.Add(new NameToken(family[0], [.. family[1..]], Skeleton.Of(family[0]), TokenRole.Name, null, word.Script, word.Start, familyLength * step));
        for (var i = familyLength; i < text.Length; i++)
        {
            var spellings = Romanizer.Spell(text.Slice(i, 1), Script.Hangul, name);
            tokens.Add(new NameToken(spellings[0], spellings[1..], Skeleton.Of(spellings[0]), TokenRole.Name, null, word.Script, word.Start + i * step, step));
        }
        return true;
    }
}
