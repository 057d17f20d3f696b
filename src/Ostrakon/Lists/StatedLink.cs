using Ostrakon.Index;
using Ostrakon.Parties;

namespace Ostrakon.Lists;

/// <summary>A relation of a party, with the other party where it is listed too. Immutable.</summary>
/// <param name="Kind">See <see cref="Relation.Kind"/>.</param>
/// <param name="Party">The other party's id; null where only its name is known.</param>
/// <param name="Caption">Its caption, else the name that the list gives.</param>
/// <param name="List">The list that states the relation.</param>
public sealed record StatedLink(string Kind, string? Party, string Caption, string List)
{
    /// <summary>The relations that the lists state of a party, in published order.</summary>
    public static IEnumerable<StatedLink> Of(Party party, Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(party);
        ArgumentNullException.ThrowIfNull(snapshot);
        foreach (var listing in party.Listings)
            foreach (var relation in listing.Entry.Relations)
            {
                var number = relation.Entry is null ? -1 : snapshot.Find(Parties.Party.IdOf(listing.List, relation.Entry));
                var other = number < 0 ? null : snapshot.Party(number);
                yield return new(relation.Kind, other?.Id, other?.Caption ?? relation.Name, listing.List);
            }
    }
}
