using Ostrakon.Matching;

namespace Ostrakon.Fit;

/// <summary>Two names and whether people say that they are the same party.</summary>
sealed record LabelledPair(string Group, string Name1, string Name2, string? Schema, bool Match)
{
    /// <summary>The pairs of the name bench.</summary>
    public static List<LabelledPair> NameBench() =>
        [.. SharedFolder.Rows("data/names/name_bench.csv").Select(r => new LabelledPair(r["case_group"], r["name1"], r["name2"], r["schema"],
            r["is_match"].Equals("true", StringComparison.OrdinalIgnoreCase)))];

    /// <summary>Pairs of native and Latin forms, and as many with a wrong partner.</summary>
    public static List<LabelledPair> Scripts(string file, int most)
    {
        var random = new Random(20261124);
        var known = SharedFolder.Lines($"data/names/{file}.tsv.gz").Skip(1).Select(l => l.Split('\t'))
            .Where(c => c.Length == 2 && c[0].Length > 0 && c[1].Length > 0).DistinctBy(c => (c[0], c[1])).ToArray();
        random.Shuffle(known);
        var forms = known.ToLookup(c => c[1], c => c[0].ToLowerInvariant());
        var pairs = new List<LabelledPair>();
        foreach (var cells in known.Take(most))
        {
            pairs.Add(new(file, cells[1], cells[0], "Person", true));
            string other;
            do other = known[random.Next(known.Length)][0]; while (forms[cells[1]].Contains(other.ToLowerInvariant()));
            pairs.Add(new(file, cells[1], other, "Person", false));
        }
        return pairs;
    }

    /// <summary>The pages of the specification: what must hold, whatever else is learned.</summary>
    public static List<LabelledPair> Specs()
    {
        var pairs = new List<LabelledPair>();
        foreach (var page in Directory.GetFiles(SharedFolder.Above("test/Ostrakon.Tests/Specs"), "*.md").Order(StringComparer.Ordinal))
        {
            string? schema = null;
            foreach (var line in File.ReadLines(page))
                if (line.StartsWith("Schema:", StringComparison.Ordinal)) schema = line["Schema:".Length..].Trim() is { Length: > 0 } named ? named : null;
                else if (line.Split('|', StringSplitOptions.TrimEntries) is ["", var query, var name, ("match" or "no match") and var verdict, _, ""])
                    pairs.Add(new(Path.GetFileNameWithoutExtension(page), query, name, schema, verdict == "match"));
        }
        return pairs;
    }

    internal (QueryReading[] First, QueryReading[] Second) Read(Weights weights) =>
        (QueryReading.Of(Name1, Schema, weights), QueryReading.Of(Name2, Schema, weights));
}
