using System.Collections.Frozen;
using System.Text.Json;
using Ostrakon.Matching;
using Ostrakon.Server.Hosting;

namespace Ostrakon.Server.Yente;

/// <summary>The matchers by the names that clients use (<c>algorithms.tsv</c>): ours, and yente's own, which are answered by ours.</summary>
static class Algorithms
{
    static readonly FrozenDictionary<string, Algorithm> ByName =
        ServerTables.Rows("Yente/algorithms.tsv").ToFrozenDictionary(static r => r[0], static r => Enum.Parse<Algorithm>(r[1], ignoreCase: true), StringComparer.Ordinal);

    static readonly string[][] Features = [.. ServerTables.Rows("Yente/features.tsv")];

    /// <exception cref="ProblemException">No such algorithm (400).</exception>
    public static Algorithm Of(string? name) => string.IsNullOrEmpty(name) ? Algorithm.Default
        : ByName.TryGetValue(name, out var known) ? known
        : throw ProblemException.Bad($"Unknown algorithm: {name}. Here are: default, ofac.");

    /// <summary>Our name of a matcher.</summary>
    public static string NameOf(Algorithm algorithm) => JsonNamingPolicy.CamelCase.ConvertName(algorithm.ToString());

    /// <summary>The answer of <c>/algorithms</c>.</summary>
    public static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("algorithms");
        Write(json, Algorithm.Default, "Ours: words of names side by side, weighed by their rarity, with birth dates, countries and identifiers; explained and calibrated.");
        Write(json, Algorithm.Ofac, "An emulation of the Treasury's Sanctions List Search: the letters of the name alone.");
        json.WriteEndArray();
        json.WriteString("default", NameOf(Algorithm.Default));
        json.WriteString("best", NameOf(Algorithm.Default));
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, Algorithm algorithm, string description)
    {
        json.WriteStartObject();
        json.WriteString("name", NameOf(algorithm));
        json.WriteString("description", description);
        WriteFeatures(json, "features", algorithm);
        json.WriteStartObject("docs");
        WriteFeatures(json, "features", algorithm);
        json.WriteStartObject("config");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>What the features of a matcher mean, as a member.</summary>
    public static void WriteFeatures(Utf8JsonWriter json, string member, Algorithm algorithm)
    {
        json.WriteStartObject(member);
        foreach (var row in Features.Take(algorithm == Algorithm.Ofac ? 1 : int.MaxValue))
        {
            json.WriteStartObject(row[0]);
            json.WriteString("description", row[1]);
            json.WriteNumber("coefficient", 1);
            json.WriteNull("url");
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
