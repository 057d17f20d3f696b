using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace Ostrakon.Names;

/// <summary>
/// Running text as words, in one pass and at the speed of a scan. Hyphens separate words and apostrophes do not, so that
/// "al-Qa'ida", "Al Qaida" and "AL QA’IDA" read alike. Every character of a script without blanks is a word of its own.
/// </summary>
public static class TextWords
{
    const ulong Seed = 0xcbf29ce484222325, Prime = 0x100000001b3;

    static readonly SearchValues<char> Apostrophes = SearchValues.Create("'’‘ʼʻ`´′");

    /// <summary>Shortened titles and legal forms, whose point ends no sentence.</summary>
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = new[]
    {
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Brig", "Maj", "Col", "Lt", "Capt", "Sgt", "Cpl", "Adm", "Cmdr", "Sen", "Rep", "Gov", "Rev", "Hon",
        "St", "Mt", "No", "Co", "Corp", "Inc", "Ltd", "Pte", "Pty", "Jr", "Sr", "vs", "Dept",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words of a text, in order.</summary>
    public static TextWord[] Read(ReadOnlySpan<char> text)
    {
        var words = new List<TextWord>(text.Length / 6 + 1);
        Read(text, words);
        return [.. words];
    }

    /// <summary>Adds the words of a text, in order.</summary>
    public static void Read(ReadOnlySpan<char> text, List<TextWord> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var gap = Gap.Break;
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordPart(text[i]))
            {
                var separator = text[i] == '\n' && i > 0 && text[i - 1] == '\n' ? Gap.Break : Separates(text, i, words);
                if (separator > gap) gap = separator;
                i++;
                continue;
            }
            var word = ReadWord(text, i, gap);
            words.Add(word);
            i = word.Possessive ? SkipPossessive(text, word.End) : word.End;
            gap = Gap.Joined;
        }
    }

    /// <summary>The key of a single word, as <see cref="Read(ReadOnlySpan{char})"/> gives it.</summary>
    public static ulong Key(ReadOnlySpan<char> word)
    {
        var key = Seed;
        foreach (var c in word) key = Add(key, c);
        return Finish(key);
    }

    static TextWord ReadWord(ReadOnlySpan<char> text, int start, Gap gap)
    {
        var key = Seed;
        int i = start, letters = 0, capitals = 0, digits = 0, caseless = 0;
        var romanized = false;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterLower(c)) letters++;
            else if (char.IsAsciiLetterUpper(c)) { letters++; capitals++; }
            else if (char.IsAsciiDigit(c)) digits++;
            else if (c < 0x80 || Apostrophes.Contains(c))
            {
                if (Apostrophes.Contains(c) && JoinsLetters(text, i)) continue;
                break;
            }
            else if (StandsAlone(c))
            {
                if (i > start) break;
                return new(start, start + 1, Finish(Add(key, c)), WordShape.Caseless, gap, false);
            }
            else if (!IsWordPart(c)) break;
            else if (char.IsUpper(c)) { letters++; capitals++; }
            else if (char.IsLower(c)) letters++;
            else caseless++;
            romanized |= c is >= '\u0370' and < '\u0530';
            key = Add(key, c);
        }
        var shape = digits > 0 && letters == 0 || char.IsAsciiDigit(text[start]) ? WordShape.Number
            : letters == 0 && caseless > 0 ? WordShape.Caseless
            : !char.IsUpper(text[start]) ? WordShape.Lower
            : capitals == letters && letters > 1 ? WordShape.Upper
            : capitals > 1 ? WordShape.Mixed : WordShape.Capital;
        var word = text[start..Math.Min(i, start + NameReader.MaxWord)];
        return new(start, i, romanized ? Key(Romanized(word)) : Finish(key), shape, gap, IsPossessive(text, i));
    }

    /// <summary>Cyrillic and Greek words compare by their sound in Latin letters, as lists often know the name in these alone.</summary>
    static string Romanized(ReadOnlySpan<char> word)
    {
        var folded = Folding.Fold(word.ToString());
        return Romanizer.Spell(folded, Scripts.Of(folded[0]), folded)[0];
    }

    /// <summary>An apostrophe inside a word, but not the one of a possessive.</summary>
    static bool JoinsLetters(ReadOnlySpan<char> text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsLetter(text[i + 1]) && char.IsLetter(text[i - 1]) && !IsPossessive(text, i);

    static bool IsPossessive(ReadOnlySpan<char> text, int i)
    {
        if (i == 0 || i >= text.Length || !Apostrophes.Contains(text[i])) return false;
        if (i + 1 < text.Length && text[i + 1] is 's' or 'S') return i + 2 == text.Length || !IsWordPart(text[i + 2]);
        return text[i - 1] is 's' or 'S' && text[i] is '\'' or '’' && (i + 1 == text.Length || !IsWordPart(text[i + 1]));
    }

    static int SkipPossessive(ReadOnlySpan<char> text, int i) => i + 1 < text.Length && text[i + 1] is 's' or 'S' ? i + 2 : i + 1;

    static Gap Separates(ReadOnlySpan<char> text, int i, List<TextWord> words)
    {
        var c = text[i];
        switch (c)
        {
            case ' ' or '\t' or '\r' or '\u00a0' or '\u202f': return Gap.Blank;
            case '\n': return Gap.Line;
            case '-' or '\u2010' or '\u2011' when i > 0 && i + 1 < text.Length && text[i - 1] == ' ' && text[i + 1] == ' ': return Gap.Mark;
            case '-' or '\u2010' or '\u2011' or '_' or '&' or '\'' or '’': return Gap.Joined;
            case ',' or '،' or '、': return Gap.Comma;
            case '.':
                // The dot of an initial or of an abbreviation does not end the sentence.
                return words.Count > 0 && words[^1] is var last && last.End == i && IsAbbreviation(text[last.Start..last.End], text[(i + 1)..])
                    ? Gap.Joined : Gap.Stop;
            case '!' or '?' or ';' or ':' or '…' or '。' or '؟': return Gap.Stop;
            default:
                return char.GetUnicodeCategory(c) switch
                {
                    UnicodeCategory.SpaceSeparator => Gap.Blank,
                    UnicodeCategory.Format or UnicodeCategory.NonSpacingMark => Gap.Joined,
                    UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Gap.Break,
                    _ => Gap.Mark,
                };
        }
    }

    static bool IsAbbreviation(ReadOnlySpan<char> word, ReadOnlySpan<char> after) =>
        word.Length == 1 && char.IsUpper(word[0])
        || word.Length <= 5 && Abbreviations.Contains(word)
        || after.Length > 0 && after[0] == ','
        || after.Length > 0 && char.IsLetterOrDigit(after[0])
        || after.Length > 1 && after[0] == ' ' && char.IsLower(after[1]);

    static bool IsWordPart(char c) => c < 0x80 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) && !Apostrophes.Contains(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format or UnicodeCategory.Surrogate;

    /// <summary>Scripts that put no blanks between words: Han, Kana, Hangul (whose particles cling to names), Thai, Lao, Khmer, Burmese.</summary>
    static bool StandsAlone(char c) => c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uac00' and <= '\ud7a3'
        or >= '\u0e00' and <= '\u0eff' or >= '\u1780' and <= '\u17ff' or >= '\u1000' and <= '\u109f';

    static ulong Add(ulong key, char c)
    {
        if (c < 0x80) return (key ^ (char.IsAsciiLetterUpper(c) ? c | 0x20u : c)) * Prime;
        if (Folding.IsMark(c) || Folding.IsHidden(c)) return key;
        if (Folding.Of(c) is not { } folded) return (key ^ c) * Prime;
        foreach (var letter in folded) key = (key ^ letter) * Prime;
        return key;
    }

    static ulong Finish(ulong key) => (key ^ (key >> 32)) * 0x9E3779B97F4A7C15;
}
