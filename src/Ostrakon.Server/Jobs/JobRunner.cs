using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;
using Ostrakon.Matching;
using Ostrakon.Server.Files;
using Ostrakon.Server.Hosting;

namespace Ostrakon.Server.Jobs;

/// <summary>
/// Runs jobs one after the other, each on all cores. What was queued or running when the process ended is run, from its beginning, when it
/// starts again: results appear only whole.
/// </summary>
sealed class JobRunner : BackgroundService
{
    readonly JobFolder folder;
    readonly ListsInUse lists;
    readonly TimeProvider time;
    readonly ILogger<JobRunner> log;
    readonly Channel<string> queue = Channel.CreateUnbounded<string>();
    readonly ConcurrentDictionary<string, Job> jobs;
    readonly ConcurrentDictionary<string, Run> running = new();

    public JobRunner(JobFolder folder, ListsInUse lists, TimeProvider time, ILogger<JobRunner> log)
    {
        (this.folder, this.lists, this.time, this.log) = (folder, lists, time, log);
        jobs = new(folder.Load().ToDictionary(static j => j.Id));
        foreach (var job in jobs.Values.Where(static j => j.State < JobState.Done).OrderBy(static j => j.Created)) queue.Writer.TryWrite(job.Id);
    }

    /// <summary>All jobs, the latest first.</summary>
    public IEnumerable<Job> All => jobs.Values.OrderByDescending(static j => j.Created).ThenBy(static j => j.Id, StringComparer.Ordinal);

    public Job? Find(string id) => jobs.GetValueOrDefault(id);

    /// <summary>Takes an upload in and queues it.</summary>
    public async Task<Job> AddAsync(string file, Stream upload, ScreeningOptions options, CancellationToken cancel)
    {
        var job = new Job(JobFolder.NewId(), Path.GetFileName(file), JobState.Queued, time.GetUtcNow(), options.Threshold, options.Limit, options.Lists, options.Algorithm);
        await folder.AddAsync(job, upload, cancel);
        jobs[job.Id] = job;
        queue.Writer.TryWrite(job.Id);
        return job;
    }

    /// <summary>Stops a job where it runs, and removes it with its input and results.</summary>
    public async Task RemoveAsync(Job job)
    {
        if (!jobs.TryRemove(job.Id, out _)) return;
        if (running.TryGetValue(job.Id, out var run))
        {
            await run.Stop.CancelAsync();
            await run.Ended.Task;
        }
        folder.Remove(job);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await foreach (var id in queue.Reader.ReadAllAsync(stoppingToken))
        {
            if (Find(id) is not { } job) continue;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var run = running[id] = new(stop, new(TaskCreationOptions.RunContinuationsAsynchronously));
            try { await RunAsync(job, stop.Token); }
            catch (OperationCanceledException) { }   // removed meanwhile, or run again when the server starts again
            finally
            {
                running.TryRemove(id, out _);
                run.Ended.SetResult();
            }
        }
    }

    async Task RunAsync(Job job, CancellationToken cancel)
    {
        Set(job = job with { State = JobState.Running, Started = time.GetUtcNow() });
        try
        {
            using var use = lists.Use();
            using var queries = BatchFile.Open(folder.Input(job));
            using var lines = AnswerFiles.Create(folder.Results(job, "jsonl"), use.Snapshot, header: false);
            using var table = AnswerFiles.Create(folder.Results(job, "csv"), use.Snapshot, header: false);
            var counts = await ScreenBatch.RunAsync(use.Screener, job.Options, queries, [lines, table], (share, sofar) => Set(Counted(job, share, sofar)), cancel);
            ScreenBatch.WriteMeta(folder.Results(job, "jsonl") + ".meta.json", use.Snapshot, job.Options);
            job = Counted(job, 1, counts) with { State = JobState.Done, Finished = time.GetUtcNow() };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var known = e is ListFormatException or InvalidDataException or DataFolderException or IOException;
            if (!known) log.JobFailed(e, job.Id);
            // Messages name the file where it lies here; the user knows it by its own name.
            var message = known ? e.Message.Replace(folder.Input(job), job.File, StringComparison.Ordinal) : "The server failed; its log says why.";
            job = job with { State = JobState.Failed, Finished = time.GetUtcNow(), Error = message };
        }
        folder.Save(job);
        Set(job);
    }

    static Job Counted(Job job, double share, BatchCounts counts) => job with { Progress = share, Rows = counts.Rows, Bad = counts.Bad, Hits = counts.Hits };

    /// <summary>A job that was removed meanwhile stays removed.</summary>
    void Set(Job job)
    {
        if (jobs.TryGetValue(job.Id, out var now)) jobs.TryUpdate(job.Id, job, now);
    }

    /// <summary>A job under way.</summary>
    sealed record Run(CancellationTokenSource Stop, TaskCompletionSource Ended);
}
