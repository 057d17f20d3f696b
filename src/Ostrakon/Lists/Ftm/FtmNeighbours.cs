using Ostrakon.Index;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ftm;

/// <summary>An entity that stands beside a party: one of its sanctions, or a link with another party. Immutable.</summary>
/// <param name="Nest">The party's property that holds it: "sanctions", "ownershipOwner" ...</param>
/// <param name="Id">Its id, as our own export writes it.</param>
/// <param name="Schema">Sanction, Ownership, Family ...</param>
/// <param name="List">The list that states it.</param>
/// <param name="Properties">All its properties, also those that point at the party.</param>
/// <param name="End">The property that points back at the party.</param>
/// <param name="OtherEnd">The property that points at the other party; null for a sanction.</param>
/// <param name="Other">The other party's id where it is listed too.</param>
/// <param name="OtherName">The other party as the list names it; null for a sanction.</param>
public sealed record FtmNeighbour(
    string Nest, string Id, string Schema, string List, FtmProperties Properties, string End, string? OtherEnd = null, string? Other = null, string? OtherName = null)
{
    /// <summary>The same link without saying of which kind but in its role: for parties whose schema cannot stand at such an end.</summary>
    public FtmNeighbour AsUnknownLink()
    {
        var link = FtmLinks.All["UnknownLink"];
        var properties = new FtmProperties();
        foreach (var party in Properties.Values(End)) properties.Add(link.From, party);
        foreach (var party in OtherEnd is null ? [] : Properties.Values(OtherEnd)) properties.Add(link.To, party);
        foreach (var role in Properties.Values("role")) properties.Add("role", role);
        return this with { Nest = link.FromNest, Schema = link.Schema, Properties = properties, End = link.From, OtherEnd = link.To };
    }
}

/// <summary>What the lists state beside a party, as FollowTheMoney entities. Pure functions over their arguments.</summary>
public static class FtmNeighbours
{
    /// <summary>The property that holds a party's sanctions.</summary>
    public const string Sanctions = "sanctions";

    /// <summary>All properties that hold a neighbour.</summary>
    public static IEnumerable<string> Nests { get; } = [Sanctions, .. FtmLinks.All.Values.SelectMany(static l => new[] { l.FromNest, l.ToNest }).Order(StringComparer.Ordinal)];

    internal static string SanctionId(string entry) => $"{entry}-sanction";

    internal static string LinkId(string entry, int relation) => $"{entry}-link-{relation + 1}";

    /// <summary>The sanctions of a party, and the links that its own entries state, in published order.</summary>
    public static IEnumerable<FtmNeighbour> Of(Party party, Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(party);
        ArgumentNullException.ThrowIfNull(snapshot);
        foreach (var listing in party.Listings)
        {
            var properties = FtmProperties.OfSanction(party.Id, listing.Entry);
            if (properties.Values("authority").Count == 0) properties.Add("authority", ListTitles.Of(listing.List));
            yield return new(Sanctions, SanctionId(Party.IdOf(listing.List, listing.Entry.Id)), "Sanction", listing.List, properties, "entity");
        }
        foreach (var link in Links(party, snapshot)) yield return link;
    }

    /// <summary>The links that another party's entries state with this one, seen from this one.</summary>
    public static IEnumerable<FtmNeighbour> Stated(Party by, Party about, Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(about);
        foreach (var link in Links(by, snapshot).Where(l => l.Other == about.Id))
        {
            var schema = FtmLinks.All[link.Schema];
            var nest = link.End == schema.From ? schema.ToNest : schema.FromNest;
            yield return link with { Nest = nest, End = link.OtherEnd!, OtherEnd = link.End, Other = by.Id, OtherName = by.Caption };
        }
    }

    static IEnumerable<FtmNeighbour> Links(Party party, Snapshot snapshot)
    {
        foreach (var listing in party.Listings)
            for (var i = 0; i < listing.Entry.Relations.Length; i++)
            {
                var relation = listing.Entry.Relations[i];
                var number = relation.Entry is null ? -1 : snapshot.Find(Party.IdOf(listing.List, relation.Entry));
                var other = number < 0 ? null : snapshot.Party(number);
                var (link, isFrom) = FtmLinks.Saying(relation.Kind);
                var id = LinkId(Party.IdOf(listing.List, listing.Entry.Id), i);
                yield return new(isFrom ? link.FromNest : link.ToNest, id, link.Schema, listing.List,
                    FtmProperties.OfLink(party.Id, other?.Id ?? $"{id}-other", relation.Kind), isFrom ? link.From : link.To,
                    isFrom ? link.To : link.From, other?.Id, other?.Caption ?? relation.Name);
            }
    }
}
