using System.Text.Json;
using Ostrakon.Parties;
using Ostrakon.Server.Entities;
using Ostrakon.Server.Yente;

namespace Ostrakon.Server.Reconciliation;

/// <summary>A party in one line, to be told from its namesakes.</summary>
static class Descriptions
{
    /// <summary>"Person · born 1952-10-07 · Russia · us-ofac-sdn (RUSSIA-EO14024)".</summary>
    public static string Of(Party party)
    {
        var facts = party.Listings.SelectMany(static l => l.Entry.Facts).ToList();
        IEnumerable<string> parts =
        [
            Schemata.Find(party.Schema)?.Label ?? party.Schema,
            .. facts.Where(static f => f.Property == "birthDate").Select(static f => $"born {f.Value}").Take(1),
            .. facts.Where(static f => f.Property == "imoNumber").Select(static f => $"IMO {f.Value}").Take(1),
            .. facts.Where(static f => f.IsCountry).Select(static f => Countries.CodeOf(f.Value) is { } code ? Countries.NameOf(code)! : f.Value).Distinct().Take(2),
            .. party.Listings.Select(static l => l.Entry.Programs.IsEmpty ? l.List : $"{l.List} ({string.Join(", ", l.Entry.Programs.Take(3))})"),
        ];
        return string.Join(" · ", parts);
    }

    public static bool IsIn(Party party, DatasetScope scope) => scope.All || party.Listings.Any(l => scope.Lists.Contains(l.List));

    public static void WriteType(Utf8JsonWriter json, string schema)
    {
        json.WriteStartObject();
        json.WriteString("id", schema);
        json.WriteString("name", Schemata.Find(schema)?.Label ?? schema);
        json.WriteEndObject();
    }
}
