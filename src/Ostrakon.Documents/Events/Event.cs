using System.Collections.Immutable;

namespace Ostrakon.Documents.Events;

/// <summary>One thing that one party does, is said to do, or may do, to or with another. Immutable. The kinds, slots and
/// factualities are explained in docs/documents.md.</summary>
public sealed record Event
{
    /// <summary>Its id within the brief: e1, e2 ... in text order.</summary>
    public required string Id { get; init; }
    /// <summary>One of the kinds of the frame lexicon: transfer, seek, meet, threaten, sanction ... Deeds outside the kinds of the brief
    /// (urge, pledge, yield, protest ...) have null in JSON, and their PLOVER type.</summary>
    public required string Kind { get; init; }
    /// <summary>The PLOVER type the kind maps to; null where there is none.</summary>
    public string? Plover { get; init; }
    /// <summary>Ids of the parties that do it.</summary>
    public ImmutableArray<string> Agent { get; init; } = [];
    /// <summary>Ids of the parties to, with, from or against whom.</summary>
    public ImmutableArray<string> Counterpart { get; init; } = [];
    /// <summary>What: the words of the text.</summary>
    public string? Object { get; init; }
    /// <summary>Class of the object for a transfer: arms, dual-use, technology, oil, coal, minerals, food, luxury, money, people, other.</summary>
    public string? ObjectClass { get; init; }
    /// <summary>Where, in the words of the text.</summary>
    public string? Place { get; init; }
    /// <summary>When.</summary>
    public EventTime? Time { get; init; }
    /// <summary>happened, ongoing, planned, possible, conditional, alleged, denied, not-happened, uncertain.</summary>
    public required string Factuality { get; init; }
    /// <summary>Who says so, outermost first: party ids, or the words of the text for a source that is no party. Empty: the document itself.</summary>
    public ImmutableArray<string> Attribution { get; init; } = [];
    /// <summary>0..1.</summary>
    public double Confidence { get; init; }
    /// <summary>The clauses that say it; never empty.</summary>
    public required ImmutableArray<TextSpan> Evidence { get; init; }
    /// <summary>The word that names the event.</summary>
    public required TextSpan Trigger { get; init; }
    /// <summary>The rule that fired.</summary>
    public required string Rule { get; init; }
}

/// <summary>A time as written, and resolved where the document's date allows. Immutable.</summary>
/// <param name="Text">The words of the text.</param>
/// <param name="Value">ISO 8601, possibly partial; null where it cannot be resolved.</param>
public sealed record EventTime(string Text, string? Value);

/// <summary>A span of the clean text, UTF-16 offsets, end exclusive. Immutable.</summary>
public readonly record struct TextSpan(int Start, int End, string Text);
