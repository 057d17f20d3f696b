using System.Data.Common;

namespace Ostrakon.Store.Keys;

/// <summary>The keys of a server. Safe for any number of threads.</summary>
public sealed class KeyStore(IDatabase database, TimeProvider time)
{
    /// <summary>Creates a key.</summary>
    /// <param name="name">Whose it is.</param>
    /// <param name="scopes">What it may do; at least one.</param>
    /// <param name="rate">Most requests a second; 0 = no limit.</param>
    /// <param name="cancel">Stops it before it is kept.</param>
    /// <returns>The key, and what its user has to present, which cannot be had again.</returns>
    public async Task<(ApiKey Key, string Presented)> CreateAsync(string name, Scopes scopes, int rate, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfEqual((int)scopes, 0);
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        var created = ApiKey.New(name, scopes, rate, time.GetUtcNow());
        await database.WriteAsync(c => c.ExecuteAsync(
            "insert into keys (id, name, hash, scopes, rate, created) values (@id, @name, @hash, @scopes, @rate, @created)", cancel,
            ("id", created.Key.Id), ("name", name), ("hash", created.Key.Hash.ToArray()), ("scopes", (long)scopes), ("rate", (long)rate),
            ("created", created.Key.Created.ToUnixTimeMilliseconds())), Durability.Machine, cancel);
        return created;
    }

    /// <summary>All keys, oldest first, also those that were revoked.</summary>
    public Task<List<ApiKey>> AllAsync(CancellationToken cancel) => database.ReadAsync(c => c.QueryAsync(
        "select id, name, scopes, rate, created, revoked, hash from keys order by created, id", Key, cancel), [], cancel);

    /// <summary>Revokes a key for good; false where there is none of that id that is still accepted.</summary>
    public async Task<bool> RevokeAsync(string id, CancellationToken cancel) => await database.WriteAsync(c => c.ExecuteAsync(
        "update keys set revoked = @now where id = @id and revoked is null", cancel, ("id", id), ("now", time.GetUtcNow().ToUnixTimeMilliseconds())), Durability.Machine, cancel) > 0;

    static ApiKey Key(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), (Scopes)row.GetInt64(2), (int)row.GetInt64(3), row.Time(4), row.TimeOrNull(5)) { Hash = (byte[])row.GetValue(6) };
}
