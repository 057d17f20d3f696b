namespace Ostrakon.Extraction.Bench;

/// <summary>A page whose article is known: its whole text, or segments that must and must not be in it.</summary>
sealed record GoldPage(string Set, string Id, string Host, byte[] Bytes)
{
    public string? Body { get; init; }
    public IReadOnlyList<string> With { get; init; } = [];
    public IReadOnlyList<string> Without { get; init; } = [];
}
