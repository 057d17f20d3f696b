using System.Security.Cryptography;
using System.Text.Json;
using Ostrakon.Server.Files;
using Ostrakon.Server.Hosting;

namespace Ostrakon.Server.Jobs;

/// <summary>
/// Jobs on disk, a folder each in the data folder: <c>job.json</c>, the input as it was uploaded, and the results once they are whole. Removing
/// the folder removes the job. Safe for any number of threads, one a job.
/// </summary>
sealed class JobFolder(ServerOptions options)
{
    readonly string root = Path.Combine(options.Folder.Root, "jobs");

    public string Results(Job job, string format) => Path.Combine(Of(job.Id), $"results.{format}");

    public string Input(Job job) => Path.Combine(Of(job.Id), "input" + Extension(job.File));

    /// <summary>Keeps the upload and its job; the job exists once its file is whole.</summary>
    public async Task AddAsync(Job job, Stream upload, CancellationToken cancel)
    {
        options.Folder.Inside(Path.Combine("jobs", job.Id));
        try
        {
            await using (var file = new FileStream(Input(job), FileMode.CreateNew, FileAccess.Write)) await upload.CopyToAsync(file, cancel);
            Save(job);
        }
        catch
        {
            Directory.Delete(Of(job.Id), recursive: true);
            throw;
        }
    }

    public void Save(Job job)
    {
        using var file = new OutputFile(Path.Combine(Of(job.Id), "job.json"));
        using (var json = new Utf8JsonWriter(file.Stream, JsonForms.Indented)) job.Write(json);
        file.Keep();
    }

    public void Remove(Job job)
    {
        if (Directory.Exists(Of(job.Id))) Directory.Delete(Of(job.Id), recursive: true);
    }

    /// <summary>All jobs; a folder without a readable job, left by an upload that broke off, is removed.</summary>
    public List<Job> Load()
    {
        var jobs = new List<Job>();
        if (!Directory.Exists(root)) return jobs;
        foreach (var folder in Directory.EnumerateDirectories(root))
        {
            try
            {
                using var file = File.OpenRead(Path.Combine(folder, "job.json"));
                if (JsonSerializer.Deserialize(file, JobShapes.Default.Job) is { } job) jobs.Add(job);
            }
            catch (Exception e) when (e is FileNotFoundException or JsonException) { Directory.Delete(folder, recursive: true); }
        }
        return jobs;
    }

    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    string Of(string id) => Path.Combine(root, id);

    static string Extension(string file) => Path.GetExtension(file).ToLowerInvariant() is ".jsonl" or ".ndjson" ? ".jsonl" : ".csv";
}
