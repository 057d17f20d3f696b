using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>Compares two names without any list. The same pair scores the same as in a screening. Safe for any number of threads.</summary>
public static class NameComparison
{
    /// <summary>Compares.</summary>
    /// <param name="name1">A name in any script.</param>
    /// <param name="name2">Another.</param>
    /// <param name="schema">FollowTheMoney schema of both; null where unknown.</param>
    /// <param name="algorithm">Which matcher scores.</param>
    public static Comparison Compare(string name1, string name2, string? schema, Algorithm algorithm)
    {
        ArgumentNullException.ThrowIfNull(name1);
        ArgumentNullException.ThrowIfNull(name2);
        if (algorithm == Algorithm.Ofac)
        {
            var similarity = OfacScore.Of(new(name1), new(name2));
            return new(similarity, similarity, OfacScreener.Explain(name1, name2, similarity));
        }
        var weights = Weights.Current;
        var pair = NamePair.Best(QueryReading.Of(name1, schema, weights), QueryReading.Of(name2, schema, weights), weights);
        var score = pair?.Agreement.Score ?? 0;
        return new(score, Calibration.Probability(score, schema), Explainer.Explain(pair, NameSorts.Of(schema) == NameSort.Person));
    }
}
