using System.Collections.Immutable;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Deltas;

/// <summary>What one version of a list has that another has not. Immutable.</summary>
/// <param name="Added">Entries only in the new version, in its order.</param>
/// <param name="Removed">Entries only in the old version, in its order.</param>
/// <param name="Changed">Entries in both that differ, in the new version's order.</param>
public sealed record ListDelta(ImmutableArray<Entry> Added, ImmutableArray<Entry> Removed, ImmutableArray<ChangedEntry> Changed)
{
    /// <summary>Compares two versions entry by entry, by entry id, and field by field.</summary>
    public static ListDelta Between(ImmutableArray<Entry> old, ImmutableArray<Entry> @new)
    {
        var before = old.ToDictionary(static e => e.Id, StringComparer.Ordinal);
        var after = @new.Select(static e => e.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. @new.Where(e => !before.ContainsKey(e.Id))],
            [.. old.Where(e => !after.Contains(e.Id))],
            [.. @new.Where(e => before.ContainsKey(e.Id)).Select(e => ChangedEntry.Between(before[e.Id], e)).OfType<ChangedEntry>()]);
    }
}

/// <summary>An entry that differs between two versions. Immutable.</summary>
/// <param name="Old">As it was.</param>
/// <param name="New">As it is.</param>
/// <param name="Fields">The fields that differ; never empty.</param>
public sealed record ChangedEntry(Entry Old, Entry New, ImmutableArray<ChangedField> Fields)
{
    /// <summary>The difference; null where there is none. The order of values is no difference.</summary>
    public static ChangedEntry? Between(Entry old, Entry @new)
    {
        if (EntryFields.AreSame(old, @new)) return null;
        var (before, after) = (EntryFields.Of(old), EntryFields.Of(@new));
        var fields = before.Select(static f => f.Name).Concat(after.Select(static f => f.Name)).Distinct(StringComparer.Ordinal)
            .Select(name => ChangedField.Between(name, Values(before, name), Values(after, name))).OfType<ChangedField>().ToImmutableArray();
        return fields.IsEmpty ? null : new(old, @new, fields);
    }

    static List<string> Values(List<(string Name, string Value)> fields, string name) =>
        [.. fields.Where(f => f.Name == name).Select(static f => f.Value)];
}

/// <summary>A field that differs. Immutable.</summary>
/// <param name="Name">"schema", "listedOn", "reason", "program", "relation", a FollowTheMoney property name, or
/// <see cref="Published"/> and the list's own column or element name.</param>
/// <param name="Old">The values that are gone.</param>
/// <param name="New">The values that are new.</param>
public sealed record ChangedField(string Name, ImmutableArray<string> Old, ImmutableArray<string> New)
{
    /// <summary>How the names of a list's own columns and elements begin.</summary>
    public const string Published = "published:";

    internal static ChangedField? Between(string name, List<string> old, List<string> @new)
    {
        if (old.SequenceEqual(@new, StringComparer.Ordinal)) return null;
        var gone = new List<string>(old);
        foreach (var value in @new) gone.Remove(value);
        var come = new List<string>(@new);
        foreach (var value in old) come.Remove(value);
        return gone.Count + come.Count == 0 ? null : new(name, [.. gone], [.. come]);
    }
}
