using System.Collections.Immutable;

namespace Ostrakon.Parties;

/// <summary>One record of one version of a list. Immutable; collections are never default.</summary>
public sealed record Entry
{
    /// <summary>The list's own id of the record (OFAC entity number, UN reference number ...).</summary>
    public required string Id { get; init; }

    /// <summary>FollowTheMoney schema: Person, Organization, Company, LegalEntity, Vessel, Airplane, CryptoWallet.</summary>
    public required string Schema { get; init; }

    /// <summary>All written names, the primary one first. Never empty.</summary>
    public required ImmutableArray<PartyName> Names { get; init; }

    /// <summary>Birth dates, places, nationalities, identifiers, vessel data and all other facts, in published order.</summary>
    public ImmutableArray<Fact> Facts { get; init; } = [];

    /// <summary>Sanctions programmes under which the party is listed.</summary>
    public ImmutableArray<string> Programs { get; init; } = [];

    /// <summary>When the party was listed, ISO 8601 and possibly partial; null where the list does not say.</summary>
    public string? ListedOn { get; init; }

    /// <summary>Why the party is listed, in the list's own words; null where the list does not say.</summary>
    public string? Reason { get; init; }

    /// <summary>Links to other parties that the list states.</summary>
    public ImmutableArray<Relation> Relations { get; init; } = [];

    /// <summary>The record's own fields in published order: what <see cref="Facts"/> was read from, so that nothing is lost.</summary>
    public ImmutableArray<PublishedField> Published { get; init; } = [];

    /// <summary>Where an entry of the built-in starter list stands for a real listing: that listing. Null elsewhere.</summary>
    public ListingReference? StandsFor { get; init; }

    /// <summary>The primary name in reading order.</summary>
    public string Caption => Names[0].Text;
}

/// <summary>A listing named by list and entry id. Immutable.</summary>
/// <param name="List">The list id, such as <c>us-ofac-sdn</c>.</param>
/// <param name="Entry">The entry id on that list.</param>
public sealed record ListingReference(string List, string Entry);
