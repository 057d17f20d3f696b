using System.Text;

namespace Ostrakon.Matching;

/// <summary>
/// An emulation of the score of the Treasury's Sanctions List Search, from its public description (ofac.treasury.gov/faqs/249) and from
/// published scores: the higher of the Jaro-Winkler similarity of the whole strings and the mean, over the query's parts, of the best
/// similarity to a part of the name. The details that fit the published scores: a window of half the shorter word and one more,
/// a bonus for up to six common first letters whatever the similarity, parts of one or two letters left out, similarities
/// below one half worth nothing, and no result at all unless a part of the name begins like the query.
/// </summary>
static class OfacScore
{
    const int LongestPrefix = 6, MostLetters = 200;
    const double PrefixBonus = 0.1, Floor = 0.5;

    /// <summary>A name cut into parts, prepared once. Immutable.</summary>
    public sealed class Prepared
    {
        public Prepared(string name)
        {
            if (name.Length > MostLetters) name = name[..MostLetters];
            Whole = Kept(name, '\0');
            Parts = Kept(name, ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var longer = Array.FindAll(Parts, p => p.Length > 2);
            QueryParts = longer.Length > 0 ? longer : Parts;
        }

        static string Kept(string name, char instead)
        {
            var kept = new StringBuilder(name.Length);
            foreach (var c in name)
                if (char.IsLetterOrDigit(c)) kept.Append(char.ToLowerInvariant(c));
                else if (c is ' ' or '\t' || (instead != '\0' && c is not ('\'' or '’')))
                    if (kept.Length > 0 && kept[^1] != ' ') kept.Append(' ');
            return kept.ToString().TrimEnd();
        }

        /// <summary>Letters and digits in lower case and the blanks between them.</summary>
        public string Whole { get; }
        public string[] Parts { get; }

        /// <summary>The parts that count where this is the query.</summary>
        public string[] QueryParts { get; }
    }

    /// <summary>The score, 0..1; not symmetric.</summary>
    public static double Of(Prepared query, Prepared name)
    {
        if (query.QueryParts.Length == 0 || name.Parts.Length == 0) return 0;
        var first = query.QueryParts[0][0];
        if (!Array.Exists(name.Parts, p => p[0] == first)) return 0;
        var whole = query.Whole[0] == name.Whole[0] ? JaroWinkler(query.Whole, name.Whole) : 0;
        double parts = 0;
        foreach (var mine in query.QueryParts)
        {
            double best = 0;
            foreach (var theirs in name.Parts) best = Math.Max(best, JaroWinkler(mine, theirs));
            if (best >= Floor) parts += best;
        }
        return Math.Max(whole, parts / query.QueryParts.Length);
    }

    /// <summary>Jaro-Winkler similarity with an unconditional prefix bonus.</summary>
    public static double JaroWinkler(string a, string b)
    {
        var jaro = Jaro(a, b);
        var prefix = 0;
        while (prefix < LongestPrefix && prefix < a.Length && prefix < b.Length && a[prefix] == b[prefix]) prefix++;
        return Math.Min(jaro + prefix * PrefixBonus * (1 - jaro), 1);
    }

    static double Jaro(string a, string b)
    {
        var window = Math.Min(a.Length, b.Length) / 2 + 1;
        Span<char> mine = stackalloc char[MostLetters], theirs = stackalloc char[MostLetters];
        var common = Common(a, b, window, mine);
        if (common == 0) return 0;
        var back = Math.Min(common, Common(b, a, window, theirs));
        var moved = 0;
        for (var i = 0; i < back; i++)
            if (mine[i] != theirs[i]) moved++;
        double m = common;
        return (m / a.Length + m / b.Length + (m - moved / 2.0) / m) / 3;
    }

    /// <summary>The letters of one word that the other holds nearby, each used once, in the order of the first.</summary>
    static int Common(string a, string b, int window, Span<char> found)
    {
        Span<bool> used = stackalloc bool[MostLetters];
        used.Clear();
        var n = 0;
        for (var i = 0; i < a.Length; i++)
            for (var j = Math.Max(0, i - window); j <= Math.Min(i + window, b.Length - 1); j++)
            {
                if (used[j] || a[i] != b[j]) continue;
                used[j] = true;
                found[n++] = a[i];
                break;
            }
        return n;
    }
}
