using System.Collections.Immutable;
using Ostrakon.Index;
using Ostrakon.Lists;
using Ostrakon.Parties;

namespace Ostrakon.Tests.Matching;

/// <summary>Snapshots of invented parties.</summary>
static class InventedLists
{
    public static Snapshot Compile(params ImmutableArray<Entry> entries)
    {
        var version = new ListVersion("own", "2026-01-01", new(2026, 1, 1), "option", DateTimeOffset.UnixEpoch, new string('0', 64),
            entries.Length, entries.Sum(e => e.Names.Length), new(0, []), []);
        using var stream = new MemoryStream();
        SnapshotCompiler.Compile([(version, entries)], stream);
        return Snapshot.FromBytes(stream.ToArray());
    }

    public static Entry Person(string id, params string[] names) => Named(id, "Person", names);

    public static Entry Named(string id, string schema, params string[] names) => new()
    {
        Id = id,
        Schema = schema,
        Names = [.. names.Select((n, i) => new PartyName(n, i == 0 ? NameKind.Primary : NameKind.Alias))],
    };
}
