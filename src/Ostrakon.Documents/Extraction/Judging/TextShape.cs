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

    const string CommaSigns = ",;，、،", SymbolSigns = "|/›»«•·@#→><+_=*\\";

    /// <summary>What a character counts as. The ASCII ones, nearly all there are, stand in a table.</summary>
    [Flags]
    enum Sort : byte { None = 0, Letter = 1, Upper = 2, Lower = 4, Digit = 8, Stop = 16, Comma = 32, Symbol = 64, Unspaced = 128 }

    static readonly Sort[] Ascii = [.. Enumerable.Range(0, 128).Select(static c => SortOf((char)c))];

    static Sort SortOf(char c)
    {
        if (char.IsLetter(c))
            return Sort.Letter | (char.IsUpper(c) ? Sort.Upper : char.IsLower(c) ? Sort.Lower : Sort.None)
                | (c is >= '\u0e00' and <= '\u0eff' or >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' ? Sort.Unspaced : Sort.None);
        return char.IsAsciiDigit(c) ? Sort.Digit : c is '.' or '!' or '?' ? Sort.Stop : CommaSigns.Contains(c, StringComparison.Ordinal) ? Sort.Comma : SymbolSigns.Contains(c, StringComparison.Ordinal) ? Sort.Symbol : Sort.None;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TextShape Of(ReadOnlySpan<char> text)
    {
        int letters = 0, digits = 0, capitals = 0, capitalWords = 0, smallWords = 0, words = 0, ends = 0, commas = 0, symbols = 0, unspaced = 0;
        var copyright = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var sort = c < Ascii.Length ? Ascii[c] : SortOf(c);
            if (i == 0 || text[i - 1] == ' ')
            {
                words++;
                if ((sort & Sort.Upper) != 0) capitalWords++;
                else if ((sort & Sort.Lower) != 0 && Short(text[i..])) smallWords++;
            }
            if ((sort & Sort.Letter) != 0)
            {
                letters++;
                if ((sort & Sort.Upper) != 0) capitals++;
                if ((sort & Sort.Unspaced) != 0) unspaced++;
            }
            else if (sort == Sort.Digit) digits++;
            else if (sort == Sort.Comma) commas++;
            else if (sort == Sort.Symbol) symbols++;
            else if (sort == Sort.Stop ? i + 1 == text.Length || text[i + 1] is ' ' or '"' or '”' or '\'' or '’' or ')' or '»' : c is '。' or '！' or '？' or '।' or '؟' or '…') ends++;
            else if (c == '©') copyright = true;
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

    /// <summary>Whether the word that a text begins with has at most three letters.</summary>
    static bool Short(ReadOnlySpan<char> rest) => rest.Length <= 3 || rest[..4].Contains(' ');
}
