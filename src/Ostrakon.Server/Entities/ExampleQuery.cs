using System.Collections.Immutable;
using System.Text.Json;
using Ostrakon.Matching;
using Ostrakon.Parties;

namespace Ostrakon.Server.Entities;

/// <summary>
/// A query written as an example of the party that is looked for, in FollowTheMoney properties. Names, parts of names, birth dates, countries
/// and identifiers are asked; other properties are kept and not asked.
/// </summary>
sealed class ExampleQuery
{
    static readonly string[] Names = ["name", "alias", "weakAlias", "previousName"];
    static readonly string[] GivenParts = ["firstName", "secondName", "middleName", "fatherName"];

    readonly Dictionary<string, List<string>> properties = new(StringComparer.Ordinal);

    /// <summary>As the client names it; null where it names none.</summary>
    public Schema? Schema { get; init; }

    /// <summary>What the client gave, as it was understood.</summary>
    public IReadOnlyDictionary<string, List<string>> Properties => properties;

    /// <summary>Adds the texts of a value: a string, a number, true or false, an entity by its name, or an array of them.</summary>
    public void Add(string property, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var one in value.EnumerateArray()) Add(property, one);
                break;
            case JsonValueKind.Object:
                if (value.TryGetProperty("name", out var name) || value.TryGetProperty("caption", out name) || value.TryGetProperty("id", out name)) Add(property, name);
                break;
            case JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                Add(property, value.ToString());
                break;
        }
    }

    /// <summary>Adds a text; blanks are none, and a date that cannot be read is left out, as FollowTheMoney tools do.</summary>
    public void Add(string property, string text)
    {
        text = text.Trim();
        if (property == "birthDate") text = Date(text);
        if (text.Length == 0) return;
        if (!properties.TryGetValue(property, out var values)) properties[property] = values = [];
        if (!values.Contains(text)) values.Add(text);
    }

    /// <summary>The query; null where nothing is known that could be asked. Names too long or broken are a problem.</summary>
    public Query? Ask(out string? problem)
    {
        problem = null;
        ImmutableArray<string> names = [.. Names.SelectMany(Values).Concat(Composed()).Distinct()];
        ImmutableArray<string> identifiers = [.. properties.Keys.Where(static p => new Fact(p, "").IsIdentifier).SelectMany(Values).Distinct()];
        ImmutableArray<string> countries = [.. properties.Keys.Where(static p => new Fact(p, "").IsCountry || p == "mainCountry").SelectMany(Values).Distinct()];
        if (names.IsEmpty && identifiers.IsEmpty) return null;
        if (names.IsEmpty) return new() { Names = [], Schema = Schema?.Query, Countries = countries, Identifiers = identifiers, BirthDates = [.. Values("birthDate")] };
        return QueryCheck.Of(names, Schema?.Query, [.. Values("birthDate")], countries, identifiers, out problem);
    }

    /// <summary>A full name of its parts, for each family name.</summary>
    IEnumerable<string> Composed()
    {
        var given = string.Join(' ', GivenParts.SelectMany(p => Values(p).Take(1)));
        foreach (var family in Values("lastName").DefaultIfEmpty(""))
            if (given.Length > 0 || family.Length > 0) yield return $"{given} {family}".Trim();
    }

    IEnumerable<string> Values(string property) => properties.GetValueOrDefault(property) ?? [];

    static string Date(string text)
    {
        if (text.IndexOf('T', StringComparison.Ordinal) is > 0 and var time) text = text[..time];
        return PartialDate.TryParse(text, out _) ? text : "";
    }
}
