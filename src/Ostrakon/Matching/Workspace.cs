namespace Ostrakon.Matching;

/// <summary>A word of the index that is like a word of the query. All links of one indexed word form a chain.</summary>
readonly record struct Link(int Word, byte QueryWord, Likeness Likeness, int Next);

/// <summary>A name of the index that agrees with the query.</summary>
readonly record struct Candidate(int Party, int Name, int Reading, float Score);

/// <summary>The arrays that answering one query needs, kept for the next: nothing is allocated per candidate. For one thread at a time.</summary>
sealed class Workspace(int words, int names)
{
    readonly int[] heads = new int[words];
    readonly int[] seen = new int[words];
    readonly float[] evidence = new float[names];
    readonly byte[] counted = new byte[names];
    readonly List<int> found = [];
    int stamp;

    /// <summary>The links of the reading at hand: those of its first word first, the most alike of each word first.</summary>
    public List<Link> Links { get; } = [];

    /// <summary>Where the links of each word of the query begin; one more than words.</summary>
    public List<int> LinksAt { get; } = [];

    /// <summary>Words found for the query word at hand, each once, with how alike they are.</summary>
    public List<(int Word, Likeness Likeness)> Related { get; } = [];

    /// <summary>The names that hold any of what was visited.</summary>
    public List<int> Touched { get; } = [];

    /// <summary>Names that scored high enough.</summary>
    public List<Candidate> Candidates { get; } = [];

    /// <summary>The words found for the query word at hand, each once.</summary>
    public List<int> Found => found;

    /// <summary>Begins a reading.</summary>
    public void Begin()
    {
        foreach (var link in Links) heads[link.Word] = 0;
        foreach (var name in Touched) (evidence[name], counted[name]) = (0, 0);
        Links.Clear();
        LinksAt.Clear();
        Touched.Clear();
        LinksAt.Add(0);
    }

    /// <summary>Begins a word of the query.</summary>
    public void BeginWord()
    {
        found.Clear();
        Related.Clear();
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

    /// <summary>Turns what is related to the query word at hand into links.</summary>
    public void EndWord(int queryWord)
    {
        Related.Sort(static (a, b) => a.Likeness.Value != b.Likeness.Value ? b.Likeness.Value.CompareTo(a.Likeness.Value) : a.Word - b.Word);
        foreach (var (word, likeness) in Related)
        {
            Links.Add(new(word, (byte)queryWord, likeness, heads[word]));
            heads[word] = Links.Count;
        }
        LinksAt.Add(Links.Count);
    }

    /// <summary>1 + the number of a link of this word, which chains to the others; 0 where it has none.</summary>
    public int Head(int word) => heads[word];

    /// <summary>Counts evidence for a name: the first that comes for each word of the query, which must be the greatest.</summary>
    public void Count(int name, int queryWord, float value)
    {
        if (counted[name] == 0) Touched.Add(name);
        if (counted[name] == queryWord + 1) return;
        counted[name] = (byte)(queryWord + 1);
        evidence[name] += value;
    }

    /// <summary>How much of the query is found in a name, at most, as far as it was visited.</summary>
    public float Evidence(int name) => evidence[name];
}
