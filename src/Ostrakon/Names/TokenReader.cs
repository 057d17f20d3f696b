using System.Collections.Immutable;

namespace Ostrakon.Names;

/// <summary>Words of a name to tokens: roles by the lexicon, Latin spellings by the script's tables.</summary>
readonly ref partial struct TokenReader(string name, NameSort sort, ReadOnlySpan<char> letters, ReadOnlySpan<RawWord> words)
{
    readonly ReadOnlySpan<char> _letters = letters;
    readonly ReadOnlySpan<RawWord> _words = words;

    /// <summary>The tokens, Han words read in one language; default where they cannot be.</summary>
    /// <param name="style">That language.</param>
    /// <param name="whole">Whether Arabic compounds are one word.</param>
    /// <param name="abbreviated">Whether letters with dots between them are an abbreviation, not the initials of a person.</param>
    public ImmutableArray<NameToken> Read(HanStyle style, bool whole = false, bool abbreviated = false)
    {
        var tokens = ImmutableArray.CreateBuilder<NameToken>(_words.Length + 1);
        if (IsKoreanInLatin(out var family))
        {
            for (var i = 0; i < _words.Length; i++) KoreanInLatin(_words[i], i == family, tokens);
            return tokens.DrainToImmutable();
        }
        for (var i = 0; i < _words.Length;)
        {
            var used = whole ? WholeCompound(i, tokens) : 0;
            if (used == 0) used = Phrase(i, tokens);
            if (used == 0) used = Dotted(i, abbreviated || sort is NameSort.Organisation or NameSort.Vessel, tokens);
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

    static void Add(ImmutableArray<NameToken>.Builder tokens, ImmutableArray<string> spellings, TokenRole role, string? group, Script script, (int Start, int Length) at) =>
        tokens.Add(new NameToken(spellings[0], spellings.Length == 1 ? [] : spellings.RemoveAt(0), Skeleton.Of(spellings[0]), role, group, script, at.Start, at.Length));

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
        // Nothing is joined to what does not come before: a preposition that begins a company's name is its name ("Pro Traffic").
        if (meaning is { Role: TokenRole.Particle, Class: null } && sort == NameSort.Organisation && NoNameBefore(tokens) && !IsArticle(_words[from])) meaning = null;
        if (meaning is null || found == 1 && IsInitial(from) && !IsOrdinal(meaning, from) || found == 2 && from == 0 && _words[0].Count == 1 && _words[1].Count == 1 && meaning.Role == TokenRole.LegalForm
            || !InPlace(meaning.Place, from, found) || meaning.Role == TokenRole.Particle && AreInitials(from, found)) return 0;
        ref readonly var first = ref _words[from];
        Add(tokens, found == 1 ? Romanized(first) : [Joined(from, found)], meaning.Role, meaning.Class, first.Script,
            (first.Start, _words[from + found - 1].End - first.Start));
        return found;
    }

    static bool NoNameBefore(ImmutableArray<NameToken>.Builder tokens)
    {
        foreach (var token in tokens)
            if (token.Role is not TokenRole.LegalForm) return false;
        return true;
    }

    bool IsLast(in RawWord word) => _words.Length > 1 && word.Start == _words[^1].Start;

    bool IsArticle(in RawWord word) => Letters(word) is "the" or "la" or "le" or "las" or "los" or "les" or "der" or "die" or "das" or "de" or "du" or "des" or "het" or "o" or "a" or "os" or "as" or "gli" or "lo" or "η" or "ο" or "το" or "τα";

    string Joined(int from, int count)
    {
        var text = "";
        foreach (ref readonly var word in _words.Slice(from, count)) text += Romanized(word)[0];
        return text;
    }

    // A single letter is a particle only between other words and written small ("Ortega y Gasset"); else it stands for a name.
    bool IsInitial(int at)
    {
        var word = _words[at];
        if (word.Count != 1 || !HasInitials(word.Script) || name[word.Start] == '&') return false;
        return sort != NameSort.Vessel && (at == 0 || at == _words.Length - 1 || word.AfterDot || char.IsUpper(name[word.Start]));
    }

    /// <summary>The number of a ruler ("Rudolf I") is no initial ("Rudolf I.").</summary>
    bool IsOrdinal(Lexicon.Meaning meaning, int at) => meaning.Role == TokenRole.Number && !(_words[at].End < name.Length && name[_words[at].End] == '.');

    /// <summary>Single letters without a stroke between them: "Karim S. O. Daud", where "s/o" is a son.</summary>
    bool AreInitials(int from, int count) => count == 2 && _words[from].Count == 1 && _words[from + 1].Count == 1 && name[_words[from].End] != '/';

    static bool HasInitials(Script script) => script is not (Script.Han or Script.Hangul or Script.Kana);

    bool InPlace(Lexicon.Place place, int from, int count)
    {
        var last = from + count == _words.Length;
        return place switch
        {
            Lexicon.Place.NotLast => !last,
            Lexicon.Place.FirstOfThree => from == 0 && _words.Length - count >= 2,
            Lexicon.Place.NotFirstOfThree => !last && (from > 0 || _words.Length < 3),
            Lexicon.Place.Middle => !last && from > 0,
            Lexicon.Place.Last => last && from > 0,
            Lexicon.Place.BeforeItsLastLetter => !last && Letters(_words[from])[1] == Letters(_words[from + count])[0],
            _ => true,
        };
    }

    /// <summary>Letters with dots between them that make a known word ("S.p.A.") or, in an organisation, an abbreviation ("J.P.").</summary>
    int Dotted(int from, bool abbreviated, ImmutableArray<NameToken>.Builder tokens)
    {
        ref readonly var first = ref _words[from];
        var end = from + 1;
        while (end < _words.Length && _words[end].AfterDot && _words[end].Script == first.Script) end++;
        if (end == from + 1) return 0;
        Span<char> joined = stackalloc char[NameReader.MaxWord];
        var length = 0;
        var single = true;
        foreach (ref readonly var word in _words[from..end])
        {
            if (length + word.Count > joined.Length) return 0;
            Letters(word).CopyTo(joined[length..]);
            length += word.Count;
            single &= word.Count == 1;
        }
        var meaning = Lexicon.For(first.Script).Find(joined[..length], sort, out _);
        // "A.O. Smith" begins with initials, not with a form of company.
        if (meaning is null or { Role: TokenRole.Particle or TokenRole.Name } || from == 0 && length < 3)
        {
            if (!single || !abbreviated) return 0;
            meaning = null;
        }
        Add(tokens, Spell(joined[..length], first.Script), meaning?.Role ?? TokenRole.Name, meaning?.Class, first.Script,
            (first.Start, _words[end - 1].End - first.Start));
        return end - from;
    }

    bool Single(in RawWord word, HanStyle style, ImmutableArray<NameToken>.Builder tokens)
    {
        var at = (word.Start, word.End - word.Start);
        if (word.Digits)
        {
            var number = Letters(word).TrimStart('0');
            Add(tokens, [new string(Letters(word))], TokenRole.Number, number.IsEmpty ? "0" : new string(number), Script.Other, at);
            return true;
        }
        if (word.Script.IsWrittenInSigns() && sort is NameSort.Organisation or NameSort.Any && OrganisationInSigns(word, style, tokens)) return true;
        if (word.Script == Script.Han) return HanName(word, 0, word.Count, style, tokens);
        if (word.Script == Script.Hangul && style != HanStyle.Foreign && KoreanName(word, tokens)) return true;
        if (word.CapitalsFrom > 0 && JoinedLegalForm(word, tokens)) return true;
        if (sort is NameSort.Person or NameSort.Any && CompoundName(word, tokens)) return true;
        if (sort == NameSort.Organisation && word.Script == Script.Latin && IsLast(word) && Lexicon.LegalFormLike(Letters(word)) is { } form)
        {
            Add(tokens, Romanized(word), form.Role, form.Class, word.Script, at);
            return true;
        }
        var spellings = Romanized(word);
        if (word.Count == 1 && HasInitials(word.Script)) Add(tokens, spellings, TokenRole.Initial, null, word.Script, at);
        else Add(tokens, spellings, TokenRole.Name, GivenName(word, spellings), word.Script, at);
        return true;
    }

    /// <summary>The class of a given name that the lexicon knows in Latin letters only.</summary>
    string? GivenName(in RawWord word, ImmutableArray<string> spellings)
    {
        if (sort != NameSort.Person || word.Script is Script.Latin or Script.Other or Script.Hangul || spellings[0].Length < ShortestGivenName) return null;
        return Lexicon.For(Script.Latin).Find(spellings[0], sort, out _) is { Role: TokenRole.Name } meaning ? meaning.Class : null;
    }

    const int ShortestGivenName = 4;

    /// <summary>Whether a name of which nobody knows what it names holds letters with dots between them ("N.K.V. Holding", "N.K. Voronov").</summary>
    public bool HoldsAbbreviation
    {
        get
        {
            for (var i = 1; sort == NameSort.Any && i < _words.Length; i++)
                if (_words[i].AfterDot && _words[i].Count == 1 && _words[i - 1].Count == 1) return true;
            return false;
        }
    }

    /// <summary>Whether a name that may be an organisation's holds an Arabic compound, which the names of organisations have in one word.</summary>
    public bool HoldsCompound
    {
        get
        {
            for (var i = 0; i < _words.Length; i++)
                if (CompoundWords(i) > 0) return true;
            return false;
        }
    }

    /// <summary>How many words the compound that begins here has; 0 where none does.</summary>
    int CompoundWords(int from) =>
        sort is not (NameSort.Any or NameSort.Organisation) ? 0
        : from + 1 < _words.Length && _words[from].Script == Script.Arabic && Letters(_words[from + 1]) is Compound.God && !IsPhrase(from) ? 2
        : sort == NameSort.Any && Compound.Cut(Letters(_words[from]), _words[from].Script) > 0 ? 1 : 0;

    /// <summary>Whether the lexicon knows two words together (servant of God, sign of God).</summary>
    bool IsPhrase(int from) =>
        Lexicon.For(_words[from].Script).Find(string.Concat(Letters(_words[from]), " ", Letters(_words[from + 1])), NameSort.Person, out _) is not null;

    /// <summary>A compound in one word, however many it is written in; returns how many.</summary>
    int WholeCompound(int from, ImmutableArray<NameToken>.Builder tokens)
    {
        var count = CompoundWords(from);
        if (count == 0) return 0;
        ref readonly var first = ref _words[from];
        ref readonly var last = ref _words[from + count - 1];
        var letters = _letters[first.At..(last.At + last.Count)];
        var spellings = first.Script == Script.Arabic && letters.EndsWith(Compound.God) ? WithGod(letters[..^Compound.God.Length]) : Spell(letters, first.Script);
        Add(tokens, spellings, TokenRole.Name, null, first.Script, (first.Start, last.End - first.Start));
        return count;
    }

    ImmutableArray<string> WithGod(ReadOnlySpan<char> before)
    {
        var spellings = new Spellings();
        foreach (var spelling in Spell(before, Script.Arabic))
            foreach (var god in Compound.GodInLatin) spellings.Add(spelling + god);
        return spellings.ToArray();
    }

    /// <summary>"Abdurrahman" as Abdur and Rahman.</summary>
    bool CompoundName(in RawWord word, ImmutableArray<NameToken>.Builder tokens)
    {
        var text = Letters(word);
        var cut = Compound.Cut(text, word.Script);
        if (cut == 0) return false;
        Part(word, 0, cut, tokens);
        Part(word, cut, text.Length - cut, tokens);
        return true;
    }

    void Part(in RawWord word, int start, int length, ImmutableArray<NameToken>.Builder tokens)
    {
        var text = Letters(word).Slice(start, length);
        var meaning = Lexicon.For(word.Script).Find(text, NameSort.Person, out _);
        Add(tokens, Spell(text, word.Script), TokenRole.Name, meaning?.Class, word.Script, Span(word, start, length));
    }

    /// <summary>"SiemensAG": a legal form in capitals at the end of a word.</summary>
    bool JoinedLegalForm(in RawWord word, ImmutableArray<NameToken>.Builder tokens)
    {
        if (sort == NameSort.Person || word.Script != Script.Latin) return false;
        var cut = word.CapitalsFrom;
        var tail = Letters(word)[cut..];
        if (Lexicon.For(Script.Latin).Find(tail, NameSort.Organisation, out _) is not { Role: TokenRole.LegalForm } form) return false;
        Part(word, 0, cut, tokens);
        Add(tokens, [new string(tail)], form.Role, form.Class, word.Script, Span(word, cut, word.Count - cut));
        return true;
    }

    /// <summary>A Han word that is a name, or the part of an organisation's that is.</summary>
    bool HanName(in RawWord word, int from, int count, HanStyle style, ImmutableArray<NameToken>.Builder tokens)
    {
        var text = Letters(word).Slice(from, count);
        var pieces = Names.HanName.Cut(text, style, whole: sort is NameSort.Person or NameSort.Any && _words.Length == 1 && count == word.Count);
        if (pieces.IsEmpty && style != HanStyle.Mandarin) return false;
        if (pieces.IsEmpty) pieces = [new HanPiece(0, count, Romanizer.Spell(text, Script.Other, name))];
        foreach (var piece in pieces)
            Add(tokens, piece.Spellings, TokenRole.Name, null, Script.Han, Span(word, from + piece.Start, piece.Length));
        return true;
    }

    /// <summary>An organisation's name in Han characters or Hangul, cut at the words of the lexicon; false where it holds none.</summary>
    bool OrganisationInSigns(in RawWord word, HanStyle style, ImmutableArray<NameToken>.Builder tokens)
    {
        var text = Letters(word);
        var lexicon = Lexicon.For(word.Script);
        int named = 0, before = tokens.Count;
        for (var i = 0; i < text.Length;)
        {
            // Single characters are too often part of a name.
            var length = Math.Min(lexicon.Longest, text.Length - i);
            Lexicon.Meaning? meaning = null;
            while (length > 1 && (meaning = lexicon.Find(text.Slice(i, length), NameSort.Organisation, out _)) is null) length--;
            if (meaning is null) { i++; continue; }
            if (i > named && !Named(word, named, i - named, style, tokens)) return false;
            var spelling = Spell(text.Slice(i, length), word.Script)[..1];
            Add(tokens, spelling, meaning.Role, meaning.Class, word.Script, Span(word, i, length));
            i = named = i + length;
        }
        return tokens.Count > before && (named == text.Length || Named(word, named, text.Length - named, style, tokens));
    }

    /// <summary>The part of an organisation's name that is no known word.</summary>
    bool Named(in RawWord word, int from, int count, HanStyle style, ImmutableArray<NameToken>.Builder tokens)
    {
        if (word.Script == Script.Han) return HanName(word, from, count, style, tokens);
        Part(word, from, count, tokens);
        return true;
    }

    // Where letters of a word stand in the text: exact unless hidden characters stand between them, then the whole word.
    static (int Start, int Length) Span(in RawWord word, int at, int count) =>
        word.End - word.Start == word.Count ? (word.Start + at, count) : (word.Start, word.End - word.Start);

    ImmutableArray<string> Spell(ReadOnlySpan<char> text, Script script) =>
        script == Script.Latin ? [new string(text)] : Romanizer.Spell(text, script, name);

    ImmutableArray<string> Romanized(in RawWord word)
    {
        var text = Letters(word);
        if (word.Digits) return [new string(text)];
        if (word.Script == Script.Hangul && sort is NameSort.Person or NameSort.Any) return Hangul.SpellWord(text);
        if (word.Script != Script.Latin) return Spell(text, word.Script);
        var plain = new string(text);
        if (sort == NameSort.Person && WithoutArticle(plain) is { } bareName) return [plain, bareName];
        if (plain.StartsWith("mc", StringComparison.Ordinal) && plain.Length > 4) return [plain, "mac" + plain[2..]];
        if (plain.Contains("tsch", StringComparison.Ordinal)) return [plain, GermanRussian(plain)];
        if (sort is NameSort.Person or NameSort.Any && SomaliSpelling.Of(plain) is { } somali) return [plain, somali];
        if (!word.Sounded && (sort is NameSort.Person or NameSort.Any) && InFrench(plain) is { Length: > 0 } others) return [plain, .. others];
        if (!word.Sounded) return sort is NameSort.Person or NameSort.Any && BalticEnding.Without(plain) is { } bare ? [plain, bare] : [plain];
        var sounded = Folding.SoundedWord(name.AsSpan(word.Start, word.End - word.Start));
        // Chinese passports write a u with two dots as yu.
        return sounded == plain ? [plain] : plain is "lu" or "nu" ? [plain, sounded, $"{plain[0]}yu"] : [plain, sounded];
    }

    static string[] InFrench(string word) =>
        (FrenchSpelling.Of(word), RussianInFrench.Of(word)) switch
        {
            (null, null) => [],
            ({ } arabic, { } russian) when arabic != russian => [arabic, russian],
            var (arabic, russian) => [arabic ?? russian!],
        };

    /// <summary>"Alkhatib" as Khatib; null where the rest is no known name.</summary>
    static string? WithoutArticle(string word) =>
        word.Length > 6 && word[0] is 'a' or 'e' && word[1] == 'l' && NameFrequency.Of(word.AsSpan(2)) > 0 ? word[2..] : null;

    /// <summary>"Chruschtschow" as Khrushchov.</summary>
    static string GermanRussian(string word)
    {
        word = word.Replace("schtsch", "shch", StringComparison.Ordinal).Replace("tsch", "ch", StringComparison.Ordinal).Replace("sch", "sh", StringComparison.Ordinal).Replace('w', 'v');
        return word.StartsWith("chr", StringComparison.Ordinal) ? string.Concat("k", word.AsSpan(1)) : word;
    }
}
