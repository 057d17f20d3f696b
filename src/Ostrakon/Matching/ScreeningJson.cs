using System.Collections.Immutable;
using System.Text.Json;
using Ostrakon.Index;
using Ostrakon.Lists;
using Ostrakon.Parties;

namespace Ostrakon.Matching;

/// <summary>
/// Answers as JSON, in the shapes of docs/contracts.md, for the command line and the HTTP interface alike. The same answer gives the same bytes.
/// Every method writes one value, or the members that it names, and leaves the writer open.
/// </summary>
public static class ScreeningJson
{
    /// <summary>The object of one query: id, row, query, total, hits, demonstration; with versions where asked for.</summary>
    /// <param name="writer">Where to; must stand where a value may begin.</param>
    /// <param name="id">The user's id of the query; null = none.</param>
    /// <param name="inputRow">Its row in a batch, from 1; null = no batch.</param>
    /// <param name="query">What was asked.</param>
    /// <param name="screening">The answer.</param>
    /// <param name="snapshot">What answered.</param>
    /// <param name="withVersions">False in a batch, whose versions stand elsewhere.</param>
    public static void WriteScreening(Utf8JsonWriter writer, string? id, long? inputRow, Query query, Screening screening, Snapshot snapshot, bool withVersions)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(screening);
        ArgumentNullException.ThrowIfNull(snapshot);
        writer.WriteStartObject();
        if (id is not null) writer.WriteString("id", id);
        if (inputRow is { } row) writer.WriteNumber("inputRow", row);
        writer.WritePropertyName("query");
        QuestionJson.Write(writer, query);
        writer.WriteNumber("total", screening.Total);
        writer.WriteStartArray("hits");
        for (var i = 0; i < screening.Hits.Length; i++) WriteHit(writer, screening.Hits[i], i + 1);
        writer.WriteEndArray();
        if (withVersions) WriteVersions(writer, snapshot);
        WriteDemonstration(writer, snapshot);
        writer.WriteEndObject();
    }

    /// <summary>The member <c>demonstration</c>, inside an object: true where only the starter list answered.</summary>
    public static void WriteDemonstration(Utf8JsonWriter writer, Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(snapshot);
        writer.WriteBoolean("demonstration", snapshot.Demonstration);
    }

    /// <summary>The member <c>versions</c>, inside an object.</summary>
    public static void WriteVersions(Utf8JsonWriter writer, Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(snapshot);
        writer.WriteStartObject("versions");
        writer.WriteString("engine", EngineVersion.Engine);
        writer.WriteString("config", EngineVersion.Config);
        writer.WritePropertyName("lists");
        WriteLists(writer, snapshot);
        writer.WriteEndObject();
    }

    /// <summary>The list versions as an array.</summary>
    public static void WriteLists(Utf8JsonWriter writer, Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(snapshot);
        writer.WriteStartArray();
        foreach (var list in snapshot.Lists) WriteList(writer, list);
        writer.WriteEndArray();
    }

    /// <summary>The object of two compared names.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name1">As given.</param>
    /// <param name="name2">As given.</param>
    /// <param name="schema">As given; null where unknown.</param>
    /// <param name="comparison">The answer.</param>
    /// <param name="threshold">From which score on they match.</param>
    public static void WriteComparison(Utf8JsonWriter writer, string name1, string name2, string? schema, Comparison comparison, double threshold)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(comparison);
        writer.WriteStartObject();
        writer.WriteString("name1", name1);
        writer.WriteString("name2", name2);
        writer.WriteString("schema", schema);
        writer.WriteNumber("score", Rounded(comparison.Score));
        writer.WriteNumber("probability", Rounded(comparison.Probability));
        writer.WriteBoolean("match", comparison.Score >= threshold);
        WriteExplanation(writer, comparison.Explanation);
        writer.WriteEndObject();
    }

    /// <summary>A hit as an object.</summary>
    public static void WriteHit(Utf8JsonWriter writer, Hit hit, int rank)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(hit);
        writer.WriteStartObject();
        writer.WriteNumber("rank", rank);
        writer.WriteString("party", hit.Party.Id);
        writer.WriteString("caption", hit.Party.Caption);
        writer.WriteString("schema", hit.Party.Schema);
        writer.WriteString("matchedName", hit.MatchedName.Text);
        writer.WriteString("nameKind", KindText(hit.MatchedName.Kind));
        writer.WriteNumber("score", Rounded(hit.Score));
        writer.WriteNumber("probability", Rounded(hit.Probability));
        writer.WriteStartArray("listings");
        foreach (var listing in hit.Party.Listings) WriteListing(writer, listing);
        writer.WriteEndArray();
        WriteExplanation(writer, hit.Explanation);
        writer.WriteEndObject();
    }

    /// <summary>A score or probability as it is written: four decimals.</summary>
    public static double Rounded(double value) => Math.Round(value, 4);

    /// <summary>The kind of a name as it is written: "primary", "alias", "weakAlias", "former", "originalScript".</summary>
    public static string KindText(NameKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    static void WriteListing(Utf8JsonWriter writer, Listing listing)
    {
        writer.WriteStartObject();
        writer.WriteString("list", listing.List);
        writer.WriteString("entry", listing.Entry.Id);
        writer.WriteStartArray("programs");
        foreach (var program in listing.Entry.Programs) writer.WriteStringValue(program);
        writer.WriteEndArray();
        ListsJson.WriteStandsFor(writer, listing.Entry);
        writer.WriteEndObject();
    }

    static void WriteExplanation(Utf8JsonWriter writer, Explanation explanation)
    {
        writer.WriteStartObject("explanation");
        writer.WriteString("summary", explanation.Summary);
        writer.WriteStartArray("features");
        foreach (var feature in explanation.Features)
        {
            writer.WriteStartObject();
            writer.WriteString("name", feature.Name);
            writer.WriteString("state", feature.State);
            writer.WriteNumber("weight", Rounded(feature.Weight));
            writer.WriteNumber("score", Rounded(feature.Score));
            writer.WriteString("detail", feature.Detail);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("alignment");
        foreach (var words in explanation.Alignment)
        {
            writer.WriteStartObject();
            writer.WriteString("query", words.Query);
            writer.WriteString("name", words.Name);
            writer.WriteString("how", words.How);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static void WriteList(Utf8JsonWriter writer, ListVersion list)
    {
        writer.WriteStartObject();
        writer.WriteString("id", list.List);
        writer.WriteString("version", list.Version);
        writer.WriteString("sha256", list.Sha256);
        writer.WriteEndObject();
    }
}
