namespace Ostrakon.Documents.Mentions;

/// <summary>One party while its mentions are being collected. For one thread.</summary>
sealed class PartyDraft
{
    public required string Name { get; set; }
    public required PartyKind Kind { get; set; }
    public string? Country { get; set; }

    /// <summary>The words of its fullest name.</summary>
    public ulong[] Keys { get; set; } = [];

    public List<Mention> Mentions { get; } = [];

    /// <summary>The spans that name it in full, with what the lists say of each.</summary>
    public List<NameSpan> Names { get; } = [];

    /// <summary>Where it is first named: the title comes before the text.</summary>
    public long First { get; private set; } = long.MaxValue;

    public void Add(Mention mention)
    {
        Mentions.Add(mention);
        First = Math.Min(First, Position(mention));
    }

    public static long Position(Mention mention) => (mention.InTitle ? 0L : 1L << 40) + mention.Start;
}
