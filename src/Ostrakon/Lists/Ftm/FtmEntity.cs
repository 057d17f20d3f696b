using System.Collections.Immutable;
using System.Text.Json;

namespace Ostrakon.Lists.Ftm;

/// <summary>One FollowTheMoney entity: a line of the file, or an object nested in one. Immutable.</summary>
/// <param name="Id">Its id in the file.</param>
/// <param name="Schema">FollowTheMoney schema: Person, Sanction, Ownership ...</param>
/// <param name="Caption">The label that the publisher chose, if any.</param>
/// <param name="Target">Whether the publisher says that it is on the list (true) or only context (false); null where it does not say.</param>
/// <param name="Values">Property names and values in written order.</param>
/// <param name="Extras">What only our own export writes; null elsewhere.</param>
/// <param name="Line">Where it stands.</param>
sealed record FtmEntity(
    string Id, string Schema, string? Caption, bool? Target, ImmutableArray<(string Property, string Value)> Values, FtmExtras? Extras, long Line)
{
    /// <summary>The values of a property, in order.</summary>
    public IEnumerable<string> All(string property) => Values.Where(v => v.Property == property).Select(v => v.Value);

    /// <summary>The first value of a property; null where there is none.</summary>
    public string? First(string property) => All(property).FirstOrDefault();

    /// <summary>The caption, else the first name, else whatever identifies it.</summary>
    public string Label => Caption ?? First("name") ?? First("publicKey") ?? First("alias") ?? First("imoNumber") ?? Id;

    /// <summary>
    /// Reads an object and those nested in it: these are added to <paramref name="others"/> and replaced by their ids. A nested link or
    /// sanction leaves out the property that points back at its parent; it is filled in.
    /// </summary>
    /// <exception cref="FormatException">Not an entity.</exception>
    public static FtmEntity Read(JsonElement json, long line, List<FtmEntity> others)
    {
        if (json.ValueKind != JsonValueKind.Object || Text(json, "schema") is not { } schema) throw new FormatException("is no FollowTheMoney entity (an object with id, schema and properties)");
        var id = Text(json, "id") ?? $"line-{line}-{others.Count}";
        var values = ImmutableArray.CreateBuilder<(string, string)>();
        if (json.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
            foreach (var property in properties.EnumerateObject())
                foreach (var value in property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().AsEnumerable() : [property.Value])
                    if (property.Name.Length == 0) throw new FormatException("has a property without a name");
                    else if (ValueOf(value, id, line, others) is { Length: > 0 } text) values.Add((property.Name, text));
        return new(id, schema, Text(json, "caption"), Flag(json, "target"), values.ToImmutable(), FtmExtras.Read(json), line);
    }

    static string? ValueOf(JsonElement value, string owner, long line, List<FtmEntity> others)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String: return value.GetString()!.Trim();
            case JsonValueKind.Number: return value.GetRawText();
            case JsonValueKind.True: return "true";
            case JsonValueKind.False: return "false";
            case JsonValueKind.Object:
                var nested = Read(value, line, others);
                others.Add(FtmLinks.PointBack(nested, owner));
                return nested.Id;
            default: return null;
        }
    }

    internal static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    static bool? Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null } : null;
}
