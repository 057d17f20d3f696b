namespace Ostrakon.Joins;

/// <summary>
/// Which entries are one party, built up link by link. Two entries of one list never come into one group, unless the user says so, nor
/// two that the user set apart. For one thread.
/// </summary>
sealed class PartyGroups(ListedEntries entries, IReadOnlySet<(int, int)> apart)
{
    readonly Dictionary<int, List<int>> groups = [];

    /// <summary>The entries that are one party with this one, itself included.</summary>
    public IReadOnlyList<int> Of(int entry) => groups.TryGetValue(entry, out var group) ? group : [entry];

    /// <summary>Joins the groups of both ends; false, with the reason, where they must stay two.</summary>
    public bool Join(EntryLink link, out string? why)
    {
        why = null;
        var (one, other) = (Of(link.A), Of(link.B));
        if (one.Contains(link.B)) return true;
        foreach (var a in one)
            foreach (var b in other)
            {
                if (apart.Contains(Pair(a, b))) why = "the user set them apart";
                else if (link.Kind != LinkKind.Chosen && entries.SameList(a, b)) why ??= $"{entries.ListOf(a)} has them as two entries";
            }
        if (why is not null) return false;
        List<int> group = [.. one, .. other];
        foreach (var entry in group) groups[entry] = group;
        return true;
    }

    public static (int, int) Pair(int a, int b) => a < b ? (a, b) : (b, a);
}
