namespace Ostrakon.Documents.Text;

/// <summary>Cuts text into words and marks after the conventions of the Universal Dependencies treebanks of English, on which the
/// tagger and the parser are trained: clitics ("'s", "n't") and hyphens stand alone, abbreviations keep their point. Pure.</summary>
public static class Tokenizer
{
    static readonly WordList Abbreviations = WordList.Load("Text/abbreviations.txt", StringComparer.Ordinal);
    static readonly WordList BoundPrefixes = WordList.Load("Text/bound-prefixes.txt");
    static readonly WordList Clitics = new(["s", "re", "ve", "ll", "d", "m", "em"]);

    /// <summary>The tokens of a span of the text, in order; together they hold every character that is not white space.</summary>
    public static List<Token> Tokenize(string text, int start, int end)
    {
        var tokens = new List<Token>((end - start) / 5 + 4);
        for (var i = start; i < end;)
        {
            if (char.IsWhiteSpace(text[i])) i++;
            else if (WordLength(text, i, end) > 0) i = Word(text, i, end, tokens);
            else i = Mark(text, i, end, tokens);
        }
        return tokens;
    }

    /// <summary>A mark stands alone, but "..." and "--" are one mark.</summary>
    static int Mark(string text, int start, int end, List<Token> tokens)
    {
        var next = start + (char.IsSurrogatePair(text, start) && start + 1 < end ? 2 : 1);
        if (text[start] is '.' or '-') while (next < end && text[next] == text[start]) next++;
        tokens.Add(new(start, next));
        return next;
    }

    static int Word(string text, int start, int end, List<Token> tokens)
    {
        var i = start;
        while (i < end)
        {
            if (WordLength(text, i, end) is > 0 and var length) i += length;
            else if (i + 1 < end && Joins(text, start, i, end)) i++;
            else break;
        }
        // "@", "://" and a point amid letters are rare, so that the look ahead costs nothing.
        if (i + 1 < end && text[i] is '@' or ':' or '.' && !char.IsWhiteSpace(text[i + 1]) && Address(text, start, end) is var stop && stop > start)
        {
            tokens.Add(new(start, stop));
            return stop;
        }
        var word = text.AsSpan(start, i - start);
        if (i < end && text[i] == '.' && (i + 1 == end || text[i + 1] != '.') && (IsSpelledOut(word) || Abbreviations.Contains(word) || IsNumberSign(text, word, i, end)))
        {
            tokens.Add(new(start, i + 1));
            return i + 1;
        }
        if (word.Equals("cannot", StringComparison.OrdinalIgnoreCase))
        {
            tokens.Add(new(start, start + 3));
            tokens.Add(new(start + 3, i));
            return i;
        }
        var clitic = CliticLength(text, i, end);
        var negated = clitic == 2 && text[i + 1] is 't' or 'T' && i - start > 1;
        tokens.Add(new(start, negated ? i - 1 : i));
        if (clitic > 0) tokens.Add(new(negated ? i - 1 : i, i + clitic));
        return i + clitic;
    }

    /// <summary>Whether the mark at i belongs to the word around it: "U.S", "3.5", "10,000", "O'Rourke", "AT&amp;T", "mid-July".</summary>
    static bool Joins(string text, int start, int i, int end)
    {
        char before = text[i - 1], after = text[i + 1];
        return text[i] switch
        {
            '.' => (char.IsDigit(before) && char.IsDigit(after)) || (char.IsLetter(after) && IsSpelledOut(text.AsSpan(start, i - start))),
            ',' or ':' => char.IsDigit(before) && char.IsDigit(after),
            '\'' or '’' => char.IsLetter(before) && char.IsLetter(after) && CliticLength(text, i, end) == 0,
            '&' => char.IsUpper(before) && char.IsUpper(after),
            '-' => char.IsLetterOrDigit(after) && BoundPrefixes.Contains(text.AsSpan(start, i - start)),
            '_' => true,
            _ => false,
        };
    }

    /// <summary>Length of the clitic that starts with the apostrophe at i, or 0. For "n't" it is the length of "'t".</summary>
    static int CliticLength(string text, int i, int end)
    {
        if (i >= end || text[i] is not ('\'' or '’')) return 0;
        var stop = i + 1;
        while (stop < end && stop < i + 4 && char.IsLetter(text[stop])) stop++;
        if (stop == i + 1 || (stop < end && char.IsLetterOrDigit(text[stop]))) return 0;
        var tail = text.AsSpan(i + 1, stop - i - 1);
        return Clitics.Contains(tail) || (tail is "t" or "T" && text[i - 1] is 'n' or 'N') ? stop - i : 0;
    }

    /// <summary>"No. 841" has an abbreviation, "they said no." has none.</summary>
    static bool IsNumberSign(string text, ReadOnlySpan<char> word, int i, int end) =>
        word is "No" or "Nos" or "no" && i + 2 < end && char.IsDigit(text[i + 2]);

    /// <summary>Whether letters and points alternate: "U", "U.S", "e.g".</summary>
    static bool IsSpelledOut(ReadOnlySpan<char> word)
    {
        if (word.Length > 11 || word.Length % 2 == 0 || (word.Length == 1 && !char.IsUpper(word[0]))) return false;
        for (var i = 0; i < word.Length; i++)
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.') return false;
        return true;
    }

    /// <summary>The end of a web or mail address that starts here, else start.</summary>
    static int Address(string text, int start, int end)
    {
        var stop = start;
        // An address longer than this is noise, and the limit keeps a long line linear.
        var limit = Math.Min(end, start + 400);
        var isAddress = false;
        while (stop < limit && !char.IsWhiteSpace(text[stop]) && text[stop] is not ('<' or '>' or '"' or '“' or '”' or ')'))
        {
            isAddress |= (text[stop] == '@' && stop > start) || (text[stop] == '/' && stop > start && text[stop - 1] == ':');
            if (text[stop] == '.' && stop - start == 3 && text.AsSpan(start, 3).Equals("www", StringComparison.OrdinalIgnoreCase)) isAddress = true;
            if (!isAddress && stop - start > 40) return start;
            stop++;
        }
        if (!isAddress) return start;
        while (stop > start + 1 && text[stop - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’') stop--;
        return stop;
    }

    static int WordLength(string text, int i, int end)
    {
        var c = text[i];
        if (c < 128) return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        if (char.IsSurrogate(c)) return i + 1 < end && char.IsSurrogatePair(text, i) && char.IsLetterOrDigit(text, i) ? 2 : 0;
        return char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark ? 1 : 0;
    }
}
