using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Ostrakon.Server.Access;
using Ostrakon.Server.Hosting;
using Ostrakon.Store.Keys;

namespace Ostrakon.Server.Api;

/// <summary>Our own interface: every call, its limits and its description in one place. The bodies are those of docs/contracts.md.</summary>
static class ApiV1
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var v1 = app.MapGroup("/v1").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status500InternalServerError)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        var small = new RequestSizeLimitAttribute(ServerOptions.MaxQueryBytes);

        v1.MapGet("/screen", ScreenApi.Get).Needs(Scopes.Screen).WithTags("Screening").WithSummary("Is this party listed?")
            .WithDescription("The query in the address: name (repeatable), schema, birthDate, country, idNumber, threshold, limit, list (repeatable), algorithm.")
            .Produces<ScreeningShape>();
        v1.MapPost("/screen", ScreenApi.Post).Needs(Scopes.Screen).WithMetadata(small).WithTags("Screening").WithSummary("Is this party listed?")
            .Accepts<ScreenRequestShape>("application/json").Produces<ScreeningShape>();
        v1.MapPost("/screen/batch", ScreenApi.Batch).Needs(Scopes.Screen).RequireRateLimiting(Concurrency.Heavy).WithTags("Screening")
            .WithSummary("Many queries: JSON lines in, JSON lines out, in order, both streamed")
            .WithDescription("Options in the address, as for a single query; header=true begins with a line of versions. A bad line is answered with its error.")
            .Accepts<ScreenRequestShape>("application/x-ndjson").Produces<ScreeningShape>(contentType: "application/x-ndjson").DisableRequestTimeout();
        v1.MapGet("/compare", ScreenApi.GetComparison).Needs(Scopes.Screen).WithTags("Screening").WithSummary("How well do two names agree?").Produces<ComparisonShape>();
        v1.MapPost("/compare", ScreenApi.PostComparison).Needs(Scopes.Screen).WithMetadata(small).WithTags("Screening").WithSummary("How well do two names agree?")
            .Accepts<CompareRequestShape>("application/json").Produces<ComparisonShape>();

        v1.MapPost("/extract", DocumentApi.Extract).Needs(Scopes.Screen).RequireRateLimiting(Concurrency.Heavy).WithTags("Documents").WithSummary("The clean article of a page or text")
            .WithDescription("The body is the document itself, or JSON with html or text and what is known of it: url, date. A url alone is fetched, from public addresses only.")
            .Accepts<DocumentShape>("application/json", "text/html", "text/plain", "application/octet-stream").Produces<ArticleShape>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        v1.MapPost("/read", DocumentApi.Read).Needs(Scopes.Screen).RequireRateLimiting(Concurrency.Heavy).WithTags("Documents").WithSummary("The brief of a page or text")
            .WithDescription("Who is in it, what they do, who says so, and who of them is listed. The body is as for extract; format=html or text in the address for a page.")
            .Accepts<DocumentShape>("application/json", "text/html", "text/plain", "application/octet-stream").Produces<BriefShape>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        v1.MapGet("/parties/{id}", ListsApi.Party).WithTags("Lists").WithSummary("Everything that the lists say about one party")
            .Produces<PartyShape>().ProducesProblem(StatusCodes.Status404NotFound);
        v1.MapGet("/lists", ListsApi.Lists).WithTags("Lists").WithSummary("Which lists are in use, in which version?").Produces<ListsShape>();
        v1.MapGet("/lists/{id}/diff", ListsApi.Diff).RequireRateLimiting(Concurrency.Heavy).WithTags("Lists").WithSummary("What changed between two versions?")
            .Produces<DeltaShape>().ProducesProblem(StatusCodes.Status404NotFound);

        v1.MapGet("/jobs", JobsApi.List).WithTags("Jobs").WithSummary("All jobs").Produces<JobsShape>();
        v1.MapPost("/jobs", JobsApi.Add).Needs(Scopes.Write).WithTags("Jobs").WithSummary("Screen a file of customers in the background")
            .WithDescription("The file (CSV, XLSX or JSON lines) is the body, with file=NAME in the address, or the field 'file' of a form. Options in the address.")
            .Accepts<IFormFile>("multipart/form-data", "text/csv", "application/x-ndjson", "application/octet-stream").Produces<JobShape>(StatusCodes.Status202Accepted).DisableRequestTimeout();
        v1.MapGet("/jobs/{id}", JobsApi.Get).WithTags("Jobs").WithSummary("How far is it?").Produces<JobShape>().ProducesProblem(StatusCodes.Status404NotFound);
        v1.MapDelete("/jobs/{id}", JobsApi.Remove).Needs(Scopes.Write).WithTags("Jobs").WithSummary("Stop and remove a job with its file and results").Produces(StatusCodes.Status204NoContent);
        v1.MapGet("/jobs/{id}/results", JobsApi.ResultsOf).WithTags("Jobs").WithSummary("The results: format=jsonl or csv")
            .Produces<ScreeningShape>(contentType: "application/x-ndjson").ProducesProblem(StatusCodes.Status409Conflict).DisableRequestTimeout();
    }
}
