using System.Collections.Immutable;
using Ostrakon.Lists;
using Ostrakon.Parties;

namespace Ostrakon.Joins;

/// <summary>The entries of all lists in use, numbered from 0 in the order given. Immutable.</summary>
sealed class ListedEntries
{
    readonly int[] listOf;
    readonly Entry[] entries;
    readonly Dictionary<(string List, string Entry), int> numbers;

    public ListedEntries(IReadOnlyList<(ListVersion Version, ImmutableArray<Entry> Entries)> lists)
    {
        Versions = [.. lists.Select(static l => l.Version)];
        entries = [.. lists.SelectMany(static l => l.Entries)];
        listOf = [.. lists.SelectMany(static (l, i) => Enumerable.Repeat(i, l.Entries.Length))];
        numbers = new(entries.Length);
        for (var i = 0; i < entries.Length; i++) numbers[(ListOf(i), entries[i].Id)] = i;
    }

    public ImmutableArray<ListVersion> Versions { get; }

    public int Count => entries.Length;

    public Entry this[int number] => entries[number];

    public string ListOf(int number) => Versions[listOf[number]].List;

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
