using System.Text.Json;
using Ostrakon.Matching;
using Ostrakon.Server.Entities;
using Ostrakon.Server.Hosting;

namespace Ostrakon.Server.Reconciliation;

/// <summary>The values of some properties of some parties, and which properties there are.</summary>
static class DataExtension
{
    const int MostIds = 1000, MostProperties = 100;

    public static JsonAnswer Answer(JsonElement extend, ListsUse use)
    {
        if (extend.ValueKind != JsonValueKind.Object || !extend.TryGetProperty("properties", out var wanted) || wanted.ValueKind != JsonValueKind.Array)
            throw ProblemException.Bad("extend is an object with ids and properties.");
        var ids = QueryCheck.Texts(extend, "ids");
        var properties = wanted.EnumerateArray().Select(static p => p.ValueKind == JsonValueKind.Object ? QueryCheck.Texts(p, "id").FirstOrDefault() : null).OfType<string>().Distinct().ToList();
        if (ids.Length > MostIds || properties.Count > MostProperties) throw ProblemException.Bad($"At most {MostIds} ids and {MostProperties} properties at once.");
        return JsonAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("meta");
            foreach (var property in properties) Suggestions.Write(json, property, PartyProperties.Label(property));
            json.WriteEndArray();
            json.WriteStartObject("rows");
            foreach (var id in ids.Distinct())
            {
                json.WriteStartObject(id);
                var number = use.Snapshot.Find(id);
                foreach (var property in properties)
                {
                    json.WriteStartArray(property);
                    if (number >= 0)
                        foreach (var value in PartyProperties.Values(use.Snapshot.Party(number), property))
                        {
                            json.WriteStartObject();
                            json.WriteString("str", value);
                            json.WriteEndObject();
                        }
                    json.WriteEndArray();
                }
                json.WriteEndObject();
            }
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    /// <summary>The properties that parties of a type can have.</summary>
    public static JsonAnswer Propose(string? type, int? limit) => JsonAnswer.Of(json =>
    {
        var schema = string.IsNullOrEmpty(type) ? "Thing" : type;
        var known = Schemata.Find(schema) is null ? PartyProperties.All : PartyProperties.Of(schema);
        json.WriteStartObject();
        json.WriteString("type", schema);
        if (limit is not null) json.WriteNumber("limit", limit.Value);
        json.WriteStartArray("properties");
        foreach (var property in known.Take(limit is > 0 ? limit.Value : int.MaxValue)) Suggestions.Write(json, property.Id, property.Label);
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
