using Ostrakon.Index;
using Ostrakon.Parties;

namespace Ostrakon.Joins.Bench;

/// <summary>The parties of the lists in use, and where each entry went.</summary>
sealed class ListedPairs
{
    readonly Dictionary<(string Authority, string Entry), int> partyOf = [];

    public ListedPairs(Snapshot snapshot)
    {
        Parties = [.. Enumerable.Range(0, snapshot.PartyCount).Select(snapshot.Party)];
        for (var p = 0; p < Parties.Length; p++)
            foreach (var listing in Parties[p].Listings)
                partyOf[(AuthorityOf(listing.List), NumberOf(listing))] = p;
    }

    public Party[] Parties { get; }

    /// <summary>The party of an entry; null where the lists in use do not have it.</summary>
    public int? Find(string authority, string entry) => partyOf.TryGetValue((authority, entry), out var party) ? party : null;

    static string AuthorityOf(string list) => list switch { "us-ofac-sdn" or "us-ofac-cons" => "OFAC", "un-sc" => "UN", "uk-sl" => "UK", "eu-fsf" => "EU", _ => list };

    /// <summary>The evaluation data names EU entries by the EU's reference number.</summary>
    static string NumberOf(Listing listing) =>
        (listing.List == "eu-fsf" ? listing.Entry.Facts.FirstOrDefault(static f => f.Property == "sanctions.recordId")?.Value : null) ?? listing.Entry.Id;
}
