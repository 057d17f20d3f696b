using System.Collections.Frozen;
using Ostrakon.Index;
using Ostrakon.Parties;

namespace Ostrakon.Joins;

/// <summary>Entries of different lists that carry the same strong identifier (<c>strong-identifiers.tsv</c>).</summary>
static class SharedIdentifiers
{
    /// <summary>A value that more entries carry is a placeholder.</summary>
    const int MostHolders = 24;

    static readonly FrozenDictionary<string, (bool World, string Label)> Strong = EmbeddedText.Rows("Joins/strong-identifiers.tsv")
        .ToFrozenDictionary(static r => r[0], static r => (r[1] == "world", r[2]), StringComparer.Ordinal);

    /// <summary>Links, identified where names and everything else agree, else suggested.</summary>
    public static List<EntryLink> Of(ListedEntries entries, EntryAgreement agreement, Func<int, bool> counts, CancellationToken cancel)
    {
        var pairs = Pairs(entries, counts);
        var links = new EntryLink?[pairs.Count];
        SideBySide.Run(pairs.Count, i => links[i] = Judge(pairs[i].A, pairs[i].B, entries, agreement), cancel);
        return [.. links.OfType<EntryLink>()];
    }

    /// <summary>Pairs of holders of one value, each once, with the facts that agree best.</summary>
    static List<(Holder A, Holder B)> Pairs(ListedEntries entries, Func<int, bool> counts)
    {
        var holders = new Dictionary<string, List<Holder>>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            if (!counts(i)) continue;
            foreach (var fact in entries[i].Facts)
            {
                if (!Strong.ContainsKey(fact.Property) || Identifiers.Normalise(fact.Value) is not { Length: > 0 } value) continue;
                if (!holders.TryGetValue(value, out var same)) holders[value] = same = [];
                same.Add(new(i, fact));
            }
        }
        var pairs = new Dictionary<(int, int), (Holder A, Holder B)>();
        foreach (var same in holders.Values.Where(static s => s.Count is > 1 and <= MostHolders))
            for (var i = 0; i < same.Count; i++)
                for (var k = i + 1; k < same.Count; k++)
                {
                    var (a, b) = (same[i], same[k]);
                    if (entries.SameList(a.Entry, b.Entry)) continue;
                    if (!pairs.TryGetValue((a.Entry, b.Entry), out var have) || !SameIssuer(have.A.Fact, have.B.Fact) && SameIssuer(a.Fact, b.Fact))
                        pairs[(a.Entry, b.Entry)] = (a, b);
                }
        return [.. pairs.OrderBy(static p => p.Key).Select(static p => p.Value)];
    }

    static EntryLink Judge(Holder a, Holder b, ListedEntries entries, EntryAgreement agreement)
    {
        var shared = $"both carry the {Strong[a.Fact.Property].Label} {a.Fact.Value.Trim()}";
        EntryLink Suggested(string but) => new(a.Entry, b.Entry, LinkKind.Suggested, 0, $"{shared}, but {but}");
        if (agreement.Contradiction(a.Entry, b.Entry) is { } against) return Suggested(against);
        if (!SameIssuer(a.Fact, b.Fact)) return Suggested("of different countries");
        if (!IsUnique(a.Fact) && !IsUnique(b.Fact) && (a.Fact.Country is null || b.Fact.Country is null) && OtherCountries(entries[a.Entry], entries[b.Entry]))
            return Suggested("the parties are of different countries");
        var names = agreement.Names(a.Entry, b.Entry);
        return names.Score < EntryAgreement.Enough
            ? Suggested("the names do not agree well enough")
            : new(a.Entry, b.Entry, LinkKind.Identified, names.Score, $"{shared}, and the names agree ({names.A}; {names.B})");
    }

    static bool IsUnique(Fact fact) => Strong[fact.Property].World || Identifiers.KindOf(fact.Property, Identifiers.Normalise(fact.Value)) != IdentifierKind.Issued;

    /// <summary>Whether both can be the same document: a number that is unique in the world is, and one of an unknown issuer may be.</summary>
    static bool SameIssuer(Fact a, Fact b) =>
        IsUnique(a) && IsUnique(b) || a.Country is null || b.Country is null
        || CountryCodes.Of(a.Country) is var one && CountryCodes.Of(b.Country) is var other && (one == 0 || other == 0 || one == other);

    static bool OtherCountries(Entry a, Entry b)
    {
        static HashSet<ushort> Of(Entry entry) => [.. entry.Facts.Where(static f => f.IsCountry).Select(static f => CountryCodes.Of(f.Value)).Where(static c => c != 0)];
        var (one, other) = (Of(a), Of(b));
        return one.Count > 0 && other.Count > 0 && !one.Overlaps(other);
    }

    readonly record struct Holder(int Entry, Fact Fact);
}
