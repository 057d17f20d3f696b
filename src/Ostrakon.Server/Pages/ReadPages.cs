using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Sources;
using Ostrakon.Documents.Web;
using Ostrakon.Parties;
using Ostrakon.Server.Access;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Pages.Slices;
using Ostrakon.Store.Keys;

namespace Ostrakon.Server.Pages;

/// <summary>A text or page in, its brief out: the clean text with coloured mentions, and beside it what happens in it.</summary>
static class ReadPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/read", static (HttpRequest request, ListsInUse lists) =>
            Site.Show(ReadSlice.Create(new(request.Query["text"].FirstOrDefault() ?? "", "", null, lists.Demonstration))));
        app.MapPost("/read", PostAsync).Needs(Scopes.Screen).RequireRateLimiting(Concurrency.Heavy);
        app.MapGet("/read/{id}", static async (string id, BriefShelf shelf, CancellationToken cancel) =>
            Site.Show(BriefSlice.Create(BriefModel.Of(id, await shelf.FindAsync(id, cancel) ?? throw Gone()))));
        app.MapGet("/read/{id}/brief.json", static async (string id, BriefShelf shelf, CancellationToken cancel) =>
            Results.Bytes((await shelf.RecordAsync(id, cancel) ?? throw Gone()).Json, "application/json; charset=utf-8", $"brief-{id}.json"));
        app.MapGet("/read/{id}/brief.html", static async (string id, BriefShelf shelf, CancellationToken cancel) =>
            Results.Bytes((await shelf.RecordAsync(id, cancel) ?? throw Gone()).Html, "text/html; charset=utf-8", $"brief-{id}.html"));
    }

    static async Task<IResult> PostAsync(HttpRequest request, ListsInUse lists, BriefShelf shelf, WebPages web, Telemetry telemetry, CancellationToken cancel)
    {
        var form = await request.ReadFormAsync(cancel);
        var (text, date) = (form["text"].FirstOrDefault() ?? "", form["date"].FirstOrDefault()?.Trim() ?? "");
        IResult Again(string problem) => Site.Show(ReadSlice.Create(new(text, date, problem, lists.Demonstration)), StatusCodes.Status422UnprocessableEntity);

        if (date.Length > 0 && !PartialDate.TryParse(date, out _)) return Again($"'{date}' is no date: write YYYY-MM-DD.");
        var hint = new SourceHint { Published = date.Length > 0 ? date : null };
        SourceDocument document;
        if (form.Files["file"] is { Length: > 0 } file)
        {
            if (file.Length > DocumentLimits.Size) return Again($"A document has at most {DocumentLimits.Size >> 20} MB.");
            var bytes = new byte[file.Length];
            await using (var upload = file.OpenReadStream()) await upload.ReadExactlyAsync(bytes, cancel);
            document = new() { File = Path.GetFileName(file.FileName), Bytes = bytes, Hint = hint, Share = 1 };
        }
        else if (text.Trim().Length > 0) document = new() { File = "pasted text", Bytes = Encoding.UTF8.GetBytes(text), Hint = hint, Share = 1 };
        else if (form["url"].FirstOrDefault()?.Trim() is { Length: > 0 } address)
        {
            try { document = await web.FetchAsync(address, hint.Published, cancel); }
            catch (FetchException e) { return Again(e.Message); }
        }
        else return Again("Paste a text, choose a file, or give an address.");

        try
        {
            using var use = lists.Use();   // not while a page is fetched: an old snapshot would stay for so long
            var began = Stopwatch.GetTimestamp();
            var brief = use.Reader.Read(document, cancel);
            telemetry.Read(brief.Events.Length, began);
            return Results.Redirect($"/read/{await shelf.PutAsync(brief, document, use, request.HttpContext.Key()?.Id, cancel)}");
        }
        catch (UnreadableDocumentException e) { return Again($"The document cannot be read: {e.Message}"); }
    }

    static ProblemException Gone() => ProblemException.NotFound("This brief is not kept any more. Read the document again.");
}

/// <summary>The form for a document. Immutable.</summary>
public sealed record ReadModel(string Text, string Date, string? Problem, bool Demonstration);

/// <summary>The page of a brief. Immutable.</summary>
public sealed record BriefModel(string Id, ShelvedBrief Shelved, Graph? Graph)
{
    internal static BriefModel Of(string id, ShelvedBrief shelved) => new(id, shelved, Pages.Graph.OfBrief(shelved.Brief));
}
