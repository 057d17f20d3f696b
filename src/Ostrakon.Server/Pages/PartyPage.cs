using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Ostrakon.Lists;
using Ostrakon.Lists.Deltas;
using Ostrakon.Parties;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Pages.Slices;

namespace Ostrakon.Server.Pages;

/// <summary>Everything that the lists say about one party, and how that changed over the kept versions.</summary>
static class PartyPage
{
    /// <summary>The most versions of a list that are compared for the changes.</summary>
    const int Versions = 12;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/party/{id}", static (string id, ListsInUse lists) =>
        {
            using var use = lists.Use();
            var (party, links) = Found(id, use);
            return Site.Show(PartySlice.Create(new(party, [.. links], Graph.OfLinks(party.Caption, links), null, use.Snapshot.Demonstration)));
        });
        app.MapGet("/party/{id}/changes", static (string id, ListsInUse lists, CancellationToken cancel) =>
        {
            using var use = lists.Use();
            var (party, links) = Found(id, use);
            return Site.Show(PartySlice.Create(new(party, [.. links], Graph.OfLinks(party.Caption, links), Changes(party, lists, cancel), use.Snapshot.Demonstration)));
        }).RequireRateLimiting(Concurrency.Heavy);
    }

    static (Party Party, List<StatedLink> Links) Found(string id, ListsUse use)
    {
        var number = use.Snapshot.Find(id);
        if (number < 0) throw ProblemException.NotFound($"There is no party '{id}' in the lists in use.");
        var party = use.Snapshot.Party(number);
        return (party, [.. StatedLink.Of(party, use.Snapshot)]);
    }

    /// <summary>For each listing, from the latest kept version back: when it came, what changed in it.</summary>
    static ImmutableArray<PartyChange> Changes(Party party, ListsInUse lists, CancellationToken cancel)
    {
        var changes = ImmutableArray.CreateBuilder<PartyChange>();
        foreach (var listing in party.Listings)
        {
            Entry? before = null;
            var first = true;
            foreach (var kept in lists.Archive.Versions(listing.List).TakeLast(Versions))
            {
                cancel.ThrowIfCancellationRequested();
                var now = lists.Archive.Load(listing.List, kept.Version.Version, cancel: cancel).Entries.FirstOrDefault(e => e.Id == listing.Entry.Id);
                if (before is null && now is not null)
                    changes.Add(new(listing.List, kept.Version.Version, first ? "stands in the oldest version that is kept" : "was added", []));
                else if (before is not null && now is null) changes.Add(new(listing.List, kept.Version.Version, "was removed", []));
                else if (before is not null && now is not null && ListDelta.Between([before], [now]).Changed is [var change])
                    changes.Add(new(listing.List, kept.Version.Version, "changed", change.Fields));
                (before, first) = (now, false);
            }
        }
        changes.Reverse();
        return changes.ToImmutable();
    }
}

/// <summary>What happened to a listing with a version. Immutable.</summary>
public sealed record PartyChange(string List, string Version, string What, ImmutableArray<ChangedField> Fields);

/// <summary>The party page; changes are null until they are asked for. Immutable.</summary>
public sealed record PartyModel(Party Party, ImmutableArray<StatedLink> Links, Graph? Graph, ImmutableArray<PartyChange>? Changes, bool Demonstration)
{
    /// <summary>Facts by what they say, each value with the lists that state it.</summary>
    public IEnumerable<(string Property, List<(string Value, List<string> Lists)> Values)> Facts => Party.Listings
        .SelectMany(static l => l.Entry.Facts.Select(f => (f.Property, Value: f.ToString(), l.List)))
        .GroupBy(static f => f.Property)
        .Select(static g => (g.Key, g.GroupBy(static f => f.Value).Select(static v => (v.Key, v.Select(static f => f.List).Distinct().ToList())).ToList()));
}
