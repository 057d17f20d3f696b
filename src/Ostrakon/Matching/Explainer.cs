using System.Collections.Immutable;
using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>Says in words what a comparison came to.</summary>
static class Explainer
{
    public static Explanation Explain(NamePair? pair)
    {
        if (pair is null) return new("Nothing in one of the names is a word.", [], []);
        var alignment = Align(pair);
        var score = Math.Round(pair.Agreement.Score, 4);
        var feature = new Feature("name", score >= 0.5 ? "agrees" : "contradicts", 1, score,
            $"\"{pair.Query.Reading.Original}\" and \"{pair.Name.Reading.Original}\"");
        return new(Summary(alignment), [feature], alignment);
    }

    static ImmutableArray<AlignedWords> Align(NamePair pair)
    {
        var words = ImmutableArray.CreateBuilder<AlignedWords>();
        var (query, name) = (pair.Query.Reading, pair.Name.Reading);
        for (var i = 0; i < pair.Query.Words.Length; i++)
        {
            var pairing = Array.Find(pair.Pairings, p => i >= p.Query && i < p.Query + p.QueryCount);
            if (pairing.QueryCount == 0) words.Add(new(Written(query, i, 1), "", "unmatched"));
            else if (pairing.Query == i)
                words.Add(new(Written(query, i, pairing.QueryCount), Written(name, pairing.Name, pairing.NameCount), Likeness.Describe(pairing.Likeness.How)));
        }
        for (var j = 0; j < pair.Name.Words.Length; j++)
            if (!Array.Exists(pair.Pairings, p => j >= p.Name && j < p.Name + p.NameCount)) words.Add(new("", Written(name, j, 1), "unmatched"));
        return words.ToImmutable();
    }

    static string Written(NameReading reading, int first, int count)
    {
        var (start, last) = (reading.Tokens[first].Start, reading.Tokens[first + count - 1]);
        return reading.Original[start..(last.Start + last.Length)];
    }

    static string Summary(ImmutableArray<AlignedWords> words)
    {
        var exact = words.Count(w => w.How == "exact");
        var missing = words.Count(w => w.How == "unmatched");
        return $"{exact} of {words.Length} words agree exactly, {words.Length - exact - missing} by likeness, {missing} stand alone.";
    }
}
