using System.Collections.Immutable;
using System.Text.Json;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ftm;

/// <summary>
/// What FollowTheMoney has no property for, in the key <c>ostrakon</c> beside <c>properties</c>, which other tools keep as context:
/// what kind a name is, who issued an identifier, the published fields. The properties rule: a name or fact whose value no longer
/// stands there was edited away. Immutable.
/// </summary>
sealed record FtmExtras(
    string? Entry, ImmutableArray<PartyName> Names, ImmutableArray<Fact> Facts, ImmutableArray<Relation> Relations,
    ImmutableArray<PublishedField> Published, ListingReference? StandsFor)
{
    const string Key = "ostrakon";

    public static FtmExtras Of(Entry e) => new(e.Id, e.Names, e.Facts, e.Relations, e.Published, e.StandsFor);

    public static FtmExtras? Read(JsonElement entity)
    {
        if (!entity.TryGetProperty(Key, out var json) || json.ValueKind != JsonValueKind.Object) return null;
        return new(
            FtmEntity.Text(json, "entry"),
            Many(json, "names", Name),
            Many(json, "facts", f => new Fact(Need(f, "property"), Need(f, "value"), FtmEntity.Text(f, "type"), FtmEntity.Text(f, "country"), FtmEntity.Text(f, "note"))),
            Many(json, "relations", r => new Relation(Need(r, "kind"), Need(r, "name"), FtmEntity.Text(r, "entry"))),
            Many(json, "published", p => new PublishedField(Need(p, "name"), Need(p, "value"))),
            json.TryGetProperty("standsFor", out var s) ? new(Need(s, "list"), Need(s, "entry")) : null);
    }

    /// <summary>A name; a family name that was edited out of it is none any more.</summary>
    static PartyName Name(JsonElement json)
    {
        var text = Need(json, "text");
        var kind = Enum.TryParse<NameKind>(FtmEntity.Text(json, "kind"), true, out var known) && Enum.IsDefined(known) ? known : NameKind.Alias;
        var family = FtmEntity.Text(json, "family");
        return new(text, kind, family is not null && text.Contains(family, StringComparison.OrdinalIgnoreCase) ? family : null, FtmEntity.Text(json, "published"));
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject(Key);
        Put(json, "entry", Entry);
        if (StandsFor is { } s)
        {
            json.WriteStartObject("standsFor");
            Put(json, "list", s.List);
            Put(json, "entry", s.Entry);
            json.WriteEndObject();
        }
        Many(json, "names", Names, n => { Put(json, "text", n.Text); Put(json, "kind", JsonNamingPolicy.CamelCase.ConvertName(n.Kind.ToString())); Put(json, "family", n.Family); Put(json, "published", n.Published); });
        Many(json, "facts", Facts, f => { Put(json, "property", f.Property); Put(json, "value", f.Value); Put(json, "type", f.Type); Put(json, "country", f.Country); Put(json, "note", f.Note); });
        Many(json, "relations", Relations, r => { Put(json, "kind", r.Kind); Put(json, "name", r.Name); Put(json, "entry", r.Entry); });
        Many(json, "published", Published, p => { Put(json, "name", p.Name); Put(json, "value", p.Value); });
        json.WriteEndObject();
    }

    static void Put(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    static void Many<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write)
    {
        if (items.IsEmpty) return;
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static ImmutableArray<T> Many<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray().Select(read)] : [];

    static string Need(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && FtmEntity.Text(json, name) is { } text && text.Trim().Length > 0
            ? text
            : throw new FormatException($"lacks \"{name}\" in its \"{Key}\" part");
}
