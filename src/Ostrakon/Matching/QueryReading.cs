using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>One reading of one name of a query, ready to be compared. Immutable.</summary>
sealed class QueryReading
{
    readonly Shape[] shapes;
    readonly byte[] text;
    readonly bool person;

    QueryReading(NameReading reading, Word[] words, bool person, Weights weights)
    {
        Reading = reading;
        this.person = person;
        Words = words;
        text = [.. Words.SelectMany(w => w.Forms[0])];
        shapes = new Shape[Words.Length];
        var start = 0;
        for (var i = 0; i < shapes.Length; i++)
        {
            var length = Words[i].Forms[0].Length;
            shapes[i] = Shape.Of(Words[i].Role, Words[i].Rarity, Words[i].IsTranslated, Words[i].Class, start, length, weights.Words);
            start += length;
        }
        Total = View.Total;
        Numbers = NameScorer.NumbersOf(View);
        anyCounts = View.AnyCounts;
        HasInitial = Array.Exists(Words, w => w.Role == TokenRole.Initial);
    }

    readonly bool anyCounts;

    public NameReading Reading { get; }
    public Word[] Words { get; }
    public NameView View => new(shapes, text, person);

    /// <summary>How much the words prove together.</summary>
    public float Total { get; }

    /// <summary>How much of that are numbers.</summary>
    public float Numbers { get; }

    /// <summary>Whether any word is an initial, which any name may hold written out.</summary>
    public bool HasInitial { get; }

    /// <summary>Whether a word is part of <see cref="Total"/>.</summary>
    public bool Proves(int word) => !anyCounts || shapes[word].Counts;

    /// <summary>The same words, weighed otherwise.</summary>
    public QueryReading With(Weights weights) => new(Reading, Words, person, weights);

    /// <summary>All readings of a written name that hold a word.</summary>
    /// <param name="name">The name.</param>
    /// <param name="schema">Of its party; null where unknown.</param>
    /// <param name="weights">The matcher's.</param>
    /// <param name="inLatin">Whether it is a name of a listed party that has a Latin name too, see <see cref="LatinNames"/>.</param>
    public static QueryReading[] Of(string name, string? schema, Weights weights, bool inLatin = false)
    {
        var sort = NameSorts.Of(schema);
        return [.. NameReader.Read(name, sort).Where(static r => !r.Tokens.IsEmpty).Select(r => Of(r, sort, weights, inLatin))];
    }

    /// <summary>A reading that holds a word.</summary>
    public static QueryReading Of(NameReading reading, NameSort sort, Weights weights, bool inLatin = false) =>
        new(reading, [.. reading.Tokens.Take(Assignment.Most).Select(t => new Word(t, inLatin))], sort == NameSort.Person, weights);
}
