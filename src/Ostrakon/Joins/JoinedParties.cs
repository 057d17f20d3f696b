using System.Collections.Immutable;
using System.Globalization;
using Ostrakon.Lists;
using Ostrakon.Parties;

namespace Ostrakon.Joins;

/// <summary>
/// Entries of all lists become parties: what the user decided, then what the lists say of each other, then strong identifiers with agreeing
/// names. Everything weaker is suggested. The same lists and decisions give the same parties.
/// </summary>
static class JoinedParties
{
    /// <summary>More suggestions for one party help nobody.</summary>
    const int MostSuggestions = 8;

    /// <summary>The parties in the order of their first entries.</summary>
    public static List<JoinedParty> Of(ListedEntries entries, JoinChoices choices, CancellationToken cancel)
    {
        var agreement = new EntryAgreement(entries);
        var (official, copies) = Official(entries, agreement);
        bool Counts(int entry) => !copies.ContainsKey(entry);
        var (chosen, apart) = Chosen(entries, choices);
        List<EntryLink> identified = [], named = [];
        SideBySide.Run(2, part =>
        {
            if (part == 0) identified = SharedIdentifiers.Of(entries, agreement, Counts, cancel);
            else named = [.. SameNames.Of(entries, agreement, Counts)];
        }, cancel);
        var links = chosen.Where(l => Counts(l.A) && Counts(l.B)).Concat(official).Concat(identified).Concat(named)
            .OrderBy(static l => l.Kind).ThenByDescending(static l => l.Score).ThenBy(static l => (l.A, l.B)).ToList();

        var groups = new PartyGroups(entries, apart);
        var made = new List<EntryLink>();
        var suggested = new List<EntryLink>();
        foreach (var link in links)
        {
            if (link.Kind == LinkKind.Suggested) suggested.Add(link);
            else if (groups.Join(link, out var why)) made.Add(link);
            else suggested.Add(link with { Reason = $"{link.Reason}, but {why}" });
        }
        return Parties(entries, groups, copies, made.ToLookup(l => groups.Of(l.A)[0]),
            suggested.Where(l => !apart.Contains(PartyGroups.Pair(l.A, l.B)) && !groups.Of(l.A).Contains(l.B)).ToList());
    }

    static (List<EntryLink> Links, Dictionary<int, (int Target, string Reason)> Copies) Official(ListedEntries entries, EntryAgreement agreement)
    {
        var references = OfficialReferences.Of(entries).ToList();
        var copies = new Dictionary<int, (int, string)>();
        foreach (var (from, to, _, reason) in references.Where(static r => r.Copy)) copies.TryAdd(from, (to, reason));
        // Where a list has two entries with the reference of one, the one whose names agree better is meant.
        var contested = references.Where(static r => !r.Copy).GroupBy(r => (r.To, entries.ListOf(r.From))).Where(static g => g.Count() > 1).SelectMany(static g => g).ToHashSet();
        var links = new List<EntryLink>();
        foreach (var reference in references.Where(static r => !r.Copy))
        {
            var (a, b) = PartyGroups.Pair(reference.From, reference.To);
            links.Add(agreement.Contradiction(a, b) is { } against && !against.StartsWith("the birth", StringComparison.Ordinal)
                ? new(a, b, LinkKind.Suggested, 0, $"{reference.Reason}, but {against}")
                : new(a, b, LinkKind.Official, contested.Contains(reference) ? agreement.Names(a, b).Score : 1, reference.Reason));
        }
        return (links, copies);
    }

    static (List<EntryLink> Together, HashSet<(int, int)> Apart) Chosen(ListedEntries entries, JoinChoices choices)
    {
        var numbers = entries.ByPartyId(choices.All.SelectMany(static c => new[] { c.A, c.B }).ToHashSet(StringComparer.Ordinal));
        var (together, apart) = (new List<EntryLink>(), new HashSet<(int, int)>());
        foreach (var choice in choices.All)
        {
            if (!numbers.TryGetValue(choice.A, out var one) || !numbers.TryGetValue(choice.B, out var other)) continue;
            var (a, b) = PartyGroups.Pair(one, other);
            if (choice.Together) together.Add(new(a, b, LinkKind.Chosen, 1, string.Create(CultureInfo.InvariantCulture, $"joined by hand on {choice.Made:yyyy-MM-dd}")));
            else apart.Add((a, b));
        }
        return (together, apart);
    }

    static List<JoinedParty> Parties(
        ListedEntries entries, PartyGroups groups, Dictionary<int, (int Target, string Reason)> copies, ILookup<int, EntryLink> made, List<EntryLink> suggested)
    {
        var copiesOf = copies.ToLookup(c => groups.Of(c.Value.Target)[0], static c => (Copy: c.Key, c.Value.Target, c.Value.Reason));
        var suggestions = suggested.SelectMany(static l => new[] { (From: l.A, To: l.B, l.Reason), (From: l.B, To: l.A, l.Reason) }).ToLookup(s => groups.Of(s.From)[0]);
        var parties = new List<JoinedParty>(entries.Count);
        for (var i = 0; i < entries.Count; i++)
        {
            var group = groups.Of(i);
            if (copies.ContainsKey(i) || group.Min() != i) continue;
            var (key, listings) = (group[0], group.Count == 1 ? [i] : group.OrderBy(entries.ListOf, ListTitles.Order).ThenBy(static e => e).ToArray());
            var repeats = copiesOf[key].ToList();
            parties.Add(new(new(entries.IdOf(listings[0]), [.. listings.Select(entries.Listing)])
            {
                JoinedBy =
                [
                    .. made[key].GroupBy(static l => (l.A, l.B)).Select(same => Join(entries, same.Key.A, same.Key.B, string.Join("; ", same.Select(static l => l.Reason)))),
                    .. repeats.Select(r => Join(entries, r.Target, r.Copy, r.Reason)),
                ],
                Suggestions = [.. suggestions[key].DistinctBy(static s => s.To).Take(MostSuggestions).Select(s => new JoinSuggestion(entries.IdOf(s.To), entries[s.To].Caption, s.Reason))],
            }, listings, [.. repeats.Select(r => entries.IdOf(r.Copy))]));
        }
        return parties;
    }

    static Join Join(ListedEntries entries, int a, int b, string reason) =>
        new([.. new[] { a, b }.OrderBy(entries.ListOf, ListTitles.Order).Select(entries.IdOf)], reason);
}

/// <summary>A party, compiled from entries. Immutable.</summary>
/// <param name="Party">The party; of its entries what they are compared by.</param>
/// <param name="Entries">The numbers of its entries, in the order of its listings.</param>
/// <param name="OtherIds">The ids by which it is found beside those of its listings.</param>
sealed record JoinedParty(Party Party, int[] Entries, ImmutableArray<string> OtherIds);
