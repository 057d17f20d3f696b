using System.Collections.Immutable;
using Ostrakon.Documents.Mentions;

namespace Ostrakon.Documents.Events;

/// <summary>Which party each span of the text names. Where mentions overlap, the longer wins, then the surer. A country or capital that
/// the mentions take for a place stands for its government here: what has a role in an event acts. Immutable.</summary>
sealed class MentionMap
{
    /// <summary>A span of the text that names a party.</summary>
    public readonly record struct Entry(int Start, int End, int Party, MentionHow How);

    readonly Entry[] entries;

    public MentionMap(ImmutableArray<DocumentParty> parties)
    {
        Given = parties.Length;
        var (acting, all) = Acting(parties);
        Parties = all;
        var mentions = new List<(Mention Mention, int Party)>();
        for (var p = 0; p < parties.Length; p++)
            foreach (var mention in parties[p].Mentions)
                if (!mention.InTitle) mentions.Add((mention, acting[p]));
        mentions.Sort((a, b) => (a.Mention.Start, -a.Mention.End, -a.Mention.Score, a.Party).CompareTo((b.Mention.Start, -b.Mention.End, -b.Mention.Score, b.Party)));
        var kept = new List<Entry>(mentions.Count);
        foreach (var (mention, party) in mentions)
            if (kept.Count == 0 || mention.Start >= kept[^1].End) kept.Add(new(mention.Start, mention.End, party, mention.How));
        entries = [.. kept];
    }

    /// <summary>The parties that were given, and behind them the governments that only places name.</summary>
    public ImmutableArray<DocumentParty> Parties { get; }

    /// <summary>How many parties were given.</summary>
    public int Given { get; }

    /// <summary>For each party the number of the one that acts for it, and all parties.</summary>
    static (int[] Acting, ImmutableArray<DocumentParty> All) Acting(ImmutableArray<DocumentParty> parties)
    {
        var all = parties.ToBuilder();
        var acting = new int[parties.Length];
        for (var p = 0; p < acting.Length; p++)
        {
            acting[p] = p;
            if (parties[p].Kind != PartyKind.Place || Gazetteer.Country(parties[p].Name) is not { } known) continue;
            for (acting[p] = 0; acting[p] < all.Count; acting[p]++)
                if (all[acting[p]].Kind == PartyKind.Government && all[acting[p]].Name == known.Party.Name) break;
            if (acting[p] == all.Count) all.Add(parties[p] with { Name = known.Party.Name, Kind = PartyKind.Government, Country = known.Party.Country, Listings = [] });
        }
        return (acting, all.ToImmutable());
    }

    /// <summary>The mentions that begin inside a span of the text.</summary>
    public ReadOnlySpan<Entry> Inside(int start, int end)
    {
        int first = FirstAt(start), last = FirstAt(end);
        return entries.AsSpan(first, last - first);
    }

    int FirstAt(int start)
    {
        int low = 0, high = entries.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (entries[middle].Start < start) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
