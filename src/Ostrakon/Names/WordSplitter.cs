using System.Text;

namespace Ostrakon.Names;

/// <summary>A word as it stands in a name: where, and folded in its own script.</summary>
struct RawWord
{
    public int Start, End;
    /// <summary>The folded letters, in the splitter's buffer.</summary>
    public int At, Count;
    public Script Script;
    /// <summary>Only a dot stands between this word and the one before ("J.P.").</summary>
    public bool AfterDot;
    /// <summary>All its characters are digits.</summary>
    public bool Digits;
    /// <summary>It holds a letter with a second, sounded spelling (ö, š).</summary>
    public bool Sounded;
    /// <summary>Where its last run of capitals begins after a small letter ("SiemensAG": 7, counted in folded letters); 0 = nowhere.</summary>
    public int CapitalsFrom;
}

/// <summary>Cuts a name into words and folds them. Bounds: see <see cref="NameReader"/>.</summary>
ref struct WordSplitter(string name, Span<char> letters, Span<RawWord> words)
{
    readonly Span<char> _letters = letters;
    readonly Span<RawWord> _words = words;
    int _used, _count;
    RawWord _word;
    bool _open, _dot, _small, _mixed;

    public int Split()
    {
        var length = Math.Min(name.Length, NameReader.MaxLength);
        for (var i = 0; i < length && _count < _words.Length;)
        {
            var c = name[i];
            if (char.IsAsciiLetterOrDigit(c))
            {
                Add(i, 1, Script.Latin, c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c, c is >= 'A' and <= 'Z');
                i++;
                continue;
            }
            if (c < 0x80)
            {
                Separate(i, c, i + 1 < length ? name[i + 1] : ' ');
                i++;
                continue;
            }
            if (!Rune.TryGetRuneAt(name, i, out var rune)) { Close(); i++; continue; }
            Read(i, rune, i + rune.Utf16SequenceLength < length ? name[i + rune.Utf16SequenceLength] : ' ');
            i += rune.Utf16SequenceLength;
        }
        Close();
        return _count;
    }

    void Read(int at, Rune rune, char next)
    {
        var value = rune.Value;
        if (Folding.IsHidden(value)) { if (_open) _word.End = at + rune.Utf16SequenceLength; return; }
        var folded = Folding.Of(value);
        if (folded is [var mark] && Folding.IsMark(mark)) value = mark;      // half-width voicing marks
        if (Folding.IsMark(value))
        {
            if (!_open || _word.Count == 0) return;
            ref var last = ref _letters[_used - 1];
            if (Folding.Compose(last, value) is var composed and not '\0') last = composed;
            else if (value == 0x308 && last is 'a' or 'o' or 'u') _word.Sounded = true;
            _word.End = at + rune.Utf16SequenceLength;
            return;
        }
        if (value is 0x2019 or 0x2018 or 0x2BC or 0x2BB or 0x2BE or 0x2BF or 0x2B9 or 0x2BA or 0xB4 or 0x2032 or 0x2C8 or 0x5F3 or 0x5F4 or 0xFF07)
        {
            Separate(at, '\'', next);
            return;
        }
        if (folded is null && !Rune.IsLetterOrDigit(rune) && !IsVowelSign(rune)) { Close(); return; }
        if (folded is { Length: 0 }) return;
        Span<char> own = stackalloc char[2];
        var text = folded is null ? own[..rune.EncodeToUtf16(own)] : folded.AsSpan();
        var script = Rune.GetRuneAt(folded ?? rune.ToString(), 0) is { Value: var first } && first < 0x80 ? Script.Latin : Scripts.Of(first);
        if (Folding.Sounded(value) is not null) _word.Sounded = true;
        var capital = Rune.IsUpper(rune);
        for (var i = 0; i < text.Length; i++)
            Add(at, rune.Utf16SequenceLength, script, text[i], capital);
    }

    static bool IsVowelSign(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.NonSpacingMark;

    void Add(int at, int length, Script script, char letter, bool capital)
    {
        var digit = char.IsAsciiDigit(letter);
        // A number stands by itself beside a script that is written in signs ("3세").
        if (_open && (digit ? !_word.Digits && _word.Script.IsWrittenInSigns() : _word.Digits && script.IsWrittenInSigns())) Close();
        if (_open && !digit && !_word.Digits && script != _word.Script)
        {
            if (Confusables.MayMix(script, _word.Script)) _mixed = true;
            else Close();
        }
        if (!_open)
        {
            var sounded = _word.Sounded;
            _word = new RawWord { Start = at, At = _used, Script = script, Digits = true, AfterDot = _dot, Sounded = sounded };
            _open = true;
            _dot = false;
            _small = false;
        }
        if (!digit && _word.Digits) (_word.Digits, _word.Script) = (false, script);
        if (capital && _small) _word.CapitalsFrom = _word.Count;
        _small = !capital && !digit;
        _word.End = at + length;
        if (_used == _letters.Length || _word.Count == NameReader.MaxWord) return;
        _letters[_used++] = letter;
        _word.Count++;
    }

    void Separate(int at, char c, char next)
    {
        switch (c)
        {
            case '\'' when _open && _word.Script == Script.Hebrew && !_word.Digits && "גזצתדטחע".Contains(_letters[_used - 1]):
                Add(at, 1, Script.Hebrew, c, false);     // geresh: another consonant
                return;
            case '\'' or '`' when _open:
                _word.End = at;      // an apostrophe inside a word is no letter; one after it does not belong to it
                return;
            case '.' when _open:
                Close();
                _dot = char.IsLetterOrDigit(next);
                return;
            case '&':
                Close();
                foreach (var letter in "and") Add(at, 1, Script.Latin, letter, false);
                Close();
                return;
            default:
                Close();
                return;
        }
    }

    void Close()
    {
        _dot = false;
        if (!_open) return;
        _open = false;
        if (_mixed) _word.Script = Confusables.Resolve(_letters.Slice(_word.At, _word.Count));
        _mixed = false;
        if (_word.Count > 0) _words[_count++] = _word;
        _word = default;
    }
}
