using System.Text.Json;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ftm;

/// <summary>The <c>properties</c> of a FollowTheMoney entity: values by property, both in the order of their first appearance, each value once.</summary>
public sealed class FtmProperties
{
    const string SanctionFacts = "sanctions.";

    readonly List<KeyValuePair<string, List<string>>> all = [];

    /// <summary>The properties with their values.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Values)> All => all.Select(static p => (p.Key, (IReadOnlyList<string>)p.Value));

    /// <summary>The values of a property; empty where there are none.</summary>
    public IReadOnlyList<string> Values(string name) => all.Find(p => p.Key == name).Value ?? [];

    /// <summary>The names and facts of a party's entries.</summary>
    public static FtmProperties Of(IEnumerable<Entry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var properties = new FtmProperties();
        foreach (var entry in entries)
        {
            foreach (var name in entry.Names) properties.Add(FtmNames.PropertyOf(name.Kind), name.Text);
            foreach (var fact in entry.Facts)
                if (!fact.Property.StartsWith(SanctionFacts, StringComparison.Ordinal))
                    foreach (var value in FtmValues.Of(fact)) properties.Add(fact.Property, value);
        }
        return properties;
    }

    /// <summary>What an entry says about the listing itself.</summary>
    internal static FtmProperties OfSanction(string party, Entry entry)
    {
        var properties = new FtmProperties();
        properties.Add("entity", party);
        properties.Add("authorityId", entry.Id);
        foreach (var program in entry.Programs) properties.Add("program", program);
        properties.Add("listingDate", entry.ListedOn);
        properties.Add("reason", entry.Reason);
        foreach (var fact in entry.Facts)
            if (fact.Property.StartsWith(SanctionFacts, StringComparison.Ordinal)) properties.Add(fact.Property[SanctionFacts.Length..], fact.Value);
        return properties;
    }

    /// <summary>A link of a kind from a party to another.</summary>
    internal static FtmProperties OfLink(string party, string other, string kind)
    {
        var (link, isFrom) = FtmLinks.Saying(kind);
        var properties = new FtmProperties();
        properties.Add(link.From, isFrom ? party : other);
        properties.Add(link.To, isFrom ? other : party);
        properties.Add("role", kind);
        return properties;
    }

    /// <summary>Adds a value where it is one and not there yet.</summary>
    public void Add(string name, string? value)
    {
        if (value is null) return;
        var at = all.FindIndex(p => p.Key == name);
        if (at < 0) all.Add(new(name, [value]));
        else if (!all[at].Value.Contains(value)) all[at].Value.Add(value);
    }

    /// <summary>Writes the member <c>properties</c>, inside an object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject("properties");
        foreach (var (name, values) in all) ListsJson.WriteTexts(json, name, values);
        json.WriteEndObject();
    }
}
