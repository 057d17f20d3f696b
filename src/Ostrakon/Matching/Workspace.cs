namespace Ostrakon.Matching;

/// <summary>A word of the index that is like a word of the query. All links of one indexed word form a chain.</summary>
readonly record struct Link(int Word, byte QueryWord, Likeness Likeness, int Next);

/// <summary>The names of an indexed word are to be visited for a word of the query, which they may hold to this extent.</summary>
/// <param name="Word">The indexed word.</param>
/// <param name="Share">How much of the query they may hold.</param>
/// <param name="Compound">Whether only as one word for several.</param>
readonly record struct Visit(int Word, float Share, bool Compound);

/// <summary>A name of the index that agrees with the query.</summary>
/// <param name="Party">The party's number.</param>
/// <param name="Name">The number of the indexed name.</param>
/// <param name="Reading">Which reading of the query; -1 where only an identifier agrees.</param>
/// <param name="Score">0..1, with all facts.</param>
readonly record struct Candidate(int Party, int Name, int Reading, float Score);

/// <summary>The arrays that answering one query needs, kept for the next: nothing is allocated per candidate. For one thread at a time.</summary>
sealed class Workspace(int forms, int words, int names)
{
    readonly int[] heads = new int[words];
    readonly int[] seenForm = new int[forms];
    readonly int[] seenWord = new int[words];
    readonly int[] seenSound = new int[words];
    readonly Likeness[] likeness = new Likeness[words];
    readonly List<List<Visit>> visits = [];
    readonly List<List<(int Name, float Share)>> direct = [];
    int formStamp, wordStamp, soundStamp;

    /// <summary>Room for what an index maps keys to.</summary>
    public List<int> Mapped { get; } = [];

    /// <summary>The links of the reading at hand.</summary>
    public List<Link> Links { get; } = [];

    /// <summary>The words found last, each once.</summary>
    public List<int> Found { get; } = [];

    /// <summary>By name which words of the query it may hold, as bits of the <see cref="Reach"/>.</summary>
    public ushort[] Held { get; } = new ushort[names];

    /// <summary>Room for what the <see cref="Reach"/> knows of each set of bits.</summary>
    public ushort[] Limits { get; } = new ushort[1 << Reach.Bits];

    /// <summary>The names that may reach the threshold by the words that they hold.</summary>
    public List<int> Touched { get; } = [];

    /// <summary>Names that scored high enough.</summary>
    public List<Candidate> Candidates { get; } = [];

    /// <summary>Begins a reading of so many words.</summary>
    public void Begin(int queryWords)
    {
        foreach (var link in Links) heads[link.Word] = 0;
        Links.Clear();
        for (var i = visits.Count; i < queryWords; i++)
        {
            visits.Add([]);
            direct.Add([]);
        }
        foreach (var list in visits) list.Clear();
        foreach (var list in direct) list.Clear();
    }

    /// <summary>Begins a set of found words.</summary>
    public void BeginWords()
    {
        Found.Clear();
        Next(ref wordStamp, seenWord);
    }

    /// <summary>Begins a set of forms that were looked at.</summary>
    public void BeginForms() => Next(ref formStamp, seenForm);

    /// <summary>Whether a form is looked at for the first time.</summary>
    public bool IsNew(int form)
    {
        if (seenForm[form] == formStamp) return false;
        seenForm[form] = formStamp;
        return true;
    }

    /// <summary>Begins a set of words whose sound was looked at.</summary>
    public void BeginSounds() => Next(ref soundStamp, seenSound);

    /// <summary>Whether a word's sound is looked at for the first time.</summary>
    public bool IsNewSound(int word)
    {
        if (seenSound[word] == soundStamp) return false;
        seenSound[word] = soundStamp;
        return true;
    }

    /// <summary>Notes how alike a word is; the greatest stays.</summary>
    public void Find(int word, Likeness value)
    {
        if (value.Value <= 0) return;
        if (seenWord[word] != wordStamp)
        {
            seenWord[word] = wordStamp;
            likeness[word] = value;
            Found.Add(word);
        }
        else if (value.Value > likeness[word].Value) likeness[word] = value;
    }

    /// <summary>How much alike a word was found to be; 0 where it was not found.</summary>
    public float ValueOf(int word) => seenWord[word] == wordStamp ? likeness[word].Value : 0;

    /// <summary>How alike a found word is.</summary>
    public Likeness LikenessOf(int word) => likeness[word];

    public void AddLink(int word, int queryWord, Likeness value)
    {
        Links.Add(new(word, (byte)queryWord, value, heads[word]));
        heads[word] = Links.Count;
    }

    /// <summary>1 + the number of a link of this word, which chains to the others; 0 where it has none.</summary>
    public int Head(int word) => heads[word];

    /// <summary>What is to be visited for a word of the query.</summary>
    public List<Visit> Visits(int queryWord) => visits[queryWord];

    /// <summary>Names that are known to hold a word of the query as several, or the other way round.</summary>
    public List<(int Name, float Share)> Direct(int queryWord) => direct[queryWord];

    public void AddDirect(int queryWord, int name, float share) => direct[queryWord].Add((name, share));

    /// <summary>Begins to visit names.</summary>
    public void BeginNames()
    {
        Touched.Clear();
        Array.Clear(Held);
    }

    static void Next(ref int stamp, int[] seen)
    {
        if (++stamp < int.MaxValue) return;
        Array.Clear(seen);
        stamp = 1;
    }
}
