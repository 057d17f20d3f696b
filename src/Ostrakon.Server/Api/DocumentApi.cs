using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Ostrakon.Documents.Briefs;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Sources;
using Ostrakon.Documents.Stories;
using Ostrakon.Matching;
using Ostrakon.Parties;
using Ostrakon.Server.Hosting;

namespace Ostrakon.Server.Api;

/// <summary>Documents: the clean article, and the brief. The body is the document itself, or JSON with <c>html</c> or <c>text</c>, or with a <c>url</c> alone.</summary>
static class DocumentApi
{
    public static async Task<IResult> Extract(HttpRequest request, WebPages web, CancellationToken cancel)
    {
        var document = await Document(request, web, cancel);
        var article = document.Read(cancel);
        return JsonAnswer.Of(json =>
        {
            json.WriteStartObject();
            if (document.Id is not null) json.WriteString("id", document.Id);
            ArticleJson.WriteFields(json, article, StorySketch.Of(article.Text)?.Id);
            json.WriteEndObject();
        });
    }

    public static async Task<IResult> Read(HttpRequest request, WebPages web, ListsInUse lists, Telemetry telemetry, CancellationToken cancel)
    {
        var format = request.Query["format"].FirstOrDefault() ?? "json";
        if (format is not ("json" or "html" or "text")) throw ProblemException.Bad("format is json, html or text.");
        var document = await Document(request, web, cancel);
        using var use = lists.Use();
        var began = Stopwatch.GetTimestamp();
        var brief = use.Reader.Read(document, cancel);
        telemetry.Read(brief.Events.Length, began);
        return format switch
        {
            "html" => Results.Content(BriefHtml.Page(brief, use.Snapshot), "text/html; charset=utf-8"),
            "text" => Results.Content(BriefText.Page(brief, use.Snapshot), "text/plain; charset=utf-8"),
            _ => JsonAnswer.Of(json => BriefJson.Write(json, brief, use.Snapshot, withVersions: true)),
        };
    }

    /// <summary>The document of a request; its date may stand in the address. A url beside html or text is context; alone it is fetched.</summary>
    static async Task<SourceDocument> Document(HttpRequest request, WebPages web, CancellationToken cancel)
    {
        if (request.ContentLength > DocumentLimits.Size) throw TooLarge();
        var date = request.Query["date"].FirstOrDefault();
        var url = request.Query["url"].FirstOrDefault();
        if (!request.HasJsonContentType())
        {
            var bytes = await DocumentLimits.ReadAsync(request.Body, cancel) ?? throw TooLarge();
            return new() { Bytes = bytes, Hint = new SourceHint { Published = Checked(date), Url = url }, Share = 1 };
        }
        using var body = await ScreeningRequest.Body(request, cancel);
        if (body.RootElement.ValueKind != JsonValueKind.Object) throw ProblemException.Bad("The body is no JSON object.");
        string? One(string key) => QueryCheck.Texts(body.RootElement, key).FirstOrDefault();
        var (html, text) = (One("html"), One("text"));
        if (html is null && text is null && One("url") is { } address) return await web.FetchAsync(address, Checked(One("date") ?? date), cancel);
        if (html is null == text is null) throw ProblemException.Bad("Give the document as html or as text, or its url alone.");
        if (string.IsNullOrWhiteSpace(html ?? text)) throw ProblemException.Bad("The document is empty.");
        return new() { Id = One("id"), Html = html, Text = text, Hint = new SourceHint { Published = Checked(One("date") ?? date), Url = One("url") ?? url }, Share = 1 };
    }

    static ProblemException TooLarge() => new(StatusCodes.Status413PayloadTooLarge, $"A document has at most {DocumentLimits.Size >> 20} MB.");

    static string? Checked(string? date) =>
        date is null || PartialDate.TryParse(date, out _) ? date : throw ProblemException.Bad($"'{date}' is no date: write YYYY-MM-DD.");
}
