using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Ostrakon.Parties;

namespace Ostrakon.Matching;

/// <summary>Turns what a user or a client gives into a query, or says what is wrong with it. Pure; safe for any number of threads.</summary>
public static class QueryCheck
{
    /// <summary>The most characters of one name.</summary>
    public const int LongestName = 10_000;

    /// <summary>The FollowTheMoney schemas that a query may name.</summary>
    public static ImmutableArray<string> Schemas { get; } = ["Person", "Organization", "Company", "LegalEntity", "Vessel", "Airplane", "CryptoWallet"];

    /// <summary>A query of values as they were given; null with what is wrong.</summary>
    /// <param name="names">Another way to write the same party each; at least one.</param>
    /// <param name="schema">In any case; empty or null = unknown.</param>
    /// <param name="birthDates">As <see cref="PartialDate"/> reads them, as far as there are such days.</param>
    /// <param name="countries">ISO codes or names.</param>
    /// <param name="identifiers">Of any type.</param>
    /// <param name="problem">What is wrong, without a full stop; null where a query is answered.</param>
    public static Query? Of(
        ImmutableArray<string> names, string? schema, ImmutableArray<string> birthDates, ImmutableArray<string> countries, ImmutableArray<string> identifiers,
        out string? problem)
    {
        names = [.. names.OrEmpty().Where(static n => !string.IsNullOrWhiteSpace(n))];
        var known = string.IsNullOrEmpty(schema) ? null : Schemas.FirstOrDefault(s => s.Equals(schema, StringComparison.OrdinalIgnoreCase));
        problem =
            names.IsEmpty ? "no name"
            : names.Any(static n => n.Contains('\uFFFD')) ? "broken encoding in the name"
            : names.Any(static n => n.Length > LongestName) ? $"a name longer than {LongestName:N0} characters"
            : !string.IsNullOrEmpty(schema) && known is null ? $"unknown schema '{schema}' (known: {string.Join(", ", Schemas)})"
            : birthDates.OrEmpty().FirstOrDefault(static d => !PartialDate.TryParsePossible(d, out _, out _)) is { } date ? $"bad date '{date}' (write YYYY, YYYY-MM or YYYY-MM-DD)"
            : null;
        return problem is not null ? null : new() { Names = names, Schema = known, BirthDates = birthDates.OrEmpty(), Countries = countries.OrEmpty(), Identifiers = identifiers.OrEmpty() };
    }

    /// <summary>
    /// A query of a JSON object with the keys <c>name, schema, birthDate, country, idNumber</c>, each a string, a number or an array of them;
    /// null with what is wrong.
    /// </summary>
    public static Query? Of(JsonElement json, out string? problem)
    {
        problem = "is no JSON object";
        if (json.ValueKind != JsonValueKind.Object) return null;
        try
        {
            return Of(Texts(json, "name"), Texts(json, "schema").FirstOrDefault(), Texts(json, "birthDate"), Texts(json, "country"), Texts(json, "idNumber"), out problem);
        }
        catch (InvalidOperationException)
        {
            problem = "broken encoding: the text holds half a character";
            return null;
        }
    }

    /// <summary>The texts under a key: of a string or number one, of an array each that is one.</summary>
    /// <exception cref="InvalidOperationException">A text holds half a surrogate pair.</exception>
    public static ImmutableArray<string> Texts(JsonElement json, string key) => !json.TryGetProperty(key, out var value) ? [] : value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => [.. value.EnumerateArray().Where(static v => v.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(static v => v.ToString())],
        _ => [],
    };

    /// <summary>Whether a text has at least one letter or digit: nothing else can be looked for.</summary>
    public static bool HasLetters(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().Any(Rune.IsLetterOrDigit);
    }
}
