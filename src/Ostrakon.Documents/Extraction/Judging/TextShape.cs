using System.Runtime.CompilerServices;
namespace Ostrakon.Documents.Extraction.Judging;

/// <summary>What a block's text looks like, whatever its language. Immutable.</summary>
readonly record struct TextShape
{
    public int Letters { get; init; }
    public int Digits { get; init; }
    public int Capitals { get; init; }
    /// <summary>Words that begin with a capital, and words of at most three small letters (function words in most languages).</summary>
    public int CapitalWords { get; init; }
    public int SmallWords { get; init; }
    public int Words { get; init; }
    public int SentenceEnds { get; init; }
    public int Commas { get; init; }
    /// <summary>Bars, slashes, arrows, at signs and hashes: the marks of menus and share bars.</summary>
    public int Symbols { get; init; }
    public bool Closed { get; init; }
    public bool StartsSmall { get; init; }
    public bool HasCopyright { get; init; }
    public bool EndsInColon { get; init; }
    public bool OpensQuote { get; init; }
    public bool EndsInEllipsis { get; init; }
    /// <summary>Whether letters of scripts that are written without spaces dominate; words are then counted by two characters.</summary>
    public bool Unspaced { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TextShape Of(ReadOnlySpan<char> text)
    {
        int letters = 0, digits = 0, capitals = 0, capitalWords = 0, smallWords = 0, words = 0, ends = 0, commas = 0, symbols = 0, unspaced = 0;
        var copyright = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i == 0 || text[i - 1] == ' ')
            {
                words++;
                if (char.IsUpper(c)) capitalWords++;
                else if (char.IsLower(c) && Short(text[i..])) smallWords++;
            }
            if (char.IsLetter(c))
            {
                letters++;
                if (char.IsUpper(c)) capitals++;
                if (c is >= '\u0e00' and <= '\u0eff' or >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff') unspaced++;
            }
            else if (char.IsAsciiDigit(c)) digits++;
            else switch (c)
            {
                case '.' or '!' or '?' when i + 1 == text.Length || text[i + 1] is ' ' or '"' or '”' or '\'' or '’' or ')' or '»':
                case '。' or '！' or '？' or '।' or '؟' or '…':
                    ends++;
                    break;
                case ',' or '，' or '、' or '،' or ';':
                    commas++;
                    break;
                case '|' or '/' or '›' or '»' or '«' or '•' or '·' or '@' or '#' or '→' or '>' or '<' or '+' or '_' or '=' or '*' or '\\':
                    symbols++;
                    break;
                case '©':
                    copyright = true;
                    break;
                default: break;
            }
        }
        var trimmed = text.TrimEnd("\"'”’»)] ");
        var last = trimmed.IsEmpty ? ' ' : trimmed[^1];
        var dense = 2 * unspaced > letters;
        return new TextShape
        {
            Letters = letters, Digits = digits, Capitals = capitals, CapitalWords = capitalWords, SmallWords = smallWords, SentenceEnds = ends, Commas = commas,
            Symbols = symbols, Words = dense ? Math.Max(words, letters / 2) : words, Unspaced = dense, HasCopyright = copyright, EndsInColon = last is ':' or '：',
            Closed = last is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '؟' || last == ':' && words > 6,
            EndsInEllipsis = text.EndsWith("...") || text.EndsWith("…") || text.EndsWith("[…]") || text.EndsWith("[...]"),
            StartsSmall = text.Length > 0 && char.IsLower(text[0]),
            OpensQuote = text.Length > 0 && text[0] is '"' or '“' or '„' or '«' or '‘' or '\'' or '»' or '–' or '—',
        };
    }

    static bool Short(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(' ');
        return end is > 0 and <= 3 || end < 0 && rest.Length <= 3;
    }
}
