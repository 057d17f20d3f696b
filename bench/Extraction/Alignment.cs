namespace Ostrakon.Extraction.Bench;

/// <summary>Finds which words of a page are the words of its gold text, in order: runs that are unique in both are anchors, and the gaps between are aligned in turn.</summary>
static class Alignment
{
    const int SmallGap = 4_000_000;

    /// <summary>For each word of the page whether the gold text has it at this place.</summary>
    public static bool[] Match(string[] page, string[] gold)
    {
        var matched = new bool[page.Length];
        Align(page, 0, page.Length, gold, 0, gold.Length, 6, matched);
        return matched;
    }

    static void Align(string[] a, int a0, int a1, string[] b, int b0, int b1, int run, bool[] matched)
    {
        while (a0 < a1 && b0 < b1 && a[a0] == b[b0]) { matched[a0] = true; a0++; b0++; }
        while (a0 < a1 && b0 < b1 && a[a1 - 1] == b[b1 - 1]) { matched[a1 - 1] = true; a1--; b1--; }
        if (a0 == a1 || b0 == b1) return;
        if (run == 1)
        {
            if ((long)(a1 - a0) * (b1 - b0) <= SmallGap) Longest(a, a0, a1, b, b0, b1, matched);
            return;
        }
        var anchors = Increasing(Unique(a, a0, a1, b, b0, b1, run));
        if (anchors.Count == 0) { Align(a, a0, a1, b, b0, b1, run / 2, matched); return; }
        var (x, y) = (a0, b0);
        foreach (var (i, j) in anchors)
        {
            if (i < x || j < y) continue;
            Align(a, x, i, b, y, j, run, matched);
            (x, y) = (i, j);
            while (x < a1 && y < b1 && a[x] == b[y]) { matched[x] = true; x++; y++; }
        }
        Align(a, x, a1, b, y, b1, run, matched);
    }

    static List<(int, int)> Unique(string[] a, int a0, int a1, string[] b, int b0, int b1, int run)
    {
        static Dictionary<string, int> Runs(string[] words, int from, int to, int run)
        {
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = from; i + run <= to; i++)
            {
                var key = string.Join(' ', words, i, run);
                places[key] = places.ContainsKey(key) ? -1 : i;
            }
            return places;
        }
        var other = Runs(b, b0, b1, run);
        return [.. Runs(a, a0, a1, run).Where(p => p.Value >= 0 && other.GetValueOrDefault(p.Key, -1) >= 0).Select(p => (p.Value, other[p.Key])).Order()];
    }

    static List<(int, int)> Increasing(List<(int A, int B)> pairs)
    {
        var tails = new List<int>();
        var back = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            int low = 0, high = tails.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[tails[middle]].B < pairs[i].B) low = middle + 1; else high = middle;
            }
            back[i] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count) tails.Add(i); else tails[low] = i;
        }
        var result = new List<(int, int)>();
        for (var i = tails.Count > 0 ? tails[^1] : -1; i >= 0; i = back[i]) result.Add(pairs[i]);
        result.Reverse();
        return result;
    }

    static void Longest(string[] a, int a0, int a1, string[] b, int b0, int b1, bool[] matched)
    {
        var (n, m) = (a1 - a0, b1 - b0);
        var length = new ushort[(n + 1) * (m + 1)];
        for (var i = n - 1; i >= 0; i--)
            for (var j = m - 1; j >= 0; j--)
                length[i * (m + 1) + j] = a[a0 + i] == b[b0 + j] ? (ushort)(length[(i + 1) * (m + 1) + j + 1] + 1)
                    : Math.Max(length[(i + 1) * (m + 1) + j], length[i * (m + 1) + j + 1]);
        for (int i = 0, j = 0; i < n && j < m;)
        {
            if (a[a0 + i] == b[b0 + j]) { matched[a0 + i] = true; i++; j++; }
            else if (length[(i + 1) * (m + 1) + j] >= length[i * (m + 1) + j + 1]) i++;
            else j++;
        }
    }
}
