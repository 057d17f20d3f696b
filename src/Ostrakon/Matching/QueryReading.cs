using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>One reading of one name of a query, ready to be compared. Immutable.</summary>
sealed class QueryReading
{
    public QueryReading(NameReading reading, Weights weights)
    {
        Reading = reading;
        Words = [.. reading.Tokens.Take(Assignment.Most).Select(t => new Word(t))];
        Shapes = [.. Words.Select(w => Shape.Of(w, weights.Words))];
        Total = Shape.Total(Shapes);
        anyCounts = Array.Exists(Shapes, s => s.Counts);
    }

    readonly bool anyCounts;

    /// <summary>Whether a word is part of <see cref="Total"/>.</summary>
    public bool Proves(int word) => !anyCounts || Shapes[word].Counts;

    public NameReading Reading { get; }
    public Word[] Words { get; }
    public Shape[] Shapes { get; }

    /// <summary>How much the words prove together.</summary>
    public float Total { get; }

    /// <summary>All readings of a written name that hold a word.</summary>
    public static QueryReading[] Of(string name, string? schema, Weights weights) =>
        [.. NameReader.Read(name, NameSorts.Of(schema)).Where(r => !r.Tokens.IsEmpty).Select(r => new QueryReading(r, weights))];
}
