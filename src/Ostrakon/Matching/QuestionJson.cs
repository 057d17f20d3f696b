using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Ostrakon.Matching;

/// <summary>A question as JSON and back: the query, and how it is answered. What was written is read as an equal question.</summary>
public static class QuestionJson
{
    /// <summary>The query as an object; what is not known is left out.</summary>
    public static void Write(Utf8JsonWriter writer, Query query)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(query);
        writer.WriteStartObject();
        WriteTexts(writer, "name", query.Names);
        if (query.Schema is not null) writer.WriteString("schema", query.Schema);
        WriteTexts(writer, "birthDate", query.BirthDates);
        WriteTexts(writer, "country", query.Countries);
        WriteTexts(writer, "idNumber", query.Identifiers);
        writer.WriteEndObject();
    }

    /// <summary>The options as an object.</summary>
    public static void Write(Utf8JsonWriter writer, ScreeningOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        writer.WriteStartObject();
        writer.WriteNumber("threshold", options.Threshold);
        writer.WriteNumber("limit", options.Limit);
        writer.WriteString("algorithm", options.Algorithm.ToString().ToLower(CultureInfo.InvariantCulture));
        writer.WriteStartArray("lists");
        foreach (var list in options.Lists) writer.WriteStringValue(list);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The query that was written; unlike one that a user gives it need not have a name.</summary>
    public static Query Query(JsonElement json) => new()
    {
        Names = QueryCheck.Texts(json, "name"), Schema = QueryCheck.Texts(json, "schema").FirstOrDefault(), BirthDates = QueryCheck.Texts(json, "birthDate"),
        Countries = QueryCheck.Texts(json, "country"), Identifiers = QueryCheck.Texts(json, "idNumber"),
    };

    /// <summary>The options that were written.</summary>
    public static ScreeningOptions Options(JsonElement json) => new()
    {
        Threshold = json.GetProperty("threshold").GetDouble(), Limit = json.GetProperty("limit").GetInt32(), Lists = QueryCheck.Texts(json, "lists"),
        Algorithm = Enum.Parse<Algorithm>(json.GetProperty("algorithm").GetString()!, ignoreCase: true),
    };

    static void WriteTexts(Utf8JsonWriter writer, string name, ImmutableArray<string> texts)
    {
        if (texts.IsDefaultOrEmpty) return;
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
