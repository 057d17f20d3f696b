using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Ostrakon.Server.Entities;

/// <summary>A FollowTheMoney schema. Immutable.</summary>
/// <param name="Name">"Person".</param>
/// <param name="Label">For readers.</param>
/// <param name="Parents">What it is a kind of, the nearest first.</param>
/// <param name="Query">What the matcher calls it; null where it knows no such kind and asks for any.</param>
sealed record Schema(string Name, string Label, ImmutableArray<string> Parents, string? Query);

/// <summary>The schemata that parties have or are asked for by (<c>schemata.tsv</c>).</summary>
static class Schemata
{
    public static ImmutableArray<Schema> All { get; } =
        [.. ServerTables.Rows("Entities/schemata.tsv").Select(static r => new Schema(r[0], r[1], [.. r[2].Split('|', StringSplitOptions.RemoveEmptyEntries)], r[3].Length == 0 ? null : r[3]))];

    static readonly FrozenDictionary<string, string[]> Own = ServerTables.Rows("Entities/schema-properties.tsv")
        .ToFrozenDictionary(static r => r[0], static r => r[1].Split('|'), StringComparer.Ordinal);

    static readonly FrozenDictionary<string, Schema> ByName = All.ToFrozenDictionary(static s => s.Name, StringComparer.Ordinal);

    public static Schema? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The properties that entities of a schema can have (<c>schema-properties.tsv</c>); FollowTheMoney refuses others.</summary>
    public static FrozenSet<string> PropertiesOf(string schema) => Properties.GetValueOrDefault(schema, FrozenSet<string>.Empty);

    static readonly FrozenDictionary<string, FrozenSet<string>> Properties =
        All.Select(static s => s.Name).Append("Sanction").ToFrozenDictionary(static n => n, static n => Inherited(n).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    static IEnumerable<string> Inherited(string schema) =>
        Own.GetValueOrDefault(schema, []).Concat((Find(schema)?.Parents ?? []).SelectMany(Inherited));

    /// <summary>Whether a party of one schema is also one of another.</summary>
    public static bool IsA(string schema, string other) => schema == other || (Find(schema)?.Parents.Any(p => IsA(p, other)) ?? false);
}
