using System.Runtime.CompilerServices;
using System.Collections.Frozen;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Extraction.Clutter;

/// <summary>Counts the words of a text that are frequent in clutter, kind by kind (cue-words.tsv). Immutable, thread-safe.</summary>
static class CueWords
{
    const int LongestWord = 20;

    static readonly string[][] Rows = [.. Resources.Lines("Extraction/Clutter/cue-words.tsv").Select(static line => line.Split('\t'))];

    /// <summary>The kinds, in the order of the counts.</summary>
    public static readonly string[] Kinds = [.. Rows.Select(static row => row[0])];

    static readonly FrozenDictionary<string, int> Words = Rows.SelectMany(static (row, kind) => row[1].Split(' ').Select(word => (word, kind)))
        .GroupBy(static p => p.word).ToFrozenDictionary(static g => g.Key, static g => g.Aggregate(0, static (bits, p) => bits | 1 << p.kind));

    static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the counts of a text, one a kind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Count(ReadOnlySpan<char> text, Span<byte> counts)
    {
        Span<char> word = stackalloc char[LongestWord];
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && !char.IsLetter(text[at])) at++;
            var start = at;
            while (at < text.Length && char.IsLetter(text[at])) at++;
            if (at - start is 0 or > LongestWord) continue;
            text[start..at].ToLowerInvariant(word);
            if (!Lookup.TryGetValue(word[..(at - start)], out var kinds)) continue;
            for (; kinds != 0; kinds &= kinds - 1)
            {
                ref var count = ref counts[System.Numerics.BitOperations.TrailingZeroCount(kinds)];
                if (count < byte.MaxValue) count++;
            }
        }
    }
}
