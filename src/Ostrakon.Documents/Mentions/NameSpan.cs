using System.Collections.Immutable;
using Ostrakon.Index;
using Ostrakon.Matching;

namespace Ostrakon.Documents.Mentions;

/// <summary>A stretch of words that names something. Immutable.</summary>
/// <param name="First">Index of the first word.</param>
/// <param name="End">Index after the last word.</param>
/// <param name="Kind">What it names; null while undecided.</param>
sealed record NameSpan(int First, int End, PartyKind? Kind)
{
    /// <summary>The known party, where the gazetteer has it.</summary>
    public KnownName? Known { get; init; }

    /// <summary>Whether exactly these words are a listed name.</summary>
    public bool IsListed { get; init; }

    /// <summary>Whether the words are only a part of a longer name ("Amina" in "Segmentation The Amina").</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether the words around it speak of a ship.</summary>
    public bool IsShip { get; init; }

    /// <summary>The listed parties that the words may name, strongest first.</summary>
    public ImmutableArray<Hit> Hits { get; init; } = [];

    /// <summary>Index of the first word of the name itself, behind an article and titles ("the President | Vladimir Putin").</summary>
    public int Name { get; init; } = First;

    /// <summary>Whether the span names its party by an office alone ("the Foreign Secretary").</summary>
    public bool IsOffice => Name == End;

    /// <summary>Whether a place's name stands here for somebody who acts.</summary>
    public bool IsMetonym { get; init; }

    /// <summary>The state that the span itself names ("the Iraqi army").</summary>
    public string? Country { get; init; }

    public int Count => End - First;
}
