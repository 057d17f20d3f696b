using System.Data.Common;

namespace Ostrakon.Store.Screenings;

/// <summary>The log of screenings. Safe for any number of threads.</summary>
public sealed class ScreeningStore(IDatabase database, TimeProvider time)
{
    const string Columns = "id, at, asked_by, via, query, options, total, hits, answer, versions";

    /// <summary>Keeps records: all or none.</summary>
    /// <param name="records">The records.</param>
    /// <param name="cancel">Stops it before they are kept.</param>
    /// <param name="again">Whether some may be kept already, by a try whose end nobody learned.</param>
    public async Task AddAsync(IReadOnlyList<ScreeningRecord> records, CancellationToken cancel, bool again = false)
    {
        ArgumentNullException.ThrowIfNull(records);
        var ids = new Dictionary<AnswerVersions, string>(ReferenceEqualityComparer.Instance);   // the same object mostly, and an id costs a hash
        foreach (var record in records)
            if (!ids.ContainsKey(record.Versions)) ids[record.Versions] = record.Versions.Id;
        await database.WriteAsync(async c =>
        {
            foreach (var versions in ids.Keys) await versions.KeepAsync(c, time.GetUtcNow(), cancel);
            await c.ExecuteManyAsync($"insert into screenings ({Columns}) values (@id, @at, @asked_by, @via, @query, @options, @total, @hits, @answer, @versions){(again ? " on conflict (id) do nothing" : "")}", records,
                r => [("id", r.Id), ("at", r.At.ToUnixTimeMilliseconds()), ("asked_by", r.AskedBy), ("via", r.Via), ("query", r.Query), ("options", r.Options),
                    ("total", (long)r.Total), ("hits", r.Hits), ("answer", r.Answer), ("versions", ids[r.Versions])], cancel);
            return true;
        }, Durability.Machine, cancel);
    }

    /// <summary>A record; null where there is none, or none any more.</summary>
    public Task<ScreeningRecord?> FindAsync(string id, CancellationToken cancel) => database.ReadAsync(async c =>
        (await RowsAsync(c, "where id = @id", cancel, ("id", id))).FirstOrDefault(), null, cancel);

    /// <summary>The latest records, latest first.</summary>
    public Task<List<ScreeningRecord>> LatestAsync(int most, CancellationToken cancel) => database.ReadAsync(
        c => RowsAsync(c, "order by id desc limit @most", cancel, ("most", (long)most)), [], cancel);

    /// <summary>Records from the oldest on.</summary>
    /// <param name="id">The last one that was read; empty = from the beginning.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<List<ScreeningRecord>> AfterAsync(string id, int most, CancellationToken cancel) => database.ReadAsync(
        c => RowsAsync(c, "where id > @id order by id limit @most", cancel, ("id", id), ("most", (long)most)), [], cancel);

    static async Task<List<ScreeningRecord>> RowsAsync(DbConnection connection, string which, CancellationToken cancel, params (string, object?)[] parameters)
    {
        var rows = await connection.QueryAsync($"select {Columns} from screenings {which}", static r => (Record: new ScreeningRecord(
            r.GetString(0), r.Time(1), r.Text(2), r.GetString(3), r.GetString(4), r.GetString(5), (int)r.GetInt64(6), r.GetString(7), r.GetString(8), null!), Versions: r.GetString(9)), cancel, parameters);
        var versions = new Dictionary<string, AnswerVersions>(StringComparer.Ordinal);
        foreach (var id in rows.Select(static r => r.Versions).Distinct()) versions[id] = await AnswerVersions.FindAsync(connection, id, cancel);
        return rows.ConvertAll(r => r.Record with { Versions = versions[r.Versions] });
    }
}
