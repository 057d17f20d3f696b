using System.Data.Common;
using Ostrakon.Store.Files;
using Ostrakon.Store.Screenings;

namespace Ostrakon.Store.Jobs;

/// <summary>A file of customers with what became of it, as it is kept. Immutable.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="Created">When it was uploaded.</param>
/// <param name="Finished">When it ended; null before.</param>
/// <param name="Record">The job as the server writes it.</param>
/// <param name="Input">The uploaded file.</param>
public sealed record JobRecord(string Id, DateTimeOffset Created, DateTimeOffset? Finished, string Record, StoredFile Input)
{
    /// <summary>The answers; null where it failed or has not ended.</summary>
    public JobAnswer? Answer { get; init; }
}

/// <summary>The answers of a job. Immutable.</summary>
/// <param name="Lines">As JSON lines; its hash is what a replay compares.</param>
/// <param name="Csv">The same as a table.</param>
/// <param name="Versions">What answered.</param>
public sealed record JobAnswer(StoredFile Lines, StoredFile Csv, AnswerVersions Versions);

/// <summary>Jobs with their files. Safe for any number of threads.</summary>
public sealed class JobStore(IDatabase database, TimeProvider time)
{
    /// <summary>Keeps a new job; from then on its input is kept with it.</summary>
    public Task AddAsync(JobRecord job, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(job);
        return database.WriteAsync(async c =>
        {
            await FileStore.CompleteAsync(c, job.Input, cancel);
            return await c.ExecuteAsync("insert into jobs (id, created, record, input) values (@id, @created, @record, @input)", cancel,
                ("id", job.Id), ("created", job.Created.ToUnixTimeMilliseconds()), ("record", job.Record), ("input", job.Input.Id));
        }, Durability.Machine, cancel);
    }

    /// <summary>Keeps how a job ended, with its answers; false where it was removed meanwhile or has ended already, and then these answers are removed.</summary>
    public Task<bool> EndAsync(string id, string record, JobAnswer? answer, CancellationToken cancel) => database.WriteAsync(async c =>
    {
        if (answer is not null)
        {
            await FileStore.CompleteAsync(c, answer.Lines, cancel);
            await FileStore.CompleteAsync(c, answer.Csv, cancel);
            await answer.Versions.KeepAsync(c, time.GetUtcNow(), cancel);
        }
        var kept = await c.ExecuteAsync("update jobs set record = @record, finished = @now, lines = @lines, csv = @csv, answer = @answer, versions = @versions where id = @id and finished is null", cancel,
            ("id", id), ("record", record), ("now", time.GetUtcNow().ToUnixTimeMilliseconds()),
            ("lines", answer?.Lines.Id), ("csv", answer?.Csv.Id), ("answer", answer?.Lines.Sha256), ("versions", answer?.Versions.Id)) > 0;
        if (!kept && answer is not null) await FileStore.RemoveAsync(c, [answer.Lines.Id, answer.Csv.Id], cancel);
        return kept;
    }, Durability.Machine, cancel);

    /// <summary>All jobs, oldest first.</summary>
    public Task<List<JobRecord>> AllAsync(CancellationToken cancel) => database.ReadAsync(c => RowsAsync(c, "order by created, id", cancel), [], cancel);

    /// <summary>A job; null where there is none, or none any more.</summary>
    public Task<JobRecord?> FindAsync(string id, CancellationToken cancel) => database.ReadAsync(
        async c => (await RowsAsync(c, "where id = @id", cancel, ("id", id))).FirstOrDefault(), null, cancel);

    /// <summary>Removes a job with all its files.</summary>
    public Task RemoveAsync(string id, CancellationToken cancel) => database.WriteAsync(async c =>
    {
        await RemoveAsync(c, await RowsAsync(c, "where id = @id", cancel, ("id", id)), cancel);
        return true;
    }, Durability.Machine, cancel);

    internal static async Task RemoveAsync(DbConnection connection, IEnumerable<JobRecord> jobs, CancellationToken cancel)
    {
        foreach (var job in jobs)
        {
            await connection.ExecuteAsync("delete from jobs where id = @id", cancel, ("id", job.Id));
            await FileStore.RemoveAsync(connection, job.Answer is { } answer ? [job.Input.Id, answer.Lines.Id, answer.Csv.Id] : [job.Input.Id], cancel);
        }
    }

    internal static async Task<List<JobRecord>> RowsAsync(DbConnection connection, string which, CancellationToken cancel, params (string, object?)[] parameters)
    {
        var rows = await connection.QueryAsync($"select id, created, finished, record, input, lines, csv, versions from jobs {which}", static r => (
            Id: r.GetString(0), Created: r.Time(1), Finished: r.TimeOrNull(2), Record: r.GetString(3), Input: r.GetString(4), Lines: r.Text(5), Csv: r.Text(6), Versions: r.Text(7)), cancel, parameters);
        var jobs = new List<JobRecord>(rows.Count);
        foreach (var row in rows)
        {
            jobs.Add(new(row.Id, row.Created, row.Finished, row.Record, await FileAsync(connection, row.Input, cancel))
            {
                Answer = row.Versions is null ? null
                    : new(await FileAsync(connection, row.Lines!, cancel), await FileAsync(connection, row.Csv!, cancel), await AnswerVersions.FindAsync(connection, row.Versions, cancel)),
            });
        }
        return jobs;
    }

    static async Task<StoredFile> FileAsync(DbConnection connection, string id, CancellationToken cancel) => (await FileStore.FindAsync(connection, id, cancel))!;   // whole since the record took it up
}
