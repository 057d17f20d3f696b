using System.Collections.Immutable;
using Ostrakon.Matching;

namespace Ostrakon.Documents.Mentions;

/// <summary>A party that a document names. Immutable.</summary>
public sealed record DocumentParty
{
    /// <summary>Its id within the brief: p1, p2 ... in order of first mention.</summary>
    public required string Id { get; init; }
    /// <summary>Its fullest name in the document, or the canonical name of a government.</summary>
    public required string Name { get; init; }
    /// <summary>What it is.</summary>
    public required PartyKind Kind { get; init; }
    /// <summary>ISO 3166 two-letter code, where the text makes it certain; else null.</summary>
    public string? Country { get; init; }
    /// <summary>Where it is named, in text order, those of the title first. Never empty.</summary>
    public required ImmutableArray<Mention> Mentions { get; init; }
    /// <summary>The listed parties that it is or may be, strongest first.</summary>
    public ImmutableArray<DocumentListing> Listings { get; init; } = [];
}

/// <summary>A span that names a party. Immutable.</summary>
/// <param name="Start">Start, a UTF-16 offset into the clean text, or into the title.</param>
/// <param name="End">End, exclusive.</param>
/// <param name="Text">The text of the span.</param>
/// <param name="InTitle">Whether the span is in the title.</param>
/// <param name="How">How it names the party.</param>
/// <param name="Score">0..1: 1 where only this party fits, less where the same words may name another party of the document, too.</param>
public sealed record Mention(int Start, int End, string Text, bool InTitle, MentionHow How, double Score = 1);

/// <summary>What the judge says of a listed party that a party of the document may be. Immutable.</summary>
/// <param name="Hit">The hit of the name against the lists.</param>
/// <param name="Tier">Alert, review or suppressed.</param>
/// <param name="Why">One sentence.</param>
public sealed record DocumentListing(Hit Hit, Tier Tier, string Why);

/// <summary>What a party of a document is.</summary>
public enum PartyKind
{
    /// <summary>A human being.</summary>
    Person,
    /// <summary>A company, agency, party, armed group with a name.</summary>
    Organisation,
    /// <summary>A state or its government when it acts, also by its capital ("Pyongyang").</summary>
    Government,
    /// <summary>A ship.</summary>
    Vessel,
    /// <summary>An aircraft.</summary>
    Aircraft,
    /// <summary>A place that does not act.</summary>
    Place,
    /// <summary>Several parties under one word ("the West", "Western allies").</summary>
    Group,
}

/// <summary>How a span names its party.</summary>
public enum MentionHow
{
    /// <summary>The full name.</summary>
    FullName,
    /// <summary>The family name alone.</summary>
    Surname,
    /// <summary>Another name of the party, from a list or introduced in the document.</summary>
    Alias,
    /// <summary>Initial letters.</summary>
    Acronym,
    /// <summary>A capital or seat for its government.</summary>
    Metonym,
    /// <summary>An adjective or people for the state ("North Korean officials").</summary>
    Demonym,
    /// <summary>A description ("the isolated state", "the North Korean leader").</summary>
    Description,
    /// <summary>A pronoun.</summary>
    Pronoun,
}

/// <summary>How much attention a listing of a document's party needs.</summary>
public enum Tier
{
    /// <summary>A person must look: name and context support the listing.</summary>
    Alert,
    /// <summary>Possible: one thing is missing, or the name is common.</summary>
    Review,
    /// <summary>The name agrees, but the context contradicts.</summary>
    Suppressed,
}
