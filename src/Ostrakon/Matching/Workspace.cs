namespace Ostrakon.Matching;

/// <summary>A word of the index that is like a word of the query. All links of one indexed word form a chain.</summary>
readonly record struct Link(int Word, byte QueryWord, Likeness Likeness, int Next);

/// <summary>The names of an indexed word are to be visited for a word of the query, which they may hold to this extent.</summary>
readonly record struct Visit(int Word, float Share);

/// <summary>A name of the index that agrees with the query.</summary>
/// <param name="Party">The party's number.</param>
/// <param name="Name">The number of the indexed name.</param>
/// <param name="Reading">Which reading of the query; -1 where only an identifier agrees.</param>
/// <param name="Score">0..1, with all facts.</param>
readonly record struct Candidate(int Party, int Name, int Reading, float Score);

/// <summary>The arrays that answering one query needs, kept for the next: nothing is allocated per candidate. For one thread at a time.</summary>
sealed class Workspace(int words, int names)
{
    readonly int[] heads = new int[words];
    readonly int[] seen = new int[words];
    readonly float[] evidence = new float[names];
    readonly byte[] counted = new byte[names];
    readonly List<int> found = [];
    readonly List<List<Visit>> visits = [];
    int stamp;

    /// <summary>The links of the reading at hand.</summary>
    public List<Link> Links { get; } = [];

    /// <summary>The words found last, each once.</summary>
    public List<int> Found => found;

    /// <summary>The names that hold any of what was visited.</summary>
    public List<int> Touched { get; } = [];

    /// <summary>Names that scored high enough.</summary>
    public List<Candidate> Candidates { get; } = [];

    /// <summary>Begins a reading of so many words.</summary>
    public void Begin(int queryWords)
    {
        foreach (var link in Links) heads[link.Word] = 0;
        foreach (var name in Touched) (evidence[name], counted[name]) = (0, 0);
        Links.Clear();
        Touched.Clear();
        while (visits.Count < queryWords) visits.Add([]);
        foreach (var list in visits) list.Clear();
    }

    /// <summary>Begins a set of found words.</summary>
    public void BeginFinding()
    {
        found.Clear();
        if (++stamp < int.MaxValue) return;
        Array.Clear(seen);
        stamp = 1;
    }

    /// <summary>Notes that an indexed word was found.</summary>
    public void Find(int word)
    {
        if (seen[word] == stamp) return;
        seen[word] = stamp;
        found.Add(word);
    }

    public void AddLink(int word, int queryWord, Likeness likeness)
    {
        Links.Add(new(word, (byte)queryWord, likeness, heads[word]));
        heads[word] = Links.Count;
    }

    /// <summary>1 + the number of a link of this word, which chains to the others; 0 where it has none.</summary>
    public int Head(int word) => heads[word];

    /// <summary>What is to be visited for a word of the query.</summary>
    public List<Visit> Visits(int queryWord) => visits[queryWord];

    /// <summary>Counts evidence for a name: the first that comes for each word of the query, which must be the greatest.</summary>
    public void Count(int name, int queryWord, float share)
    {
        if (counted[name] == 0) Touched.Add(name);
        if (counted[name] == queryWord + 1) return;
        counted[name] = (byte)(queryWord + 1);
        evidence[name] += share;
    }

    /// <summary>How much of the query is found in a name, at most, as far as it was visited.</summary>
    public float Evidence(int name) => evidence[name];
}
