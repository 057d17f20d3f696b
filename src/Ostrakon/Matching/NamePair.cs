namespace Ostrakon.Matching;

/// <summary>Two names that are both at hand, compared word by word. Immutable.</summary>
sealed class NamePair
{
    public NamePair(QueryReading query, QueryReading name, Weights weights)
    {
        Query = query;
        Name = name;
        var likenesses = new Likeness[query.Words.Length * name.Words.Length];
        for (var i = 0; i < query.Words.Length; i++)
            for (var j = 0; j < name.Words.Length; j++)
                likenesses[i * name.Words.Length + j] = WordLikeness.Of(query.Words[i], name.Words[j], weights.Channels);
        var pairings = new Pairing[query.Words.Length];
        Agreement = NameScorer.Score(query.View, name.View, likenesses, true, pairings, weights);
        Pairings = pairings[..Agreement.Pairings];
    }

    public QueryReading Query { get; }
    public QueryReading Name { get; }

    /// <summary>What stands for what.</summary>
    public Pairing[] Pairings { get; }

    public NameAgreement Agreement { get; }

    /// <summary>The pair of readings that agrees best; null where one name holds no word.</summary>
    public static NamePair? Best(IReadOnlyList<QueryReading> queries, IReadOnlyList<QueryReading> names, Weights weights)
    {
        NamePair? best = null;
        foreach (var query in queries)
            foreach (var name in names)
            {
                var pair = new NamePair(query, name, weights);
                if (best is null || pair.Agreement.Score > best.Agreement.Score) best = pair;
            }
        return best;
    }
}
