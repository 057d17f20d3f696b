using Ostrakon.Lists.Reading;

namespace Ostrakon.Lists.Ofac;

/// <summary>What the sections of the advanced XML refer to by number: reference values, locations, identity documents.</summary>
sealed class OfacReferences
{
    readonly Dictionary<(string Kind, string Id), string> values = [];
    readonly Dictionary<string, string> partyTypes = new(StringComparer.Ordinal);
    readonly Dictionary<string, (Dictionary<string, string> Parts, string? Country)> locations = new(StringComparer.Ordinal);

    readonly List<(string Identity, XmlRecord Document)> documents = [];

    /// <summary>The identity documents by the number of the identity that they belong to.</summary>
    public ILookup<string, XmlRecord> DocumentsByIdentity() => documents.ToLookup(d => d.Identity, d => d.Document);

    /// <summary>All identity documents.</summary>
    public IEnumerable<XmlRecord> Documents => documents.Select(d => d.Document);

    /// <summary>Keeps a set of reference values: <c>CountryValues</c> with <c>Country</c> elements.</summary>
    public void AddValues(XmlRecord set)
    {
        foreach (var value in set.Children)
        {
            if (value.TakeAttribute("ID") is not { } id) continue;
            // Area codes stand for countries by their description; their own text is a code.
            string?[] texts = [value.TakeAttribute("Description"), value.Take(), value.TakeAttribute("ISO2")];
            if (Array.Find(texts, t => t is not null) is { } text) values[(value.Name, id)] = text;
            if (value.TakeAttribute("PartyTypeID") is { } type) partyTypes[id] = type;
        }
    }

    /// <summary>Keeps a location.</summary>
    public void AddLocation(XmlRecord location)
    {
        if (location.TakeAttribute("ID") is not { } id) return;
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in location.All("LocationPart"))
            foreach (var value in part.All("LocationPartValue"))
                if (Text("LocPartType", part.TakeAttribute("LocPartTypeID")) is { } type && value.Take("Value") is { } text) parts.TryAdd(type, text);
        var country = location.All("LocationCountry").Select(c => Text("Country", c.TakeAttribute("CountryID"))).FirstOrDefault(c => c is not null)
            ?? location.All("LocationAreaCode").Select(a => Text("AreaCode", a.TakeAttribute("AreaCodeID"))).FirstOrDefault(a => a is not null);
        locations[id] = (parts, country is "undetermined" or "(undetermined)" ? null : country);
    }

    /// <summary>Keeps an identity document.</summary>
    public void AddDocument(XmlRecord document)
    {
        if (document.TakeAttribute("IdentityID") is { } identity) documents.Add((identity, document));
    }

    /// <summary>The text of a reference value; null where there is none.</summary>
    public string? Text(string kind, string? id) => id is null ? null : values.GetValueOrDefault((kind, id));

    /// <summary>The parts and country of a location; null where there is none.</summary>
    public (Dictionary<string, string> Parts, string? Country)? Location(string? id) =>
        id is not null && locations.TryGetValue(id, out var location) ? location : null;

    /// <summary>"Individual", "Entity", "Vessel", "Aircraft": the subtype, or the type where the subtype is unknown.</summary>
    public string? PartyType(string? subtype) =>
        Text("PartySubType", subtype) is { } text and not "Unknown" ? text
        : Text("PartyType", subtype is null ? null : partyTypes.GetValueOrDefault(subtype));
}
