using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ostrakon.Store.Screenings;

/// <summary>What answers: the same again, and the same question, give the same answer to the byte. Immutable.</summary>
/// <param name="Engine">The engine's version.</param>
/// <param name="Config">The hash of its weights and tables.</param>
/// <param name="Lists">The list versions, as JSON: <c>[{"id","version","sha256"}]</c>.</param>
/// <param name="Joins">What people decided about which entries are one party, as the file <c>joins</c> holds it.</param>
public sealed record AnswerVersions(string Engine, string Config, string Lists, string Joins)
{
    /// <summary>Made of the content: equal versions have equal ids.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', Engine, Config, Lists, Joins))).AsSpan(0, 16));

    /// <summary>What <see cref="Lists"/> says.</summary>
    public IReadOnlyList<(string List, string Version, string Sha256)> ListVersions()
    {
        using var json = JsonDocument.Parse(Lists);
        return [.. json.RootElement.EnumerateArray().Select(static l => (l.GetProperty("id").GetString()!, l.GetProperty("version").GetString()!, l.GetProperty("sha256").GetString()!))];
    }

    /// <summary>Keeps them once.</summary>
    internal Task KeepAsync(DbConnection connection, DateTimeOffset now, CancellationToken cancel) => connection.ExecuteAsync(
        "insert into versions (id, engine, config, lists, joins, first_used) values (@id, @engine, @config, @lists, @joins, @now) on conflict (id) do nothing", cancel,
        ("id", Id), ("engine", Engine), ("config", Config), ("lists", Lists), ("joins", Joins), ("now", now.ToUnixTimeMilliseconds()));

    /// <summary>The versions of an id, which some record holds.</summary>
    internal static async Task<AnswerVersions> FindAsync(DbConnection connection, string id, CancellationToken cancel) =>
        (await RowsAsync(connection, "where id = @id", cancel, ("id", id)))[0];

    internal static Task<List<AnswerVersions>> RowsAsync(DbConnection connection, string which, CancellationToken cancel, params (string, object?)[] parameters) =>
        connection.QueryAsync($"select engine, config, lists, joins from versions {which}",
            static r => new AnswerVersions(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3)), cancel, parameters);
}
