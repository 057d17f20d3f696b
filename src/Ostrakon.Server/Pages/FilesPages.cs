using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Ostrakon.Matching;
using Ostrakon.Server.Access;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Jobs;
using Ostrakon.Server.Pages.Slices;
using Ostrakon.Store.Keys;

namespace Ostrakon.Server.Pages;

/// <summary>Files of customers: upload, progress, the results as a table with filters, downloads.</summary>
static class FilesPages
{
    const int RowsShown = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/files", static async (JobRunner jobs, ListsInUse lists, CancellationToken cancel) =>
            Site.Show(FilesSlice.Create(new([.. await jobs.AllAsync(cancel)], null, lists.Demonstration))));
        app.MapPost("/files", PostAsync).Needs(Scopes.Write).DisableRequestTimeout();
        app.MapGet("/files/{id}", static async (string id, HttpRequest request, JobRunner jobs, ListsInUse lists, CancellationToken cancel) =>
        {
            var job = await FoundAsync(jobs, id, cancel);
            var filter = ResultFilter.Of(request.Query);
            var rows = job.State == JobState.Done ? await RowsAsync(await jobs.ResultsAsync(job, csv: false, cancel), filter, cancel) : [];
            return Site.Show(FileSlice.Create(new(job, filter, rows, lists.Demonstration)));
        });
        app.MapPost("/files/{id}/remove", static async (string id, JobRunner jobs, CancellationToken cancel) =>
        {
            await jobs.RemoveAsync(await FoundAsync(jobs, id, cancel), cancel);
            return Results.Redirect("/files");
        }).Needs(Scopes.Write);
    }

    static async Task<IResult> PostAsync(HttpRequest request, JobRunner jobs, ListsInUse lists, CancellationToken cancel)
    {
        var form = await request.ReadFormAsync(cancel);
        var threshold = form["threshold"].FirstOrDefault() is { Length: > 0 } text && double.TryParse(text, CultureInfo.InvariantCulture, out var given) ? given : ScreeningOptions.AlertThreshold;
        if (form.Files["file"] is not { Length: > 0 } file || threshold is < 0 or > 1)
        {
            return Site.Show(FilesSlice.Create(new([.. await jobs.AllAsync(cancel)], threshold is < 0 or > 1 ? "The threshold is a number from 0 to 1." : "Choose a file with at least a column 'name'.", lists.Demonstration)),
                StatusCodes.Status422UnprocessableEntity);
        }
        await using var upload = file.OpenReadStream();
        var job = await jobs.AddAsync(file.FileName, upload, new() { Threshold = threshold }, cancel);
        return Results.Redirect($"/files/{job.Id}");
    }

    /// <summary>The rows that a filter lets through, in input order, from where it says on.</summary>
    static async Task<ImmutableArray<ResultRow>> RowsAsync(Stream results, ResultFilter filter, CancellationToken cancel)
    {
        var rows = ImmutableArray.CreateBuilder<ResultRow>();
        using var lines = new StreamReader(results);
        while (await lines.ReadLineAsync(cancel) is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var row = ResultRow.Of(json.RootElement);
            if (row.InputRow < filter.From || !filter.LetsThrough(row)) continue;
            rows.Add(row);
            if (rows.Count > RowsShown) break;   // one more than shown: there is a next page
        }
        return rows.ToImmutable();
    }

    static async Task<Job> FoundAsync(JobRunner jobs, string id, CancellationToken cancel) => await jobs.FindAsync(id, cancel) ?? throw ProblemException.NotFound("There is no such file any more.");

    /// <summary>How many rows a page has.</summary>
    internal static int PageSize => RowsShown;
}

/// <summary>Which rows of results are shown. Immutable.</summary>
/// <param name="Show">"hits", "clear", "bad" or "all".</param>
/// <param name="Least">The lowest score of a hit.</param>
/// <param name="Text">Words that the name or the hit must hold.</param>
/// <param name="From">The first input row.</param>
public sealed record ResultFilter(string Show, double Least, string Text, int From)
{
    internal static ResultFilter Of(IQueryCollection query) => new(
        query["show"].FirstOrDefault() is "clear" or "bad" or "all" ? query["show"].First()! : "hits",
        double.TryParse(query["least"].FirstOrDefault(), CultureInfo.InvariantCulture, out var least) ? least : 0,
        query["text"].FirstOrDefault()?.Trim() ?? "",
        int.TryParse(query["from"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 1);

    internal bool LetsThrough(ResultRow row) =>
        Show switch { "hits" => row.Hits.Length > 0, "clear" => row.Error is null && row.Hits.Length == 0, "bad" => row.Error is not null, _ => true }
        && (Least == 0 || row.Hits.Any(h => h.Score >= Least))
        && (Text.Length == 0 || row.Name.Contains(Text, StringComparison.OrdinalIgnoreCase) || row.Hits.Any(h => h.Caption.Contains(Text, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The same filter from another row on, as an address.</summary>
    public string Address(int from) => string.Create(CultureInfo.InvariantCulture, $"?show={Show}&least={Least}&text={Uri.EscapeDataString(Text)}&from={from}");
}

/// <summary>A row of results as the page shows it. Immutable.</summary>
public sealed record ResultRow(string Id, int InputRow, string Name, string? Error, ImmutableArray<ResultHit> Hits)
{
    internal static ResultRow Of(JsonElement json) => new(
        json.GetProperty("id").GetString()!, json.GetProperty("inputRow").GetInt32(),
        json.TryGetProperty("query", out var query) ? string.Join(" / ", query.GetProperty("name").EnumerateArray().Select(static n => n.GetString())) : "",
        json.TryGetProperty("error", out var error) ? error.GetString() : null,
        json.TryGetProperty("hits", out var hits) ? [.. hits.EnumerateArray().Select(ResultHit.Of)] : []);
}

/// <summary>A hit of a row. Immutable.</summary>
public sealed record ResultHit(string Party, string Caption, double Score, string Lists, string Summary)
{
    internal static ResultHit Of(JsonElement json) => new(
        json.GetProperty("party").GetString()!, json.GetProperty("caption").GetString()!, json.GetProperty("score").GetDouble(),
        string.Join(", ", json.GetProperty("listings").EnumerateArray().Select(static l => l.GetProperty("list").GetString()).Distinct()),
        json.GetProperty("explanation").GetProperty("summary").GetString()!);
}

/// <summary>The page of all files. Immutable.</summary>
public sealed record FilesModel(ImmutableArray<Job> Jobs, string? Problem, bool Demonstration);

/// <summary>The page of one file. Immutable.</summary>
public sealed record FileModel(Job Job, ResultFilter Filter, ImmutableArray<ResultRow> Rows, bool Demonstration);
