using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Ostrakon.Server.Access;
using Ostrakon.Server.Api;
using Ostrakon.Server.Entities;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Records;
using Ostrakon.Server.Roster;
using Ostrakon.Server.Yente;
using Ostrakon.Store.Keys;

namespace Ostrakon.Server.Reconciliation;

/// <summary>Reconciliation Service API 0.2 (W3C Entity Reconciliation Community Group, 2023-04-10), as OpenRefine speaks it.</summary>
static class ReconciliationApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var service = app.MapGroup("/reconcile/{dataset}").WithTags("Reconciliation").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        service.MapGet("", Ask).Needs(Scopes.Screen).WithSummary("What the service offers; with queries or extend in the address, their answers");
        service.MapPost("", Ask).Needs(Scopes.Screen).WithMetadata(new RequestSizeLimitAttribute(8 * ServerOptions.MaxQueryBytes)).WithSummary("A batch of queries, or a data extension, as a form or as JSON");
        service.MapGet("/suggest/entity", SuggestEntity).WithSummary("Parties whose names begin so");
        service.MapGet("/suggest/property", (string? prefix, int? cursor) => Suggestions.Properties(prefix ?? "", Math.Max(0, cursor ?? 0))).WithSummary("Properties whose names begin so");
        service.MapGet("/suggest/type", (string? prefix, int? cursor) => Suggestions.Types(prefix ?? "", Math.Max(0, cursor ?? 0))).WithSummary("Types whose names begin so");
        service.MapGet("/flyout/{what}", Flyout).WithSummary("A suggestion in a few lines of HTML");
        service.MapGet("/preview", Preview).WithSummary("A party on a small page");
        service.MapGet("/properties", (string? type, int? limit) => DataExtension.Propose(type, limit)).WithSummary("Properties that a type can be extended with");
    }

    static async Task<IResult> Ask(string dataset, HttpRequest request, ListsInUse lists, ScreeningLog log, Telemetry telemetry, CancellationToken cancel)
    {
        using var queries = await Given(request, "queries", cancel);
        using var extend = queries is null ? await Given(request, "extend", cancel) : null;
        using var use = lists.Use();
        var scope = DatasetScope.Of(dataset, use.Snapshot);
        if (queries is not null) return await ReconcileQueries.AnswerAsync(queries.RootElement, scope, use, log.Begin(request.HttpContext.Key()?.Id, "/reconcile"), telemetry, cancel);
        if (extend is not null) return DataExtension.Answer(extend.RootElement, use);
        return HttpMethods.IsGet(request.Method) ? Manifest.Answer(scope, request) : throw ProblemException.Bad("Send queries or extend, as a field of a form or of a JSON object.");
    }

    /// <summary>A part of the request as JSON: a field of a form or of the address holds it as text, a JSON body as a member.</summary>
    static async Task<JsonDocument?> Given(HttpRequest request, string field, CancellationToken cancel)
    {
        var text = request.Query[field].FirstOrDefault();
        if (text is null && request.HasFormContentType) text = (await request.ReadFormAsync(cancel))[field].FirstOrDefault();
        if (text is null && request.HasJsonContentType())
        {
            request.EnableBuffering();
            request.Body.Position = 0;
            using var body = await ScreeningRequest.Body(request, cancel);
            if (body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty(field, out var member)) text = member.GetRawText();
        }
        return string.IsNullOrWhiteSpace(text) ? null : JsonDocument.Parse(text);
    }

    static JsonAnswer SuggestEntity(string dataset, string? prefix, int? cursor, ListsInUse lists, RosterInUse rosters, CancellationToken cancel)
    {
        using var use = lists.Use();
        return Suggestions.Entities(prefix ?? "", Math.Max(0, cursor ?? 0), DatasetScope.Of(dataset, use.Snapshot), use, rosters.Of(use.Snapshot), cancel);
    }

    static JsonAnswer Flyout(string what, string id, ListsInUse lists)
    {
        using var use = lists.Use();
        var html = what switch
        {
            "entity" => PartyPreview.Content(Party(id, use)),
            "property" => $"<p>{System.Net.WebUtility.HtmlEncode(PartyProperties.Label(id))}</p>",
            "type" => $"<p>{System.Net.WebUtility.HtmlEncode(Schemata.Find(id)?.Label ?? id)}</p>",
            _ => throw ProblemException.NotFound("Flyouts are for entity, property and type."),
        };
        return JsonAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("html", html);
            json.WriteEndObject();
        });
    }

    static IResult Preview(string id, HttpResponse response, ListsInUse lists, ServerOptions options)
    {
        using var use = lists.Use();
        return PartyPreview.Page(Party(id, use), response, options);
    }

    static Parties.Party Party(string id, ListsUse use) =>
        use.Snapshot.Find(id) is >= 0 and var number ? use.Snapshot.Party(number) : throw ProblemException.NotFound($"There is no party '{id}'.");
}
