using Ostrakon.Lists.Reading;

namespace Ostrakon.Lists.Seco;

/// <summary>What targets refer to by number: sets of measures of a programme, and places. For one thread.</summary>
sealed class SecoReferences
{
    readonly Dictionary<string, (string Program, string Measures)> sets = new(StringComparer.Ordinal);
    readonly Dictionary<string, (string Text, string? Country)> places = new(StringComparer.Ordinal);

    /// <summary>Takes a <c>sanctions-program</c> or a <c>place</c>.</summary>
    public void Add(XmlRecord record)
    {
        if (record.Name == "sanctions-program") AddProgram(record);
        else if (record.Name == "place" && record.TakeAttribute("ssid") is { } id) places[id] = Place(record);
    }

    /// <summary>Programme and measures of a set; the number itself where the file does not explain it.</summary>
    public (string Program, string? Measures) Set(string id) => sets.TryGetValue(id, out var set) ? set : (id, null);

    /// <summary>A place as one line, and its country.</summary>
    public (string Text, string? Country) PlaceOf(string? id) => id is not null && places.TryGetValue(id, out var place) ? place : ("", null);

    void AddProgram(XmlRecord program)
    {
        var name = English(program, "program-name") ?? English(program, "program-key") ?? "";
        foreach (var set in program.All("sanctions-set"))
            if (set.TakeAttribute("ssid") is { } id && set.Take() is { } measures && (set.TakeAttribute("lang") is "eng" or null || !sets.ContainsKey(id)))
                sets[id] = (name, measures);
    }

    /// <summary>The text in English, else in the first language.</summary>
    static string? English(XmlRecord parent, string child)
    {
        string? first = null, english = null;
        foreach (var text in parent.All(child))
        {
            var (language, value) = (text.TakeAttribute("lang"), text.Take());
            first ??= value;
            if (language == "eng") english ??= value;
        }
        return english ?? first;
    }

    /// <summary>"Port Vale, Northern Province, Ostmark".</summary>
    static (string Text, string? Country) Place(XmlRecord place)
    {
        var country = SecoTarget.Country(place.Child("country"));
        var parts = place.All("location").Concat(place.All("area")).Select(static p => Blanks.Collapse(p.Take()));
        return (string.Join(", ", parts.Append(country).OfType<string>()), country);
    }
}
