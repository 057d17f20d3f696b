namespace Ostrakon.Matching;

/// <summary>Two names that are both at hand, compared word by word. Immutable.</summary>
sealed class NamePair
{
    NamePair(QueryReading query, QueryReading name, Weights weights)
    {
        Query = query;
        Name = name;
        Likenesses = new Likeness[query.Words.Length * name.Words.Length];
        NameOf = new int[query.Words.Length];
        for (var i = 0; i < query.Words.Length; i++)
            for (var j = 0; j < name.Words.Length; j++)
                Likenesses[i * name.Words.Length + j] = WordLikeness.Of(query.Words[i], name.Words[j], weights.Channels);
        Agreement = NameScorer.Score(query.Shapes, name.Shapes, Likenesses, NameOf, weights);
    }

    public QueryReading Query { get; }
    public QueryReading Name { get; }
    public Likeness[] Likenesses { get; }

    /// <summary>For each word of the query the word of the name that it stands for, or -1.</summary>
    public int[] NameOf { get; }

    public NameAgreement Agreement { get; }

    /// <summary>The pair of readings that agrees best; null where one name holds no word.</summary>
    public static NamePair? Best(QueryReading[] queries, QueryReading[] names, Weights weights)
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
