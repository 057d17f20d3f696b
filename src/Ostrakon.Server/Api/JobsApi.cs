using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Jobs;

namespace Ostrakon.Server.Api;

/// <summary>Files of customers, screened in the background.</summary>
static class JobsApi
{
    public static async Task<IResult> List(JobRunner jobs, CancellationToken cancel)
    {
        var all = await jobs.AllAsync(cancel);
        return JsonAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("jobs");
            foreach (var job in all) job.Write(json);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    public static async Task<IResult> Get(string id, JobRunner jobs, CancellationToken cancel) => JsonAnswer.Of((await Found(jobs, id, cancel)).Write);

    /// <summary>The file as the body, its name in the address; or as the field <c>file</c> of a form.</summary>
    public static async Task<IResult> Add(HttpRequest request, JobRunner jobs, ListsInUse lists, CancellationToken cancel)
    {
        Job job;
        using (var use = lists.Use())
        {
            var options = ScreeningRequest.Options(request.Query, use.Snapshot);
            if (request.HasFormContentType)
            {
                var form = await request.ReadFormAsync(cancel);
                var file = form.Files["file"] ?? throw ProblemException.Bad("The form has no field 'file' with a file in it.");
                await using var upload = file.OpenReadStream();
                job = await jobs.AddAsync(file.FileName, upload, options, cancel);
            }
            else
            {
                var name = request.Query["file"].FirstOrDefault() ?? (request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true ? "batch.jsonl" : "batch.csv");
                job = await jobs.AddAsync(name, request.Body, options, cancel);
            }
        }
        request.HttpContext.Response.Headers.Location = $"/v1/jobs/{job.Id}";
        return JsonAnswer.Of(job.Write, StatusCodes.Status202Accepted);
    }

    public static async Task<IResult> Remove(string id, JobRunner jobs, CancellationToken cancel)
    {
        await jobs.RemoveAsync(await Found(jobs, id, cancel), cancel);
        return Results.NoContent();
    }

    public static async Task<IResult> ResultsOf(string id, string? format, JobRunner jobs, CancellationToken cancel)
    {
        var job = await Found(jobs, id, cancel);
        format ??= "jsonl";
        if (format is not ("jsonl" or "csv")) throw ProblemException.Bad("format is jsonl or csv.");
        if (job.State != JobState.Done)
            throw new ProblemException(StatusCodes.Status409Conflict, job.Error ?? $"The job is {JsonNamingPolicy.CamelCase.ConvertName(job.State.ToString())}: its results come when it is done.");
        return Results.Stream(await jobs.ResultsAsync(job, format == "csv", cancel), format == "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8", $"{Path.GetFileNameWithoutExtension(job.File)}-results.{format}");
    }

    static async Task<Job> Found(JobRunner jobs, string id, CancellationToken cancel) => await jobs.FindAsync(id, cancel) ?? throw ProblemException.NotFound($"There is no job '{id}'.");
}
