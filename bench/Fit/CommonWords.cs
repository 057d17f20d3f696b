using Ostrakon.Names;

namespace Ostrakon.Fit;

/// <summary>Counts how often a word occurs in names, over sources whose terms allow it, and writes the table of the common ones.</summary>
static class CommonWords
{
    const int Per = 100_000, LeastShare = 40, LeastCount = 8;

    public static void Write(string path)
    {
        var shares = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Count(shares, ListSets.Compile("us-ofac-sdn", "un-sc") is var lists
            ? Enumerable.Range(0, lists.PartyCount).Select(lists.Party).Select(p => (p.Caption, NameSorts.Of(p.Schema))) : []);
        Count(shares, Screenings.Negatives(100_000, "companies", "synthetic").Select(s => (s.Query.Names[0], NameSorts.Of(s.Query.Schema))));
        Count(shares, ((IEnumerable<string>)["full_korean", "full_hebrew"]).SelectMany(f => SharedFolder.Lines($"data/names/{f}.tsv.gz").Skip(1)).Select(l => (l.Split('\t')[0], NameSort.Person)));

        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine("# Words that are common in names, and in how many of 100,000 names they stand where they are commonest. Counted by bench/Fit over the Treasury's");
        writer.WriteLine("# and the United Nations' lists (public domain), FinanceDatabase (MIT), yente's synthetic persons (MIT) and names of Wikidata (CC0). Own table (Apache-2.0).");
        writer.WriteLine("# word, folded and romanised<TAB>names of 100,000");
        foreach (var (word, share) in shares)
            if (share >= LeastShare) writer.WriteLine($"{word}\t{share}");
    }

    /// <summary>Keeps for each word the greatest share of any source.</summary>
    static void Count(SortedDictionary<string, int> shares, IEnumerable<(string Name, NameSort Sort)> names)
    {
        foreach (var sort in names.GroupBy(n => n.Sort))
        {
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            var all = 0;
            foreach (var (name, _) in sort)
            {
                all++;
                foreach (var word in NameReader.Read(name, sort.Key)[0].Tokens.Where(t => t.Role == TokenRole.Name && t.Text.Length > 1).Select(t => t.Text).Distinct())
                    counts[word] = counts.GetValueOrDefault(word) + 1;
            }
            if (all < Per / LeastShare) continue;
            foreach (var (word, count) in counts)
                if (count >= LeastCount) shares[word] = Math.Max(shares.GetValueOrDefault(word), (int)((long)count * Per / all));
        }
    }
}
