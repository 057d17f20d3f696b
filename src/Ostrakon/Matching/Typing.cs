namespace Ostrakon.Matching;

/// <summary>Typing errors between two words: how many edits, and how much they count.</summary>
static class Typing
{
    /// <summary>
    /// Optimal string alignment distance (insertion, deletion, substitution, swap of neighbours), bit-parallel after Hyyrö 2003, for
    /// words of up to 64 letters; stops with <paramref name="most"/> + 1 where it is larger.
    /// </summary>
    public static int Edits(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most) return most + 1;
        if (a.Length == 0 || b.Length == 0) return Math.Max(a.Length, b.Length);
        Span<ulong> positions = stackalloc ulong[Letters];
        positions.Clear();
        for (var i = 0; i < a.Length; i++) positions[Letter(a[i])] |= 1UL << i;

        ulong vp = ulong.MaxValue, vn = 0, d0 = 0, before = 0, last = 1UL << (a.Length - 1);
        var distance = a.Length;
        for (var j = 0; j < b.Length; j++)
        {
            var here = positions[Letter(b[j])];
            var swap = ((~d0 & here) << 1) & before;
            d0 = (((here & vp) + vp) ^ vp) | here | vn | swap;
            var hp = vn | ~(d0 | vp);
            var hn = d0 & vp;
            if ((hp & last) != 0) distance++;
            if ((hn & last) != 0) distance--;
            if (distance - (b.Length - 1 - j) > most) return most + 1;
            hp = (hp << 1) | 1;
            vp = (hn << 1) | ~(d0 | hp);
            vn = hp & d0;
            before = here;
        }
        return distance;
    }

    /// <summary>
    /// The same alignment with a cost for each edit: vowels for vowels, letters that sound or look alike or lie side by side on a
    /// keyboard, and doubled letters cost less than others; the first letter costs more.
    /// </summary>
    public static float Cost(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        Span<float> rows = stackalloc float[3 * (b.Length + 1)];
        var above2 = rows[..(b.Length + 1)];
        var above = rows.Slice(b.Length + 1, b.Length + 1);
        var row = rows[(2 * (b.Length + 1))..];
        for (var j = 1; j <= b.Length; j++) above[j] = above[j - 1] + Gap(b, j - 1);
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = above[0] + Gap(a, i - 1);
            for (var j = 1; j <= b.Length; j++)
            {
                var first = i == 1 && j == 1 ? EditCosts.FirstLetter : 1;
                var cost = Math.Min(above[j - 1] + first * EditCosts.Substitution(a[i - 1], b[j - 1]),
                    Math.Min(above[j] + Gap(a, i - 1), row[j - 1] + Gap(b, j - 1)));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost = Math.Min(cost, above2[j - 2] + EditCosts.Swap);
                row[j] = cost;
            }
            var free = above2;
            above2 = above;
            above = row;
            row = free;
        }
        return above[b.Length];
    }

    static float Gap(ReadOnlySpan<byte> word, int at) =>
        (at > 0 && word[at - 1] == word[at]) || (at + 1 < word.Length && word[at + 1] == word[at]) ? EditCosts.Doubled
        : at == 0 ? EditCosts.FirstLetter
        : EditCosts.Gap(word[at]);

    const int Letters = 37;

    static int Letter(byte c) => c switch { >= (byte)'a' and <= (byte)'z' => c - 'a', >= (byte)'0' and <= (byte)'9' => 26 + c - '0', _ => 36 };
}
