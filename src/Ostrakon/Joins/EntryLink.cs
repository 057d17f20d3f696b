namespace Ostrakon.Joins;

/// <summary>How much a link between two entries proves, the strongest first: in this order they are tried.</summary>
enum LinkKind : byte
{
    /// <summary>The user said so.</summary>
    Chosen,
    /// <summary>One list names the other's entry.</summary>
    Official,
    /// <summary>A shared identifier, and the names agree.</summary>
    Identified,
    /// <summary>For a person to judge.</summary>
    Suggested,
}

/// <summary>A link between two entries of different lists. Immutable.</summary>
/// <param name="A">Number of the one, the smaller.</param>
/// <param name="B">Number of the other.</param>
/// <param name="Kind">What it proves.</param>
/// <param name="Score">How well the names agree, 0..1; where it does not matter, 1.</param>
/// <param name="Reason">For the reader.</param>
sealed record EntryLink(int A, int B, LinkKind Kind, float Score, string Reason);
