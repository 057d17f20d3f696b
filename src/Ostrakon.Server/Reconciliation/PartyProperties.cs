using System.Collections.Immutable;
using Ostrakon.Parties;
using Ostrakon.Server.Entities;

namespace Ostrakon.Server.Reconciliation;

/// <summary>A property that a column can be matched by or extended with. Immutable.</summary>
sealed record PartyProperty(string Id, string Label, string Schema);

/// <summary>The properties that are offered (<c>properties.tsv</c>), and their values.</summary>
static class PartyProperties
{
    static readonly ImmutableArray<PartyProperty> Rows =
        [.. ServerTables.Rows("Reconciliation/properties.tsv").Select(static r => new PartyProperty(r[0], r[1], r[2]))];

    public static ImmutableArray<PartyProperty> All { get; } = [.. Rows.DistinctBy(static p => p.Id)];

    /// <summary>What parties of a schema can have; the more particular first.</summary>
    public static IEnumerable<PartyProperty> Of(string schema) =>
        Rows.Reverse().Where(p => Schemata.IsA(schema, p.Schema)).DistinctBy(static p => p.Id).Reverse().OrderBy(p => Rank(schema, p.Schema));

    public static string Label(string id) => All.FirstOrDefault(p => p.Id == id)?.Label ?? id;

    public static IEnumerable<string> Values(Party party, string property) => property switch
    {
        "datasets" => party.Listings.Select(static l => l.List).Distinct(),
        "sanctions.program" => party.Listings.SelectMany(static l => l.Entry.Programs).Distinct(),
        "sanctions.listingDate" => party.Listings.Select(static l => l.Entry.ListedOn).OfType<string>().Distinct(),
        "sanctions.reason" => party.Listings.Select(static l => l.Entry.Reason).OfType<string>().Distinct(),
        _ => EntityJson.Properties(party).Values(property),
    };

    static int Rank(string schema, string owner) => schema == owner ? 0 : owner == "Thing" ? 2 : 1;
}
