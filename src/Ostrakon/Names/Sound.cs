using System.Globalization;

namespace Ostrakon.Names;

/// <summary>
/// How alike two romanised words sound: an edit distance in which vowels weigh little and letters that one script writes for the
/// sound of another are near. Meant for words that come from different scripts; for two Latin spellings it is too forgiving to stand
/// alone. Safe to call from several threads.
/// </summary>
public static class Sound
{
    const int Letters = 36;
    // A doubled letter is hardly heard.
    const float Doubled = 0.3f;

    static readonly Lazy<Costs> Table = new(Costs.Load);

    /// <summary>0 (nothing alike) to 1 (the same) over all spellings of two words.</summary>
    public static double Similarity(NameToken one, NameToken other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var best = Similarity(one.Text, other.Text);
        foreach (var variant in one.Variants) best = Math.Max(best, Similarity(variant, other.Text));
        foreach (var variant in other.Variants)
        {
            best = Math.Max(best, Similarity(one.Text, variant));
            foreach (var own in one.Variants) best = Math.Max(best, Similarity(own, variant));
        }
        return best;
    }

    /// <summary>0 (nothing alike) to 1 (the same) for two words of a-z and 0-9.</summary>
    public static double Similarity(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.SequenceEqual(other)) return 1;
        if (one.IsEmpty || other.IsEmpty) return 0;
        var costs = Table.Value;
        Span<float> row = stackalloc float[Math.Min(other.Length, NameReader.MaxWord * 5) + 1];
        other = other[..(row.Length - 1)];
        row[0] = 0;
        float ownWeight = 0;
        for (var j = 0; j < other.Length; j++) row[j + 1] = row[j] + costs.Without(other, j);
        var otherWeight = row[^1];
        for (var i = 0; i < one.Length; i++)
        {
            var without = costs.Without(one, i);
            ownWeight += without;
            var diagonal = row[0];
            row[0] += without;
            for (var j = 0; j < other.Length; j++)
            {
                var best = Math.Min(Math.Min(row[j + 1] + without, row[j] + costs.Without(other, j)), diagonal + costs.For(one[i], other[j]));
                (diagonal, row[j + 1]) = (row[j + 1], best);
            }
        }
        return Math.Clamp(1 - row[^1] / Math.Max(ownWeight, otherWeight), 0, 1);
    }

    sealed class Costs
    {
        readonly float[] _for = new float[Letters * Letters];
        readonly float[] _without = new float[Letters];

        public float For(char one, char other) => _for[Index(one) * Letters + Index(other)];
        public float Without(ReadOnlySpan<char> word, int at) => _without[Index(word[at])] * (at > 0 && word[at - 1] == word[at] ? Doubled : 1);

        static int Index(char c) => c is >= 'a' and <= 'z' ? c - 'a' : c is >= '0' and <= '9' ? c - '0' + 26 : 0;

        public static Costs Load()
        {
            var costs = new Costs();
            Array.Fill(costs._for, 1);
            for (var i = 0; i < Letters; i++) costs._for[i * Letters + i] = 0;
            foreach (var cells in TableFile.Rows("sounds"))
            {
                var cost = float.Parse(cells[1], CultureInfo.InvariantCulture);
                if (cells[0] == "-") Array.Fill(costs._without, cost);
                else if (cells[0].EndsWith('-')) costs._without[Index(cells[0][0])] = cost;
                else
                    foreach (var a in cells[0])
                        foreach (var b in cells[0])
                            if (a != b) costs._for[Index(a) * Letters + Index(b)] = Math.Min(cost, costs._for[Index(a) * Letters + Index(b)]);
            }
            return costs;
        }
    }
}
