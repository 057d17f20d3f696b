using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Ostrakon.Matching;
using Ostrakon.Parties;
using Ostrakon.Server.Entities;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Records;
using Ostrakon.Server.Yente;

namespace Ostrakon.Server.Reconciliation;

/// <summary>A batch of reconciliation queries, answered with candidates and the features that their scores are made of.</summary>
static class ReconcileQueries
{
    public const int BatchSize = 100;

    /// <summary>From which score on candidates are shown: a person chooses among them.</summary>
    const double Shown = 0.5;

    /// <summary>From which score on a candidate is taken for the party without asking, where no other one reaches it.</summary>
    const double Certain = 0.9;

    const int MostCandidates = 100, DefaultCandidates = 5;

    public static async Task<JsonAnswer> AnswerAsync(JsonElement batch, DatasetScope scope, ListsUse use, Recording recording, Telemetry telemetry, CancellationToken cancel)
    {
        if (batch.ValueKind != JsonValueKind.Object) throw ProblemException.Bad("The batch is no JSON object of queries.");
        var queries = batch.EnumerateObject().ToList();
        if (queries.Count > BatchSize) throw new ProblemException(StatusCodes.Status413PayloadTooLarge, $"A batch holds at most {BatchSize} queries.");
        var answer = JsonAnswer.Of(json =>
        {
            json.WriteStartObject();
            foreach (var query in queries)
            {
                cancel.ThrowIfCancellationRequested();
                json.WriteStartObject(query.Name);
                json.WriteStartArray("result");
                Candidates(json, query.Value, scope, use, recording, telemetry, cancel);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndObject();
        });
        await recording.KeptAsync(cancel);
        return answer;
    }

    static void Candidates(Utf8JsonWriter json, JsonElement query, DatasetScope scope, ListsUse use, Recording recording, Telemetry telemetry, CancellationToken cancel)
    {
        var (example, limit) = Read(query);
        // An identifier as the query asks for that party.
        if (QueryCheck.Texts(query, "query").FirstOrDefault() is { } id && use.Snapshot.Find(id) is >= 0 and var number && use.Snapshot.Party(number) is var named && Descriptions.IsIn(named, scope))
        {
            Start(json, named, 1, match: true);
            json.WriteEndObject();
            return;
        }
        var asked = example.Ask(out var problem);
        if (problem is not null) throw ProblemException.Bad($"A query has a fault: {problem}.");
        if (asked is null) return;
        var began = Stopwatch.GetTimestamp();
        var options = new ScreeningOptions { Threshold = Shown, Limit = limit, Lists = scope.All ? [] : scope.Lists };
        var screening = use.Screener.Screen(asked, options, cancel);
        telemetry.Screened(screening.Total, began);
        recording.Add(asked, options, screening, use);
        foreach (var hit in screening.Hits)
        {
            Start(json, hit.Party, hit.Score, hit == screening.Hits[0] && hit.Score >= Certain && screening.Hits.Count(static h => h.Score >= Certain) == 1);
            json.WriteStartArray("features");
            foreach (var feature in hit.Explanation.Features) Feature(json, feature.Name, feature.Score);
            Feature(json, "probability", hit.Probability);
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    static (ExampleQuery Example, int Limit) Read(JsonElement query)
    {
        if (query.ValueKind != JsonValueKind.Object) throw ProblemException.Bad("A query is no JSON object.");
        var example = new ExampleQuery { Schema = Type(query) };
        foreach (var text in QueryCheck.Texts(query, "query")) example.Add("name", text);
        if (query.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Array)
            foreach (var property in properties.EnumerateArray())
                if (property.ValueKind == JsonValueKind.Object && QueryCheck.Texts(property, "pid").FirstOrDefault() is { } pid && property.TryGetProperty("v", out var value))
                    example.Add(pid, value);
        var limit = query.TryGetProperty("limit", out var most) && most.ValueKind == JsonValueKind.Number && most.TryGetInt32(out var number) ? number : DefaultCandidates;
        return (example, Math.Clamp(limit, 1, MostCandidates));
    }

    /// <summary>The first type that is known, as an id or as an object with one.</summary>
    static Schema? Type(JsonElement query)
    {
        if (!query.TryGetProperty("type", out var type)) return null;
        foreach (var one in type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().AsEnumerable() : [type])
            if ((one.ValueKind == JsonValueKind.String ? one.GetString() : one.ValueKind == JsonValueKind.Object ? QueryCheck.Texts(one, "id").FirstOrDefault() : null) is { } id && Schemata.Find(id) is { } schema)
                return schema;
        return null;
    }

    static void Start(Utf8JsonWriter json, Party party, double score, bool match)
    {
        json.WriteStartObject();
        json.WriteString("id", party.Id);
        json.WriteString("name", party.Caption);
        json.WriteString("description", Descriptions.Of(party));
        json.WriteStartArray("type");
        Descriptions.WriteType(json, party.Schema);
        json.WriteEndArray();
        json.WriteNumber("score", Math.Round(100 * score, 2));
        json.WriteBoolean("match", match);
    }

    static void Feature(Utf8JsonWriter json, string id, double value)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteNumber("value", ScreeningJson.Rounded(value));
        json.WriteEndObject();
    }
}
