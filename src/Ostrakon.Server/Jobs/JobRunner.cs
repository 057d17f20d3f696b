using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;
using Ostrakon.Matching;
using Ostrakon.Server.Files;
using Ostrakon.Server.Hosting;
using Ostrakon.Store;
using Ostrakon.Store.Jobs;
using Ostrakon.Store.Screenings;

namespace Ostrakon.Server.Jobs;

/// <summary>
/// Runs jobs one after the other, each on all cores. What was queued or running when the process ended is run, from its beginning, when it
/// starts again: results appear only whole.
/// </summary>
sealed class JobRunner(DataStore store, ListsInUse lists, TimeProvider time, ILogger<JobRunner> log) : BackgroundService
{
    readonly Channel<string> queue = Channel.CreateUnbounded<string>();
    readonly ConcurrentDictionary<string, Run> running = new();

    /// <summary>All jobs, the latest first.</summary>
    public async Task<List<Job>> AllAsync(CancellationToken cancel)
    {
        var jobs = (await store.Jobs.AllAsync(cancel)).ConvertAll(Now);
        jobs.Reverse();
        return jobs;
    }

    public async Task<Job?> FindAsync(string id, CancellationToken cancel) => await store.Jobs.FindAsync(id, cancel) is { } record ? Now(record) : null;

    /// <summary>The answers of a job that is done: JSON lines, or the table.</summary>
    public async Task<Stream> ResultsAsync(Job job, bool csv, CancellationToken cancel) => await store.Jobs.FindAsync(job.Id, cancel) is { Answer: { } answer }
        ? store.Files.Open(csv ? answer.Csv : answer.Lines)
        : throw ProblemException.NotFound("The results have been removed.");

    /// <summary>Takes an upload in and queues it; when this returns it is kept.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="upload">Its content.</param>
    /// <param name="options">How its rows are answered.</param>
    /// <param name="cancel">Stops it before it is kept.</param>
    public async Task<Job> AddAsync(string file, Stream upload, ScreeningOptions options, CancellationToken cancel)
    {
        var job = new Job(RecordId.New(time.GetUtcNow()), Path.GetFileName(file), JobState.Queued, time.GetUtcNow(), options.Threshold, options.Limit, options.Lists, options.Algorithm);
        var input = await store.Files.AddAsync(upload, cancel);
        await store.Jobs.AddAsync(new(job.Id, job.Created, null, job.Text(), input), cancel);
        queue.Writer.TryWrite(job.Id);
        return job;
    }

    /// <summary>Stops a job where it runs, and removes it with its input and results.</summary>
    public async Task RemoveAsync(Job job, CancellationToken cancel)
    {
        if (running.TryGetValue(job.Id, out var run))
        {
            await run.Stop.CancelAsync();
            await run.Ended.Task;
        }
        await store.Jobs.RemoveAsync(job.Id, cancel);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var job in await store.Jobs.AllAsync(cancellationToken))
            if (job.Finished is null) queue.Writer.TryWrite(job.Id);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await foreach (var id in queue.Reader.ReadAllAsync(stoppingToken))
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var run = new Run(stop, new(TaskCreationOptions.RunContinuationsAsynchronously));
            running[id] = run;
            try
            {
                if (await store.Jobs.FindAsync(id, stop.Token) is { Finished: null } record) await RunAsync(record, run, stop.Token);
            }
            catch (OperationCanceledException) { }   // removed meanwhile, or run again when the server starts again
            catch (DataFolderException e) { log.StoreSays($"Job {id} is run again when the server starts again: {e.Message}"); }
            finally
            {
                running.TryRemove(id, out _);
                run.Ended.SetResult();
            }
        }
    }

    async Task RunAsync(JobRecord record, Run run, CancellationToken cancel)
    {
        var job = run.Job = Job.Of(record.Record) with { State = JobState.Running, Started = time.GetUtcNow() };
        JobAnswer? answer = null;
        try
        {
            using var use = lists.Use();
            using var queries = BatchFile.Open(store.Files.Open(record.Input), job.File);
            await using var lines = await store.Files.CreateAsync(cancel);
            await using var table = await store.Files.CreateAsync(cancel);
            using var asLines = new JsonAnswerFile(lines, null);
            using var asTable = new CsvAnswerFile(table);
            var counts = await ScreenBatch.RunAsync(use.Screener, job.Options, queries, [asLines, asTable],
                (share, sofar) => run.Job = Counted(job, share, sofar), cancel);
            answer = new(await lines.EndAsync(cancel), await table.EndAsync(cancel), use.Versions);
            job = Counted(job, 1, counts) with { State = JobState.Done, Finished = time.GetUtcNow() };
        }
        catch (Exception e) when (e is not (OperationCanceledException or DataFolderException))
        {
            var known = e is ListFormatException or InvalidDataException or IOException;
            if (!known) log.JobFailed(e, job.Id);
            job = job with { State = JobState.Failed, Finished = time.GetUtcNow(), Error = known ? e.Message : "The server failed; its log says why." };
        }
        await store.Jobs.EndAsync(job.Id, job.Text(), answer, cancel);
    }

    static Job Counted(Job job, double share, BatchCounts counts) => job with { Progress = share, Rows = counts.Rows, Bad = counts.Bad, Hits = counts.Hits };

    /// <summary>The job as it stands: while it runs, its progress is here.</summary>
    Job Now(JobRecord record) => record.Finished is null && running.TryGetValue(record.Id, out var run) && run.Job is { } job ? job : Job.Of(record.Record);

    /// <summary>A job under way.</summary>
    sealed class Run(CancellationTokenSource stop, TaskCompletionSource ended)
    {
        volatile Job? job;

        public CancellationTokenSource Stop => stop;
        public TaskCompletionSource Ended => ended;
        public Job? Job { get => job; set => job = value; }
    }
}
