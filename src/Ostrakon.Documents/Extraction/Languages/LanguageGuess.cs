using System.Collections.Frozen;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Extraction.Languages;

/// <summary>Guesses the language of a text by its script and its most frequent small words (function-words.tsv). Immutable, thread-safe.</summary>
static class LanguageGuess
{
    const int LookedAt = 6000, LongestWord = 16;

    static readonly string[][] Rows = [.. Resources.Lines("Extraction/Languages/function-words.tsv").Select(static line => line.Split('\t'))];

    static readonly FrozenDictionary<string, int[]> Words = Rows.SelectMany(static (row, i) => row[1].Split(' ').Distinct().Select(word => (word, i)))
        .GroupBy(static p => p.word).ToFrozenDictionary(static g => g.Key, static g => g.Select(static p => p.i).ToArray());

    static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The ISO 639-1 code; null where the text is too short or speaks for none.</summary>
    /// <param name="text">The clean text.</param>
    /// <param name="declared">What the page says; believed where the text does not contradict it.</param>
    public static string? Of(ReadOnlySpan<char> text, string? declared)
    {
        if (text.Length > LookedAt) text = text[..LookedAt];
        var said = declared?.Trim() is { Length: >= 2 } d && char.IsAsciiLetter(d[0]) && char.IsAsciiLetter(d[1]) && (d.Length == 2 || !char.IsAsciiLetter(d[2])) ? d[..2].ToLowerInvariant() : null;
        if (Script(text) is { } script) return script;
        Span<int> counts = stackalloc int[Rows.Length];
        counts.Clear();
        Span<char> word = stackalloc char[LongestWord];
        var words = 0;
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && !char.IsLetter(text[at])) at++;
            var start = at;
            while (at < text.Length && char.IsLetter(text[at])) at++;
            if (at > start) words++;
            if (at - start is 0 or > LongestWord) continue;
            text[start..at].ToLowerInvariant(word);
            if (!Lookup.TryGetValue(word[..(at - start)], out var languages)) continue;
            foreach (var language in languages) counts[language]++;
        }
        int best = 0, second = -1;
        for (var i = 1; i < counts.Length; i++)
            if (counts[i] > counts[best]) (best, second) = (i, best);
            else if (second < 0 || counts[i] > counts[second]) second = i;
        if (words < 8 || counts[best] * 10 < words) return said;
        // Close relatives (Danish and Norwegian, Czech and Slovak): the page knows better.
        var own = said is null ? -1 : Array.FindIndex(Rows, row => row[0] == said);
        return own >= 0 && counts[own] * 10 >= counts[best] * 8 ? said : Rows[best][0];
    }

    /// <summary>The language of a script that only one language of the news is written in.</summary>
    static string? Script(ReadOnlySpan<char> text)
    {
        int letters = 0, kana = 0, han = 0, hangul = 0, thai = 0, georgian = 0, armenian = 0, bengali = 0, tamil = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (c is >= '\u3040' and <= '\u30ff') kana++;
            else if (c is >= '\u3400' and <= '\u9fff') han++;
            else if (c is >= '\uac00' and <= '\ud7a3') hangul++;
            else if (c is >= '\u0e00' and <= '\u0e7f') thai++;
            else if (c is >= '\u10a0' and <= '\u10ff') georgian++;
            else if (c is >= '\u0530' and <= '\u058f') armenian++;
            else if (c is >= '\u0980' and <= '\u09ff') bengali++;
            else if (c is >= '\u0b80' and <= '\u0bff') tamil++;
        }
        return letters < 10 ? null
            : 10 * kana > letters ? "ja" : 3 * hangul > letters ? "ko" : 3 * han > letters ? "zh" : 3 * thai > letters ? "th" : 3 * georgian > letters ? "ka"
            : 3 * armenian > letters ? "hy" : 3 * bengali > letters ? "bn" : 3 * tamil > letters ? "ta" : null;
    }
}
