using System.Collections.Immutable;
using Ostrakon.Index;
using Ostrakon.Lists;
using Ostrakon.Parties;

namespace Ostrakon.Joins;

/// <summary>The entries of all lists in use as they are compared, numbered from 0 in the order given. Immutable.</summary>
sealed class ListedEntries
{
    readonly int[] listOf;
    readonly int[] firstOf;
    readonly Entry[] entries;
    readonly Dictionary<(string List, string Entry), int> numbers;

    public ListedEntries(IReadOnlyList<EncodedEntries> lists, CancellationToken cancel)
    {
        Versions = [.. lists.Select(static l => l.Version)];
        var decoded = new ImmutableArray<Entry>[lists.Count];
        SideBySide.Run(decoded.Length, i => decoded[i] = lists[i].Compared(), cancel);
        entries = [.. decoded.SelectMany(static l => l)];
        listOf = [.. decoded.SelectMany(static (l, i) => Enumerable.Repeat(i, l.Length))];
        firstOf = new int[lists.Count];
        for (var i = 1; i < firstOf.Length; i++) firstOf[i] = firstOf[i - 1] + lists[i - 1].Count;
        numbers = new(entries.Length);
        for (var i = 0; i < entries.Length; i++) numbers[(ListOf(i), entries[i].Id)] = i;
    }

    public ImmutableArray<ListVersion> Versions { get; }

    public int Count => entries.Length;

    public Entry this[int number] => entries[number];

    public string ListOf(int number) => Versions[listOf[number]].List;

    /// <summary>Which list an entry is on, and the how manieth it is there, both from 0.</summary>
    public (int List, int Entry) Place(int number) => (listOf[number], number - firstOf[listOf[number]]);

    public bool SameList(int a, int b) => listOf[a] == listOf[b];

    public string IdOf(int number) => Party.IdOf(ListOf(number), entries[number].Id);

    public Listing Listing(int number) => new(ListOf(number), Versions[listOf[number]].Version, entries[number]);

    /// <summary>The number of an entry; -1 where the list is not in use or has no such entry.</summary>
    public int Find(string list, string entry) => numbers.GetValueOrDefault((list, entry), -1);

    /// <summary>The numbers of entries by the ids that parties go by.</summary>
    public Dictionary<string, int> ByPartyId(IReadOnlySet<string> wanted)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        if (wanted.Count == 0) return found;
        for (var i = 0; i < entries.Length; i++)
            if (IdOf(i) is var id && wanted.Contains(id)) found[id] = i;
        return found;
    }
}
