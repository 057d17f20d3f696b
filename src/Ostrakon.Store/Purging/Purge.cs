using System.Text;
using Ostrakon.Store.Briefs;
using Ostrakon.Store.Files;
using Ostrakon.Store.Jobs;
using Ostrakon.Store.Screenings;

namespace Ostrakon.Store.Purging;

/// <summary>How many records were removed. Immutable.</summary>
/// <param name="At">When.</param>
/// <param name="Before">All records before this moment; null = those that held a name.</param>
/// <param name="Screenings">Screenings.</param>
/// <param name="Jobs">Files of customers with their results.</param>
/// <param name="Briefs">Documents with their briefs.</param>
public sealed record PurgeRecord(DateTimeOffset At, DateTimeOffset? Before, int Screenings, int Jobs, int Briefs)
{
    /// <summary>All together.</summary>
    public int Total => Screenings + Jobs + Briefs;
}

/// <summary>
/// Removes personal data for good: the records and their traces in the file. Each purge leaves a line without personal data, so that a gap
/// explains itself. Others read and write meanwhile.
/// </summary>
public sealed class Purge(IDatabase database, FileStore files, TimeProvider time)
{
    const int Portion = 5_000;   // rows in one transaction: other writers wait no longer than that takes

    /// <summary>Removes what is older than a moment. A job counts from its end; one that has not ended stays.</summary>
    public async Task<PurgeRecord> BeforeAsync(DateTimeOffset before, CancellationToken cancel)
    {
        if (!await database.HoldsAnythingAsync(cancel)) return new(time.GetUtcNow(), before, 0, 0, 0);
        var screenings = 0;
        for (var removed = Portion; removed == Portion; screenings += removed)
        {
            removed = await database.WriteAsync(c => c.ExecuteAsync(
                "delete from screenings where id in (select id from screenings where id < @limit order by id limit @most)", cancel,
                ("limit", RecordId.From(before)), ("most", (long)Portion)), Durability.Machine, cancel);
        }
        var limit = ("before", (object?)before.ToUnixTimeMilliseconds());
        var jobs = await database.ReadAsync(c => JobStore.RowsAsync(c, "where finished < @before", cancel, limit), [], cancel);
        var briefs = await database.ReadAsync(c => c.QueryAsync("select id from briefs where created < @before", static r => r.GetString(0), cancel, limit), [], cancel);
        return await EndAsync(before, screenings, jobs, briefs, cancel);
    }

    /// <summary>Removes what holds a name, in any case of its letters: screenings that asked for it, jobs and documents in which it stands, with all else in them.</summary>
    public async Task<PurgeRecord> NamedAsync(string name, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!await database.HoldsAnythingAsync(cancel)) return new(time.GetUtcNow(), null, 0, 0, 0);
        bool Holds(string text) => text.Contains(name, StringComparison.OrdinalIgnoreCase);
        var screenings = await database.ReadAsync(c => c.QueryAsync("select id, query from screenings", r => Holds(r.GetString(1)) ? r.GetString(0) : null, cancel), [], cancel);
        var found = screenings.OfType<string>().ToList();
        foreach (var portion in found.Chunk(Portion))
        {
            await database.WriteAsync(async c =>
            {
                await c.ExecuteManyAsync("delete from screenings where id = @id", portion, static id => [("id", id)], cancel);
                return true;
            }, Durability.Machine, cancel);
        }
        var jobs = new List<JobRecord>();
        foreach (var job in await database.ReadAsync(c => JobStore.RowsAsync(c, "where finished is not null", cancel), [], cancel))
            if (await HoldsAsync(job.Input, Holds, cancel) || (job.Answer is { } answer && await HoldsAsync(answer.Lines, Holds, cancel))) jobs.Add(job);
        var briefs = await database.ReadAsync(c => c.QueryAsync("select id, json from briefs", r => Holds(Encoding.UTF8.GetString((byte[])r.GetValue(1))) ? r.GetString(0) : null, cancel), [], cancel);
        return await EndAsync(null, found.Count, jobs, [.. briefs.OfType<string>()], cancel);
    }

    /// <summary>The purges so far, latest first.</summary>
    public Task<List<PurgeRecord>> AllAsync(CancellationToken cancel) => database.ReadAsync(c => c.QueryAsync("select at, up_to, screenings, jobs, briefs from purges order by at desc",
        static r => new PurgeRecord(r.Time(0), r.TimeOrNull(1), (int)r.GetInt64(2), (int)r.GetInt64(3), (int)r.GetInt64(4)), cancel), [], cancel);

    /// <summary>The versions that records need.</summary>
    public Task<List<AnswerVersions>> VersionsAsync(CancellationToken cancel) => database.ReadAsync(c => AnswerVersions.RowsAsync(c,
        "where id in (select versions from screenings) or id in (select versions from jobs) or id in (select versions from briefs)", cancel), [], cancel);

    async Task<PurgeRecord> EndAsync(DateTimeOffset? before, int screenings, List<JobRecord> jobs, List<string> briefs, CancellationToken cancel)
    {
        var purge = new PurgeRecord(time.GetUtcNow(), before, screenings, jobs.Count, briefs.Count);
        if (purge.Total == 0) return purge;
        await database.WriteAsync(async c =>
        {
            await JobStore.RemoveAsync(c, jobs, cancel);
            foreach (var id in briefs) await BriefStore.RemoveAsync(c, id, cancel);
            return await c.ExecuteAsync("insert into purges (at, up_to, screenings, jobs, briefs) values (@at, @before, @screenings, @jobs, @briefs)", cancel,
                ("at", purge.At.ToUnixTimeMilliseconds()), ("before", before?.ToUnixTimeMilliseconds()), ("screenings", (long)screenings), ("jobs", (long)jobs.Count), ("briefs", (long)briefs.Count));
        }, Durability.Machine, cancel);
        await database.ReclaimAsync(cancel);
        return purge;
    }

    async Task<bool> HoldsAsync(StoredFile file, Func<string, bool> holds, CancellationToken cancel)
    {
        using var lines = new StreamReader(files.Open(file));
        while (await lines.ReadLineAsync(cancel) is { } line)
            if (holds(line)) return true;
        return false;
    }
}
