using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Ostrakon.Matching;
using Ostrakon.Server.Access;
using Ostrakon.Server.Api;
using Ostrakon.Server.Entities;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Records;
using Ostrakon.Server.Roster;

namespace Ostrakon.Server.Yente;

/// <summary><c>POST /match/{dataset}</c>: up to a hundred queries by example, each answered with scored entities.</summary>
static class MatchApi
{
    const int MostQueries = 100, MostResults = 500, DefaultResults = 5;

    /// <summary>How many hits are looked through where a filter asks for more than the list.</summary>
    const int MostFiltered = 2000;

    sealed record Settings(EntityFilter Filter, ScreeningOptions Options, double Threshold, int Limit);

    public static async Task<IResult> Post(string dataset, HttpContext http, ListsInUse lists, RosterInUse rosters, ScreeningLog log, Telemetry telemetry, CancellationToken cancel)
    {
        using var body = await ScreeningRequest.Body(http.Request, cancel);
        var queries = Queries(body.RootElement);
        using var use = lists.Use();
        var settings = Read(dataset, http.Request.Query, use);
        var roster = rosters.Of(use.Snapshot);
        http.Response.Headers["x-batch-size"] = queries.Count.ToString(CultureInfo.InvariantCulture);
        var recording = log.Begin(http.Key()?.Id, "/match");
        var answer = JsonAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("responses");
            foreach (var (key, example) in queries)
            {
                cancel.ThrowIfCancellationRequested();
                json.WriteStartObject(key);
                Answer(json, Example(example), example, settings, use, roster, recording, telemetry, cancel);
                json.WriteEndObject();
            }
            json.WriteEndObject();
            Algorithms.WriteFeatures(json, "matcher", settings.Options.Algorithm);
            json.WriteNumber("limit", settings.Limit);
            ScreeningJson.WriteVersions(json, use.Snapshot);
            ScreeningJson.WriteDemonstration(json, use.Snapshot);
            json.WriteEndObject();
        });
        await recording.KeptAsync(cancel);
        return answer;
    }

    static List<(string Key, JsonElement Example)> Queries(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("queries", out var queries) || queries.ValueKind != JsonValueKind.Object)
            throw ProblemException.Bad("The body has no 'queries': an object of examples, each with schema and properties.");
        foreach (var setting in (ReadOnlySpan<string>)["weights", "config"])
            if (body.TryGetProperty(setting, out var given) && given.ValueKind == JsonValueKind.Object && given.EnumerateObject().Any())
                throw ProblemException.Bad($"{setting} cannot be set in a request: all answers come from the one reviewed weights file.");
        var all = queries.EnumerateObject().Where(static q => q.Value.ValueKind != JsonValueKind.Null).Select(static q => (q.Name, q.Value)).ToList();
        return all.Count switch
        {
            0 => throw ProblemException.Bad("No queries provided."),
            > MostQueries => throw ProblemException.Bad($"Too many queries in one batch (limit: {MostQueries})."),
            _ => all,
        };
    }

    static ExampleQuery Example(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            throw ProblemException.Bad("Cannot parse example entity: it has no 'properties'.");
        var name = QueryCheck.Texts(json, "schema").FirstOrDefault();
        if (name is null || Schemata.Find(name) is not { } schema)
            throw ProblemException.Bad($"Cannot parse example entity: '{name}' is no schema that can be matched (known: {string.Join(", ", Schemata.All.Select(static s => s.Name))}).");
        var example = new ExampleQuery { Schema = schema };
        foreach (var property in properties.EnumerateObject()) example.Add(property.Name, property.Value);
        return example;
    }

    static Settings Read(string dataset, IQueryCollection address, ListsUse use)
    {
        double Number(string key, double otherwise, double most) => address[key].FirstOrDefault() is not { Length: > 0 } text ? otherwise
            : double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= most ? number
            : throw ProblemException.Bad($"{key} is a number from 0 to {most}.");
        var filter = new EntityFilter(dataset, address, use.Snapshot, search: false);
        var threshold = Number("threshold", ScreeningOptions.AlertThreshold, 1);
        var cutoff = Math.Min(threshold, Number("cutoff", threshold, 1));   // deprecated, but sent
        var limit = Math.Max(1, (int)Number("limit", DefaultResults, MostResults));
        return new(filter, new()
        {
            Threshold = cutoff,
            Limit = filter.ByListsAlone ? limit : MostFiltered,
            Lists = filter.Scope.All ? [] : filter.Scope.Lists,
            Algorithm = Algorithms.Of(address["algorithm"].FirstOrDefault()),
        }, threshold, limit);
    }

    static void Answer(Utf8JsonWriter json, ExampleQuery example, JsonElement given, Settings settings, ListsUse use, ListRoster roster, Recording recording, Telemetry telemetry, CancellationToken cancel)
    {
        var query = example.Ask(out var problem);
        if (problem is not null) throw ProblemException.Bad($"Cannot parse example entity: {problem}.");
        var screening = new Screening(0, []);
        if (query is not null && !settings.Filter.Scope.Lists.IsEmpty)
        {
            var began = Stopwatch.GetTimestamp();
            screening = use.Screener.Screen(query, settings.Options, cancel);
            telemetry.Screened(screening.Total, began);
            recording.Add(query, settings.Options, screening, use);
        }
        var entities = new EntityJson(use.Snapshot, roster);
        var hits = settings.Filter.ByListsAlone ? [.. screening.Hits]
            : screening.Hits.Where(h => settings.Filter.Accepts(roster.All[h.Number], e => EntityJson.Properties(use.Snapshot.Party(e.Number)))).ToList();
        json.WriteNumber("status", StatusCodes.Status200OK);
        json.WriteStartArray("results");
        foreach (var hit in hits.Take(settings.Limit)) WriteHit(json, hit, settings.Threshold, entities);
        json.WriteEndArray();
        WriteTotal(json, settings.Filter.ByListsAlone ? screening.Total : hits.Count, !settings.Filter.ByListsAlone && screening.Total > MostFiltered);
        WriteQuery(json, example, given);
    }

    static void WriteHit(Utf8JsonWriter json, Hit hit, double threshold, EntityJson entities)
    {
        json.WriteStartObject();
        entities.WriteMembers(json, hit.Party);
        json.WriteNumber("score", ScreeningJson.Rounded(hit.Score));
        json.WriteBoolean("match", hit.Score >= threshold);
        json.WriteNumber("probability", ScreeningJson.Rounded(hit.Probability));
        json.WriteString("summary", hit.Explanation.Summary);
        json.WriteStartObject("features");
        foreach (var feature in hit.Explanation.Features) json.WriteNumber(feature.Name, ScreeningJson.Rounded(feature.Score));
        json.WriteEndObject();
        json.WriteStartObject("explanations");
        foreach (var feature in hit.Explanation.Features)
        {
            json.WriteStartObject(feature.Name);
            json.WriteNumber("score", ScreeningJson.Rounded(feature.Score));
            json.WriteString("detail", feature.Detail);
            json.WriteNull("query");
            json.WriteString("candidate", feature.Name == "name" ? hit.MatchedName.Text : null);
            json.WriteNumber("weight", ScreeningJson.Rounded(feature.Weight));
            json.WriteString("state", feature.State);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The member <c>total</c>.</summary>
    public static void WriteTotal(Utf8JsonWriter json, int value, bool atLeast = false)
    {
        json.WriteStartObject("total");
        json.WriteNumber("value", value);
        json.WriteString("relation", atLeast ? "gte" : "eq");
        json.WriteEndObject();
    }

    static void WriteQuery(Utf8JsonWriter json, ExampleQuery example, JsonElement given)
    {
        json.WriteStartObject("query");
        if (QueryCheck.Texts(given, "id").FirstOrDefault() is { } id) json.WriteString("id", id);
        else json.WriteNull("id");
        json.WriteString("schema", example.Schema!.Name);
        json.WriteStartObject("properties");
        foreach (var (name, values) in example.Properties) EntityJson.WriteTexts(json, name, values);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
