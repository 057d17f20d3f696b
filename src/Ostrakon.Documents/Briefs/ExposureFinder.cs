using System.Collections.Immutable;
using Ostrakon.Documents.Events;
using Ostrakon.Documents.Mentions;

namespace Ostrakon.Documents.Briefs;

/// <summary>Which party deals with a listed one, and in which event. Pure.</summary>
static class ExposureFinder
{
    /// <summary>Kinds that tie the other party to the listed one; to criticise, sanction or arrest somebody is no dealing with him.</summary>
    static readonly HashSet<string> Dealings = new(StringComparer.Ordinal)
    {
        "transfer", "seek", "ship", "pay", "smuggle", "meet", "visit", "negotiate", "agree", "support", "evade-sanctions",
        "own", "control", "act-for", "appoint", "train-forces", "launder", "bribe",
    };

    public static ImmutableArray<Exposure> Find(ImmutableArray<DocumentParty> parties, ImmutableArray<Event> events)
    {
        var listed = parties.Where(p => p.Listings.Any(l => l.Tier != Tier.Suppressed)).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<Exposure>();
        foreach (var e in events)
        {
            if (!Dealings.Contains(e.Kind) || e.Factuality is "denied" or "not-happened") continue;
            var sides = e.Agent.Concat(e.Counterpart).Distinct(StringComparer.Ordinal).ToArray();
            foreach (var to in sides)
                if (listed.TryGetValue(to, out var party))
                    foreach (var other in sides)
                        if (other != to) found.Add(new(other, e.Id, to, ListOf(party), e.Evidence[0].Text));
        }
        return found.ToImmutable();
    }

    static string ListOf(DocumentParty party) => party.Listings.First(l => l.Tier != Tier.Suppressed).Hit.Party.Listings[0].List;
}
