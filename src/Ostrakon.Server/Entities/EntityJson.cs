using System.Globalization;
using System.Text.Json;
using Ostrakon.Index;
using Ostrakon.Lists.Ftm;
using Ostrakon.Parties;
using Ostrakon.Server.Roster;

namespace Ostrakon.Server.Entities;

/// <summary>Parties as FollowTheMoney entities in the form in which its tools exchange them: topics, lists as datasets.</summary>
sealed class EntityJson(Snapshot snapshot, ListRoster roster)
{
    /// <summary>The members of an entity, inside an object; nested where its neighbours are given.</summary>
    public void WriteMembers(Utf8JsonWriter json, Party party, IEnumerable<FtmNeighbour>? nested = null)
    {
        var brief = roster.All[snapshot.Find(party.Id)];
        json.WriteString("id", party.Id);
        json.WriteString("caption", party.Caption);
        json.WriteString("schema", party.Schema);
        json.WriteStartObject("properties");
        foreach (var (name, values) in Properties(party).All) WriteTexts(json, name, values);
        foreach (var nest in (nested ?? []).GroupBy(static n => n.Nest))
        {
            json.WriteStartArray(nest.Key);
            foreach (var neighbour in nest) WriteNeighbour(json, neighbour);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        WriteTexts(json, "datasets", brief.Lists);
        WriteTexts(json, "referents", party.Listings.Select(static l => Party.IdOf(l.List, l.Entry.Id)).Where(id => id != party.Id));
        json.WriteBoolean("target", true);
        json.WriteString("first_seen", brief.ListedOn is { } day ? $"{day}T00:00:00" : null);
        json.WriteString("last_seen", Time(brief.Fetched));
        json.WriteNull("last_change");
    }

    /// <summary>An entity as an object.</summary>
    public void Write(Utf8JsonWriter json, Party party, IEnumerable<FtmNeighbour>? nested = null)
    {
        json.WriteStartObject();
        WriteMembers(json, party, nested);
        json.WriteEndObject();
    }

    /// <summary>The properties of a party, with its topics. What its schema has no property for, and a sanction neither, is told in its notes.</summary>
    public static FtmProperties Properties(Party party)
    {
        var (own, ofSanction) = (Schemata.PropertiesOf(party.Schema), Schemata.PropertiesOf("Sanction"));
        var properties = new FtmProperties();
        foreach (var (name, values) in FtmProperties.Of(party.Listings.Select(static l => l.Entry)).All)
            foreach (var value in values)
                if (own.Contains(name)) properties.Add(name, value);
                else if (!ofSanction.Contains(name)) properties.Add("notes", $"{name}: {value}");
        foreach (var topic in Topics.Of(party)) properties.Add("topics", topic);
        return properties;
    }

    /// <summary>The sanctions of a party and its links, whichever side states them; a link that both sides state, once.</summary>
    public IReadOnlyList<FtmNeighbour> Neighbours(Party party)
    {
        var own = FtmNeighbours.Of(party, snapshot).ToList();
        var properties = Schemata.PropertiesOf(party.Schema);
        foreach (var (sanction, listing) in own.Zip(party.Listings))   // the sanctions stand first, one for each listing
            foreach (var fact in listing.Entry.Facts)
                if (!properties.Contains(fact.Property) && Schemata.PropertiesOf("Sanction").Contains(fact.Property)) sanction.Properties.Add(fact.Property, fact.Value);
        var known = own.Where(static n => n.Other is not null).Select(static n => (n.Nest, n.Other)).ToHashSet();
        foreach (var other in roster.All[snapshot.Find(party.Id)].StatedBy)
            own.AddRange(FtmNeighbours.Stated(snapshot.Party(other), party, snapshot).Where(n => known.Add((n.Nest, n.Other))));
        return own.ConvertAll(n => properties.Contains(n.Nest) ? n : n.AsUnknownLink());   // an owner of what is no asset, say
    }

    /// <summary>A sanction, or a link with the other party inside; what points back is left out.</summary>
    public void WriteNeighbour(Utf8JsonWriter json, FtmNeighbour neighbour)
    {
        json.WriteStartObject();
        json.WriteString("id", neighbour.Id);
        json.WriteString("caption", neighbour.OtherName is null ? string.Join(", ", neighbour.Properties.Values("program").DefaultIfEmpty(neighbour.List)) : neighbour.Properties.Values("role")[0]);
        json.WriteString("schema", neighbour.Schema);
        json.WriteStartObject("properties");
        foreach (var (name, values) in neighbour.Properties.All)
            if (name != neighbour.End && name != neighbour.OtherEnd) WriteTexts(json, name, values);
        if (neighbour.OtherEnd is { } end)
        {
            json.WriteStartArray(end);
            if (neighbour.Other is { } id) Write(json, snapshot.Party(snapshot.Find(id)));
            else WriteUnlisted(json, neighbour.Properties.Values(end)[0], neighbour.OtherName!, neighbour.List);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        WriteTexts(json, "datasets", [neighbour.List]);
        WriteTexts(json, "referents", []);
        json.WriteBoolean("target", false);
        json.WriteEndObject();
    }

    /// <summary>A party of which the list states no more than the name.</summary>
    static void WriteUnlisted(Utf8JsonWriter json, string id, string name, string list)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("caption", name);
        json.WriteString("schema", "Thing");
        json.WriteStartObject("properties");
        WriteTexts(json, "name", [name]);
        json.WriteEndObject();
        WriteTexts(json, "datasets", [list]);
        WriteTexts(json, "referents", []);
        json.WriteBoolean("target", false);
        json.WriteEndObject();
    }

    /// <summary>A moment as FollowTheMoney writes it: UTC, without a zone.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>An array of texts as a member.</summary>
    public static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
