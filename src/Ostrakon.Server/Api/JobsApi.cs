using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Jobs;

namespace Ostrakon.Server.Api;

/// <summary>Files of customers, screened in the background.</summary>
static class JobsApi
{
    public static IResult List(JobRunner jobs) => JsonAnswer.Of(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("jobs");
        foreach (var job in jobs.All) job.Write(json);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static IResult Get(string id, JobRunner jobs) => JsonAnswer.Of(Found(jobs, id).Write);

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

    public static async Task<IResult> Remove(string id, JobRunner jobs)
    {
        await jobs.RemoveAsync(Found(jobs, id));
        return Results.NoContent();
    }

    public static IResult ResultsOf(string id, string? format, JobRunner jobs, JobFolder folder)
    {
        var job = Found(jobs, id);
        format ??= "jsonl";
        if (format is not ("jsonl" or "csv")) throw ProblemException.Bad("format is jsonl or csv.");
        if (job.State != JobState.Done)
            throw new ProblemException(StatusCodes.Status409Conflict, job.Error ?? $"The job is {JsonNamingPolicy.CamelCase.ConvertName(job.State.ToString())}: its results come when it is done.");
        return Results.File(folder.Results(job, format), format == "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8", $"{Path.GetFileNameWithoutExtension(job.File)}-results.{format}");
    }

    static Job Found(JobRunner jobs, string id) => jobs.Find(id) ?? throw ProblemException.NotFound($"There is no job '{id}'.");
}
