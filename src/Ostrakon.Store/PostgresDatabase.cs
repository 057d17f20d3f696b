using System.Data;
using System.Data.Common;
using Npgsql;
using Ostrakon.Lists.Archive;
using Ostrakon.Store.Migrations;

namespace Ostrakon.Store;

/// <summary>A database on a PostgreSQL server, 13 or later.</summary>
public sealed class PostgresDatabase : IDatabase
{
    /// <summary>Held while tables are made: any number, as long as nobody else uses it in this database.</summary>
    const long MigrationLock = 0x6F73_7472_616B_6F6E;

    readonly NpgsqlDataSource source;
    readonly TimeProvider time;
    readonly SemaphoreSlim migrating = new(1, 1);
    volatile bool ready;

    /// <summary>A database by its connection string, as Npgsql reads it: <c>Host=...;Database=...;Username=...;Password=...</c>.</summary>
    /// <exception cref="DataFolderException">The string is none.</exception>
    public PostgresDatabase(string connectionString, TimeProvider time)
    {
        this.time = time;
        try
        {
            var builder = new NpgsqlSlimDataSourceBuilder(connectionString);
            builder.EnableTransportSecurity();
            var settings = builder.ConnectionStringBuilder;
            settings.ApplicationName ??= "ostrakon";
            if (settings.MaxAutoPrepare == 0) settings.MaxAutoPrepare = 50;
            Place = $"PostgreSQL database {settings.Database ?? settings.Username} at {settings.Host}";
            source = builder.Build();
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new DataFolderException("store", $"the connection string cannot be read ({e.Message.TrimEnd('.')})", "Write Host=...;Database=...;Username=...;Password=...", e);
        }
    }

    /// <inheritdoc/>
    public string Place { get; }

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, T nothing, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await using var connection = await OpenAsync(cancel);
            return await work(connection);
        }
        catch (NpgsqlException e) { throw Explained(e); }
    }

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, Durability durability, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await using var connection = await OpenAsync(cancel);
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            if (durability == Durability.Process) await connection.ExecuteAsync("set local synchronous_commit = off", cancel);
            var result = await work(connection);
            await transaction.CommitAsync(cancel);
            return result;
        }
        catch (NpgsqlException e) { throw Explained(e); }
    }

    /// <inheritdoc/>
    public Task<bool> CopyAsync(string file, CancellationToken cancel) => ReadAsync(async from =>
    {
        await using var moment = await from.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await using var copy = new SqliteDatabase(new DataFolder(Path.GetDirectoryName(file)!), time);
        return await copy.WriteAsync(async to =>
        {
            await Tables.CopyAsync(from, to, cancel);
            return true;
        }, Durability.Machine, cancel);
    }, false, cancel);

    /// <inheritdoc/>
    public async Task ReclaimAsync(CancellationToken cancel)
    {
        try
        {
            await using var connection = await OpenAsync(cancel);
            await connection.ExecuteAsync("vacuum screenings, file_parts, files, jobs, briefs", cancel);
        }
        catch (NpgsqlException e) { throw Explained(e); }
    }

    async Task<NpgsqlConnection> OpenAsync(CancellationToken cancel)
    {
        if (!ready) await MigrateAsync(cancel);
        return await source.OpenConnectionAsync(cancel);
    }

    async Task MigrateAsync(CancellationToken cancel)
    {
        await migrating.WaitAsync(cancel);
        try
        {
            if (ready) return;
            await using var connection = await source.OpenConnectionAsync(cancel);
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            await connection.ExecuteAsync($"select pg_advisory_xact_lock({MigrationLock})", cancel);
            await Migration.ApplyAsync(connection, Migration.All(Migration.Postgres), Place, time.GetUtcNow(), cancel);
            await transaction.CommitAsync(cancel);
            ready = true;
        }
        finally { migrating.Release(); }
    }

    DataFolderException Explained(NpgsqlException e) => e is PostgresException { SqlState: { } state } refused
        ? new(Place, $"refused ({state}: {refused.MessageText.TrimEnd('.')})", "Check the database, the user and its rights.", e)
        : new(Place, $"cannot be reached ({e.Message.TrimEnd('.')})", "Check the connection string and whether the server runs.", e);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => source.DisposeAsync();
}
