using System.Globalization;
using System.Text.Json;

namespace Ostrakon.Server.Tests.Yente;

/// <summary>What yente's published client demands of an answer: the members without which it fails, and their types.</summary>
static class ClientShape
{
    public static void Entity(JsonElement entity)
    {
        Texts(entity, "id", "caption", "schema");
        foreach (var property in entity.GetProperty("properties").EnumerateObject())
            foreach (var value in property.Value.EnumerateArray())
                if (value.ValueKind == JsonValueKind.Object) Entity(value);
                else value.ValueKind.ShouldBe(JsonValueKind.String, property.Name);
        foreach (var list in (string[])["datasets", "referents"]) entity.GetProperty(list).EnumerateArray().ShouldAllBe(static v => v.ValueKind == JsonValueKind.String);
        entity.GetProperty("target").ValueKind.ShouldBeOneOf(JsonValueKind.True, JsonValueKind.False);
        foreach (var time in (string[])["first_seen", "last_seen", "last_change"])
            if (entity.TryGetProperty(time, out var value) && value.ValueKind != JsonValueKind.Null)
                DateTime.TryParseExact(value.GetString(), "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _).ShouldBeTrue(time);
    }

    public static void Scored(JsonElement entity)
    {
        Entity(entity);
        entity.GetProperty("score").GetDouble().ShouldBeInRange(0, 1);
        entity.GetProperty("match").ValueKind.ShouldBeOneOf(JsonValueKind.True, JsonValueKind.False);
        foreach (var feature in entity.GetProperty("features").EnumerateObject()) feature.Value.ValueKind.ShouldBe(JsonValueKind.Number);
        foreach (var feature in entity.GetProperty("explanations").EnumerateObject())
        {
            feature.Value.GetProperty("score").ValueKind.ShouldBe(JsonValueKind.Number);
            feature.Value.GetProperty("detail").ValueKind.ShouldBe(JsonValueKind.String);
        }
    }

    public static int Total(JsonElement answer)
    {
        answer.GetProperty("total").GetProperty("relation").GetString().ShouldBeOneOf("eq", "gte");
        return answer.GetProperty("total").GetProperty("value").GetInt32();
    }

    public static void Texts(JsonElement json, params string[] members)
    {
        foreach (var member in members) json.GetProperty(member).ValueKind.ShouldBe(JsonValueKind.String, member);
    }

    public static string[] Ids(JsonElement results) => [.. results.EnumerateArray().Select(static r => r.GetProperty("id").GetString()!)];
}
