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
        for (var i = 0; i < pair.NameOf.Length; i++)
        {
            var j = pair.NameOf[i];
            words.Add(j < 0
                ? new(Written(pair.Query.Reading, i), "", "unmatched")
                : new(Written(pair.Query.Reading, i), Written(pair.Name.Reading, j), Likeness.Describe(pair.Likenesses[i * pair.Name.Words.Length + j].How)));
        }
        for (var j = 0; j < pair.Name.Words.Length; j++)
            if (!pair.NameOf.Contains(j)) words.Add(new("", Written(pair.Name.Reading, j), "unmatched"));
        return words.ToImmutable();
    }

    static string Written(NameReading reading, int word) => reading.Original.Substring(reading.Tokens[word].Start, reading.Tokens[word].Length);

    static string Summary(ImmutableArray<AlignedWords> words)
    {
        var exact = words.Count(w => w.How == "exact");
        var missing = words.Count(w => w.How == "unmatched");
        return $"{exact} of {words.Length} words agree exactly, {words.Length - exact - missing} by likeness, {missing} stand alone.";
    }
}
