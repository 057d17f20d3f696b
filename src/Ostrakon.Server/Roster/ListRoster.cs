using System.Collections.Immutable;
using System.Text;
using Ostrakon.Index;
using Ostrakon.Names;
using Ostrakon.Parties;

namespace Ostrakon.Server.Roster;

/// <summary>
/// All parties of a snapshot in brief, for what a screening does not do: to list them, to filter them, to complete a name that is being typed,
/// and to find who states a link with whom. Immutable; it holds copies, so that it outlives the snapshot.
/// </summary>
sealed class ListRoster
{
    readonly ImmutableArray<RosterEntry> all;

    ListRoster(ImmutableArray<RosterEntry> all) => this.all = all;

    /// <summary>The parties by their numbers.</summary>
    public ImmutableArray<RosterEntry> All => all;

    public static ListRoster Of(Snapshot snapshot)
    {
        var statedBy = new Dictionary<int, List<int>>();
        var fetched = snapshot.Lists.ToDictionary(static l => l.List, static l => l.Fetched, StringComparer.Ordinal);
        var drafts = new RosterEntry[snapshot.PartyCount];
        for (var number = 0; number < drafts.Length; number++)
        {
            var party = snapshot.Party(number);
            drafts[number] = Brief(number, party, fetched);
            foreach (var listing in party.Listings)
                foreach (var relation in listing.Entry.Relations)
                    if (relation.Entry is not null && snapshot.Find(Party.IdOf(listing.List, relation.Entry)) is >= 0 and var other && other != number)
                    {
                        if (!statedBy.TryGetValue(other, out var by)) statedBy[other] = by = [];
                        if (!by.Contains(number)) by.Add(number);
                    }
        }
        foreach (var (number, by) in statedBy) drafts[number] = drafts[number] with { StatedBy = [.. by] };
        return new([.. drafts]);
    }

    static RosterEntry Brief(int number, Party party, Dictionary<string, DateTimeOffset> fetched)
    {
        var facts = party.Listings.SelectMany(static l => l.Entry.Facts).ToList();
        return new(number, party.Id, party.Caption, party.Schema,
            [.. party.Listings.Select(static l => l.List).Distinct()],
            [.. facts.Where(static f => f.IsCountry).Select(static f => Countries.CodeOf(f.Value)?.ToLowerInvariant()).OfType<string>().Distinct()],
            [.. Topics.Of(party)],
            party.Listings.Select(static l => l.Entry.ListedOn).Where(static d => d?.Length == 10).Min(StringComparer.Ordinal),
            party.Listings.Max(l => fetched[l.List]),
            string.Join('\n', party.Names.Select(static n => Words(n.Text)).Concat(facts.Where(static f => f.IsIdentifier).Select(static f => Words(f.Value))).Distinct()),
            []);
    }

    /// <summary>The parties that have every word of a text as a word or the beginning of one, best first; all, where the text has no word.</summary>
    public IEnumerable<(RosterEntry Party, double Score)> Beginning(string text)
    {
        var words = Words(text);
        if (words.Length == 0) return all.Select(static e => (e, 0.0));
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static w => " " + w).ToArray();
        return all.Where(e => Array.TrueForAll(parts, p => e.Text.Contains(p, StringComparison.Ordinal)))
            .Select(e => (e, Share(e, parts, words.Length)))
            .OrderByDescending(static f => f.Item2).ThenBy(static f => f.e.Number);
    }

    /// <summary>0.5 to 1: how much of the shortest name with all the words they are; 0.4 where no single name has them all.</summary>
    static double Share(RosterEntry entry, string[] parts, int length)
    {
        var best = 0.4;
        foreach (var name in entry.Text.Split('\n'))
            if (Array.TrueForAll(parts, p => name.Contains(p, StringComparison.Ordinal))) best = Math.Max(best, 0.5 + 0.5 * length / Math.Max(length, name.Length));
        return best;
    }

    /// <summary>The folded words, each with a blank before it.</summary>
    static string Words(string text)
    {
        var words = new StringBuilder(text.Length + 1);
        var open = false;
        foreach (var c in Folding.Fold(text))
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                if (!open) words.Append(' ');
                words.Append(c);
                open = true;
            }
            else if (c is not ('\'' or '’')) open = false;
        return words.ToString();
    }
}
