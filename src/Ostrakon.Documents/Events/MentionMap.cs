using System.Collections.Immutable;
using Ostrakon.Documents.Mentions;

namespace Ostrakon.Documents.Events;

/// <summary>Which party each span of the text names. Where mentions overlap, the longer wins, then the surer. Immutable.</summary>
sealed class MentionMap
{
    /// <summary>A span of the text that names a party.</summary>
    public readonly record struct Entry(int Start, int End, int Party, MentionHow How);

    readonly Entry[] entries;

    public MentionMap(ImmutableArray<DocumentParty> parties)
    {
        Parties = parties;
        var all = new List<(Mention Mention, int Party)>();
        for (var p = 0; p < parties.Length; p++)
            foreach (var mention in parties[p].Mentions)
                if (!mention.InTitle) all.Add((mention, p));
        all.Sort((a, b) => (a.Mention.Start, -a.Mention.End, -a.Mention.Score, a.Party).CompareTo((b.Mention.Start, -b.Mention.End, -b.Mention.Score, b.Party)));
        var kept = new List<Entry>(all.Count);
        foreach (var (mention, party) in all)
            if (kept.Count == 0 || mention.Start >= kept[^1].End) kept.Add(new(mention.Start, mention.End, party, mention.How));
        entries = [.. kept];
    }

    public ImmutableArray<DocumentParty> Parties { get; }

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
