using Ostrakon.Matching;
using Ostrakon.Names;

namespace Ostrakon.Fit;

/// <summary>A pair to learn from.</summary>
/// <param name="Set">The class it belongs to.</param>
/// <param name="Fold">Which of five parts; all pairs about one name are in the same.</param>
/// <param name="Match">Whether it is the same party.</param>
/// <param name="Share">How much it counts.</param>
/// <param name="Pairs">The readings of both sides that come nearest to each other.</param>
/// <param name="Schema">Of the party; null where it is not told.</param>
/// <param name="Facts">What other facts add to the score.</param>
sealed record Example(string Set, int Fold, bool Match, double Share, (ReadName First, ReadName Second)[] Pairs, string? Schema, float Facts)
{
    // Others hardly ever come nearest under other weights.
    const int Nearest = 4;

    public Example(string set, int fold, bool match, double share, ReadName[] first, ReadName[] second, string? schema = null, float facts = 0)
        : this(set, fold, match, share, [.. (from a in first from b in second select (a, b)).OrderByDescending(p => ReadName.Score(p.a, p.b, Weights.Current)).Take(Nearest)], schema, facts)
    {
    }
}

/// <summary>A name read once and laid out for any weights.</summary>
sealed class ReadName(QueryReading reading)
{
    (Weights Weights, QueryReading Reading)? last;

    public QueryReading With(Weights weights)
    {
        if (last is { } known && ReferenceEquals(known.Weights, weights)) return known.Reading;
        var laidOut = reading.With(weights);
        last = (weights, laidOut);
        return laidOut;
    }

    public static float Score(ReadName a, ReadName b, Weights weights) => new NamePair(a.With(weights), b.With(weights), weights).Agreement.Score;

    public static ReadName[] Of(string name, string? schema) => [.. QueryReading.Of(name, schema, Weights.Current).Select(r => new ReadName(r))];
}

/// <summary>What the matcher learns from: classes of pairs, each with its say.</summary>
static class Examples
{
    public static readonly string[] ScriptSets = ["full_korean", "full_hebrew", "parts_arabic", "parts_chinese", "parts_japanese", "parts_katakana", "parts_russian"];

    public static IEnumerable<Example> NameBench()
    {
        var bench = LabelledPair.NameBench();
        return bench.Select(p => Of(p, "name_bench", 1.5 / bench.Count));
    }

    public static List<Example> All(int perScript, int negatives)
    {
        List<Example> examples = [.. NameBench()];
        foreach (var set in ScriptSets)
        {
            var pairs = LabelledPair.Scripts(set, perScript);
            examples.AddRange(pairs.Select(p => Of(p, set, 1.2 / ScriptSets.Length / pairs.Count)));
        }
        var specs = LabelledPair.Specs();
        examples.AddRange(specs.Select(p => Of(p, "specs", 1.0 / specs.Count)));
        foreach (var list in (string[])["un-sc", "us-ofac-sdn"]) examples.AddRange(Screened(list, negatives));
        return examples;
    }

    /// <summary>Positives with the entry that they mean; of ordinary names the entry that comes nearest, since only that one raises an alert.</summary>
    static IEnumerable<Example> Screened(string list, int negatives)
    {
        var snapshot = ListSets.Compile(list);
        var screener = new Screener(snapshot);
        List<Subject> positives = [.. list == "un-sc" ? Screenings.UnPositives(snapshot) : [], .. Screenings.CrossList(snapshot, list)];
        foreach (var subject in positives)
        {
            var names = subject.Expected.Select(e => snapshot.Party(snapshot.Find(e))).SelectMany(p => p.Names.SelectMany(n => ReadName.Of(n.Text, p.Schema))).ToArray();
            yield return new("positives " + subject.Kind, Fold(subject.Query.Names[0]), true, 0.6 / positives.Count,
                ReadName.Of(subject.Query.Names[0], subject.Query.Schema), names);
        }
        var subjects = Screenings.Negatives(negatives);
        foreach (var subject in subjects)
        {
            if (screener.Screen(subject.Query, new() { Threshold = 0.45, Limit = 1 }).Hits is not [var hit, ..]) continue;
            var mine = ReadName.Of(subject.Query.Names[0], subject.Query.Schema);
            var theirs = ReadName.Of(hit.MatchedName.Text, hit.Party.Schema);
            var example = new Example("negatives " + list, Fold(subject.Query.Names[0]), false, 6.0 / subjects.Count, mine, theirs);
            yield return example with { Facts = (float)(hit.Score - Fitter.Score(example, Weights.Current)) };
        }
    }

    static Example Of(LabelledPair p, string set, double share) =>
        new(set, Fold(p.Name2), p.Match, share, ReadName.Of(p.Name1, p.Schema), ReadName.Of(p.Name2, p.Schema), p.Schema);

    static int Fold(string name) =>
        (int)(Index.Hash.Of(string.Concat(Folding.Fold(name).Split(' ').Order(StringComparer.Ordinal).SelectMany(w => w.Where(char.IsLetter)))) % 5);
}
