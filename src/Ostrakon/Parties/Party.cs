using System.Collections.Immutable;

namespace Ostrakon.Parties;

/// <summary>A person, organisation, vessel, aircraft or wallet with its listings. Immutable.</summary>
/// <param name="Id">The party's id: the list and entry id of its first listing, <c>us-ofac-sdn-35096</c>.</param>
/// <param name="Listings">Never empty, in the fixed order of lists; the first gives schema and caption.</param>
public sealed record Party(string Id, ImmutableArray<Listing> Listings)
{
    /// <summary>Why its entries are one party; empty where it has one.</summary>
    public ImmutableArray<Join> JoinedBy { get; init; } = [];

    /// <summary>Entries that may be the same party but are not joined to it.</summary>
    public ImmutableArray<JoinSuggestion> Suggestions { get; init; } = [];

    /// <summary>FollowTheMoney schema.</summary>
    public string Schema => Listings[0].Entry.Schema;

    /// <summary>The primary name in reading order.</summary>
    public string Caption => Listings[0].Entry.Caption;

    /// <summary>All written names over all listings, the primary ones of each listing first among its own.</summary>
    public IEnumerable<PartyName> Names => Listings.SelectMany(l => l.Entry.Names);

    /// <summary>The party id of an entry that stands alone.</summary>
    public static string IdOf(string list, string entry) => $"{list}-{entry}";
}

/// <summary>An entry of a list in one of its versions. Immutable.</summary>
/// <param name="List">The list id.</param>
/// <param name="Version">The name of the list version.</param>
/// <param name="Entry">The entry as published.</param>
public sealed record Listing(string List, string Version, Entry Entry);
