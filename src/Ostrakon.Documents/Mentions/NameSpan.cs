using Ostrakon.Index;

namespace Ostrakon.Documents.Mentions;

/// <summary>A stretch of words that names something. Immutable.</summary>
/// <param name="First">Index of the first word.</param>
/// <param name="End">Index after the last word.</param>
/// <param name="Kind">What it names; null while undecided.</param>
sealed record NameSpan(int First, int End, PartyKind? Kind)
{
    /// <summary>The known party, where the gazetteer has it.</summary>
    public KnownName? Known { get; init; }

    /// <summary>The listed names that are written here, where the lists have them.</summary>
    public ListedPhrase[] Listed { get; init; } = [];

    /// <summary>Title or role in front ("President", "the tanker"), the words of the text.</summary>
    public string? Front { get; init; }

    public int Count => End - First;
}
