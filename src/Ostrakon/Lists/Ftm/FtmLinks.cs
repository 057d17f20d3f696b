using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Ostrakon.Lists.Ftm;

/// <summary>Which FollowTheMoney schemata are parties, which are links between them, and which belong to one party (<c>ftm-links.tsv</c>).</summary>
static class FtmLinks
{
    /// <summary>One schema of link. The nests are the properties of the parties at its ends that hold it.</summary>
    public sealed record Link(string Schema, string From, string To, string FromKind, string ToKind, string FromNest, string ToNest);

    const string DirectReference = "Party";

    static readonly ImmutableArray<Link> Rows =
        [.. EmbeddedText.Rows("Lists/Ftm/ftm-links.tsv").Select(r => new Link(r[0], r[1], r[2], r[3], r[4], r.ElementAtOrDefault(5) ?? "", r.ElementAtOrDefault(6) ?? ""))];

    /// <summary>The link schemata by name.</summary>
    public static FrozenDictionary<string, Link> All { get; } =
        Rows.Where(l => l.Schema != DirectReference).ToFrozenDictionary(l => l.Schema, StringComparer.Ordinal);

    /// <summary>Links that are a property of the party itself, by the property.</summary>
    public static FrozenDictionary<string, Link> Direct { get; } =
        Rows.Where(l => l.Schema == DirectReference).ToFrozenDictionary(l => l.To, StringComparer.Ordinal);

    /// <summary>The schema that says what <paramref name="kind"/> says, and whether the party that has the relation is its "from" end.</summary>
    public static (Link Link, bool IsFrom) Saying(string kind)
    {
        foreach (var link in Rows.Where(l => l.Schema != DirectReference))
            if (link.FromKind == kind) return (link, true);
            else if (link.ToKind == kind) return (link, false);
        return (All["UnknownLink"], true);
    }

    /// <summary>Schemata whose facts belong to the party named in the property given.</summary>
    public static FrozenDictionary<string, string> Belongings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Sanction"] = "entity", ["Passport"] = "holder", ["Identification"] = "holder",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Schemata of things that can be on a list. Anything else is kept as unmapped.</summary>
    public static FrozenSet<string> Parties { get; } = new[]
    {
        "Person", "Organization", "Company", "LegalEntity", "PublicBody", "Vessel", "Airplane", "CryptoWallet", "Vehicle", "Asset", "Security", "RealEstate",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Properties that hold a name; the kinds are what <see cref="FtmNames"/> makes of them.</summary>
    public static ImmutableArray<string> NameProperties { get; } = ["name", "alias", "weakAlias", "previousName"];

    /// <summary>A nested link, sanction or document with the end that its place in the parent implies.</summary>
    public static FtmEntity PointBack(FtmEntity nested, string owner)
    {
        var open = All.TryGetValue(nested.Schema, out var link) ? [link.From, link.To]
            : Belongings.TryGetValue(nested.Schema, out var holder) ? new[] { holder } : [];
        var missing = open.Where(p => nested.First(p) is null).ToList();
        return missing.Count == 1 ? nested with { Values = nested.Values.Add((missing[0], owner)) } : nested;
    }
}
