using System.Text.Json;
using Ostrakon.Server.Entities;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Roster;
using Ostrakon.Server.Yente;

namespace Ostrakon.Server.Reconciliation;

/// <summary>Completes what is being typed: the name or id of a party, of a property, of a type.</summary>
static class Suggestions
{
    const int Page = 20;

    public static JsonAnswer Entities(string prefix, int skip, DatasetScope scope, ListsUse use, ListRoster roster, CancellationToken cancel) => Answer(json =>
    {
        if (prefix.Length == 0) return;
        var byId = use.Snapshot.Find(prefix) is >= 0 and var number ? [(Party: roster.All[number], Score: 2.0)] : Array.Empty<(RosterEntry Party, double Score)>();
        foreach (var (brief, _) in byId.Concat(SearchApi.Found(prefix, use, roster, cancel)).DistinctBy(static f => f.Party.Number)
            .Where(f => scope.All || f.Party.Lists.Any(l => scope.Lists.Contains(l))).Skip(skip).Take(Page))
        {
            json.WriteStartObject();
            json.WriteString("id", brief.Id);
            json.WriteString("name", brief.Caption);
            json.WriteString("description", Descriptions.Of(use.Snapshot.Party(brief.Number)));
            json.WriteStartArray("notable");
            Descriptions.WriteType(json, brief.Schema);
            json.WriteEndArray();
            json.WriteEndObject();
        }
    });

    public static JsonAnswer Properties(string prefix, int skip) => Answer(json =>
    {
        foreach (var property in PartyProperties.All.Where(p => Begins(p.Id, p.Label, prefix)).Skip(skip).Take(Page)) Write(json, property.Id, property.Label);
    });

    public static JsonAnswer Types(string prefix, int skip) => Answer(json =>
    {
        foreach (var schema in Schemata.All.Where(s => Begins(s.Name, s.Label, prefix)).Skip(skip).Take(Page)) Write(json, schema.Name, schema.Label);
    });

    static JsonAnswer Answer(Action<Utf8JsonWriter> write) => JsonAnswer.Of(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("result");
        write(json);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The id, or any word of the label, begins so.</summary>
    static bool Begins(string id, string label, string prefix) =>
        id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || label.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || label.Contains(" " + prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>An id and a name as an object.</summary>
    public static void Write(Utf8JsonWriter json, string id, string name)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", name);
        json.WriteEndObject();
    }
}
