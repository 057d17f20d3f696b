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
        int start = 0, endOfA = a.Length, endOfB = b.Length;
        while (start < endOfA && start < endOfB && a[start] == b[start]) start++;
        while (endOfA > start && endOfB > start && a[endOfA - 1] == b[endOfB - 1]) (endOfA, endOfB) = (endOfA - 1, endOfB - 1);
        var ofGaps = costs.OfGaps();
        var other = b[start..endOfB];
        // With the column before the first letter in front.
        var width = other.Length + 1;
        Span<float> rows = stackalloc float[4 * width];
        var above2 = rows[..width];
        var above = rows.Slice(width, width);
        var row = rows.Slice(2 * width, width);
        var gaps = rows.Slice(3 * width, width);
        above[0] = 0;
        var leastAbove = 0f;
        for (var j = 1; j < gaps.Length; j++) above[j] = above[j - 1] + (gaps[j] = Gap(b, start + j - 1, ofGaps, costs));
        for (var i = start; i < endOfA; i++)
        {
            var gap = Gap(a, i, ofGaps, costs);
            var substitutions = costs.InPlaceOf(a[i]);
            var diagonal = above[0];
            var left = row[0] = diagonal + gap;
            var least = left;
            for (var j = 0; j < other.Length; j++)
            {
                var substitution = substitutions[other[j]];
                if (i + start + j == 0) substitution *= costs.FirstLetter;
                var up = above[j + 1];
                left = float.MinNative(float.MinNative(diagonal + substitution, up + gap), left + gaps[j + 1]);
                if (j > 0 && i > start && a[i] == other[j - 1] && a[i - 1] == other[j]) left = float.MinNative(left, above2[j - 1] + costs.Swap);
                row[j + 1] = left;
                least = float.MinNative(least, left);
                diagonal = up;
            }
            if (float.MinNative(least, leastAbove) > most) return float.MaxValue;
            leastAbove = least;
            var free = above2;
            above2 = above;
            above = row;
            row = free;
        }
        return above[^1];
    }

    static float Gap(ReadOnlySpan<byte> word, int at, ReadOnlySpan<float> gaps, EditCosts costs) =>
        (at > 0 && word[at - 1] == word[at]) || (at + 1 < word.Length && word[at + 1] == word[at]) ? costs.Doubled
        : at == 0 ? costs.FirstLetter
        : gaps[word[at]];
}
