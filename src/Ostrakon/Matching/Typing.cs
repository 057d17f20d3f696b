namespace Ostrakon.Matching;

/// <summary>Typing errors between two words: how much they count.</summary>
static class Typing
{
    /// <summary>
    /// The cheapest optimal string alignment: vowels for vowels, letters that sound or look alike or lie side by side on a
    /// keyboard, and doubled letters cost less than others; the first letter costs more.
    /// </summary>
    public static float Cost(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, EditCosts costs)
    {
        Span<float> rows = stackalloc float[3 * (b.Length + 1)];
        var above2 = rows[..(b.Length + 1)];
        var above = rows.Slice(b.Length + 1, b.Length + 1);
        var row = rows[(2 * (b.Length + 1))..];
        for (var j = 1; j <= b.Length; j++) above[j] = above[j - 1] + Gap(b, j - 1, costs);
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = above[0] + Gap(a, i - 1, costs);
            for (var j = 1; j <= b.Length; j++)
            {
                var first = i == 1 && j == 1 ? costs.FirstLetter : 1;
                var cost = Math.Min(above[j - 1] + first * costs.Substitution(a[i - 1], b[j - 1]),
                    Math.Min(above[j] + Gap(a, i - 1, costs), row[j - 1] + Gap(b, j - 1, costs)));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost = Math.Min(cost, above2[j - 2] + costs.Swap);
                row[j] = cost;
            }
            var free = above2;
            above2 = above;
            above = row;
            row = free;
        }
        return above[b.Length];
    }

    static float Gap(ReadOnlySpan<byte> word, int at, EditCosts costs) =>
        (at > 0 && word[at - 1] == word[at]) || (at + 1 < word.Length && word[at + 1] == word[at]) ? costs.Doubled
        : at == 0 ? costs.FirstLetter
        : costs.Gap(word[at]);
}
