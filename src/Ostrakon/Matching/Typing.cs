namespace Ostrakon.Matching;

/// <summary>Typing errors between two words: how much they count.</summary>
static class Typing
{
    /// <summary>
    /// The cheapest optimal string alignment: vowels for vowels, letters that sound or look alike or lie side by side on a keyboard, and
    /// doubled letters cost less than others; the first letter costs more. What both words begin and end with is taken as right. Anything
    /// above <paramref name="most"/> where it is certain to be more.
    /// </summary>
    public static float Cost(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, float most, EditCosts costs)
    {
        var start = a.CommonPrefixLength(b);
        int endOfA = a.Length, endOfB = b.Length;
        while (endOfA > start && endOfB > start && a[endOfA - 1] == b[endOfB - 1]) (endOfA, endOfB) = (endOfA - 1, endOfB - 1);
        var width = endOfB - start;
        Span<float> rows = stackalloc float[4 * (width + 1)];
        var above2 = rows[..(width + 1)];
        var above = rows.Slice(width + 1, width + 1);
        var row = rows.Slice(2 * (width + 1), width + 1);
        var gaps = rows[(3 * (width + 1))..];
        above[0] = 0;
        var leastAbove = 0f;
        for (var j = 1; j <= width; j++) above[j] = above[j - 1] + (gaps[j] = Gap(b, start + j - 1, costs));
        for (var i = start; i < endOfA; i++)
        {
            var gap = Gap(a, i, costs);
            var least = row[0] = above[0] + gap;
            for (var j = 1; j <= width; j++)
            {
                var at = start + j - 1;
                var substitution = costs.Substitution(a[i], b[at]);
                if (i == 0 && at == 0) substitution *= costs.FirstLetter;
                var cost = Math.Min(above[j - 1] + substitution, Math.Min(above[j] + gap, row[j - 1] + gaps[j]));
                if (i > start && j > 1 && a[i] == b[at - 1] && a[i - 1] == b[at]) cost = Math.Min(cost, above2[j - 2] + costs.Swap);
                row[j] = cost;
                if (cost < least) least = cost;
            }
            if (Math.Min(least, leastAbove) > most) return float.MaxValue;
            leastAbove = least;
            var free = above2;
            above2 = above;
            above = row;
            row = free;
        }
        return above[width];
    }

    static float Gap(ReadOnlySpan<byte> word, int at, EditCosts costs) =>
        (at > 0 && word[at - 1] == word[at]) || (at + 1 < word.Length && word[at + 1] == word[at]) ? costs.Doubled
        : at == 0 ? costs.FirstLetter
        : costs.Gap(word[at]);
}
