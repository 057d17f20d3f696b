using System.Data.Common;
using Microsoft.Data.Sqlite;
using Ostrakon.Lists.Archive;
using Ostrakon.Store.Migrations;

namespace Ostrakon.Store;

/// <summary>
/// A SQLite file in write-ahead mode: readers never wait for the writer. One connection of this process writes, one piece of work after the
/// other; other processes take turns with it.
/// </summary>
public sealed class SqliteDatabase : IDatabase
{
    /// <summary>How long one process waits for another to finish its write, in milliseconds.</summary>
    const int Patience = 20_000;

    /// <summary>From how many bytes of log on its pages are moved into the file.</summary>
    const long LongLog = 16 << 20;

    readonly DataFolder folder;
    readonly TimeProvider time;
    readonly string path, connectionString;
    readonly SemaphoreSlim writing = new(1, 1);
    SqliteConnection? writer;
    bool waitsForDisk;
    volatile bool ready;
    Task moving = Task.CompletedTask;

    /// <summary>The file <c>store.db</c> of a data folder; it is created by the first write.</summary>
    public SqliteDatabase(DataFolder folder, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(folder);
        (this.folder, this.time) = (folder, time);
        path = Path.Combine(folder.Root, FileName);
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = Patience / 1000 }.ToString();
    }

    /// <summary>The file's name in the data folder; beside it lie, while it is open, its log and an index of that.</summary>
    public const string FileName = "store.db";

    /// <inheritdoc/>
    public string Place => path;

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, T nothing, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (!ready)
        {
            if (!File.Exists(path)) return nothing;
            await WriteAsync(static _ => Task.FromResult(true), Durability.Process, cancel);   // brings the tables up to date
        }
        try
        {
            await using var connection = Open();
            return await work(connection);
        }
        catch (SqliteException e) { throw Explained(e); }
    }

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, Durability durability, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        await writing.WaitAsync(cancel);
        try
        {
            var connection = writer ??= await OpenWriterAsync(cancel);
            if (waitsForDisk != (durability == Durability.Machine))
            {
                waitsForDisk = durability == Durability.Machine;
                Run(connection, waitsForDisk ? "pragma synchronous = full" : "pragma synchronous = normal");
            }
            T result;
            using (var transaction = connection.BeginTransaction())
            {
                result = await work(connection);
                transaction.Commit();
            }
            if (moving.IsCompleted && new FileInfo(path + "-wal") is { Exists: true, Length: > LongLog }) moving = Task.Run(MoveLogAsync, CancellationToken.None);
            return result;
        }
        catch (SqliteException e) { throw Explained(e); }
        finally { writing.Release(); }
    }

    /// <inheritdoc/>
    public async Task<bool> CopyAsync(string file, CancellationToken cancel)
    {
        if (!File.Exists(path)) return false;
        try
        {
            await using var from = Open();
            await using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
            to.Open();
            from.BackupDatabase(to);
            return true;
        }
        catch (SqliteException e) { throw Explained(e); }
    }

    /// <inheritdoc/>
    public async Task ReclaimAsync(CancellationToken cancel)
    {
        if (!File.Exists(path)) return;
        await WriteAsync(static _ => Task.FromResult(true), Durability.Machine, cancel);
        await writing.WaitAsync(cancel);
        try
        {
            await using (var command = writer!.CreateCommand())
            {
                command.CommandText = "pragma incremental_vacuum";
                await using var pages = await command.ExecuteReaderAsync(cancel);
                while (await pages.ReadAsync(cancel)) { }   // a page a row
            }
            Run(writer!, "pragma wal_checkpoint(truncate)");   // the log holds what was deleted
        }
        catch (SqliteException e) { throw Explained(e); }
        finally { writing.Release(); }
    }

    async Task<SqliteConnection> OpenWriterAsync(CancellationToken cancel)
    {
        if (!File.Exists(path))
        {
            folder.Create();
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            try { await new FileStream(path, options).DisposeAsync(); }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new DataFolderException(path, $"cannot be written ({e.Message.TrimEnd('.')})", "Check the disk and the folder's permissions.", e);
            }
        }
        var connection = Open();
        try
        {
            Run(connection, "pragma auto_vacuum = incremental");   // heeded only before the first table
            await BeginLogAsync(connection, cancel);
            Run(connection, "pragma wal_autocheckpoint = 0; pragma secure_delete = on; pragma foreign_keys = on; pragma synchronous = full");
            waitsForDisk = true;
            using var transaction = connection.BeginTransaction();   // immediate: one process at a time
            await Migration.ApplyAsync(connection, Migration.All(Migration.Sqlite), path, time.GetUtcNow(), cancel);
            transaction.Commit();
            ready = true;
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Turning to write-ahead mode does not wait for other processes that do the same: it is asked again.</summary>
    async Task BeginLogAsync(SqliteConnection connection, CancellationToken cancel)
    {
        for (var began = time.GetTimestamp(); ;)
        {
            try
            {
                Run(connection, "pragma journal_mode = wal");
                return;
            }
            catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6 && time.GetElapsedTime(began).TotalMilliseconds < Patience)   // SQLITE_BUSY, SQLITE_LOCKED
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), time, cancel);
            }
        }
    }

    /// <summary>
    /// Moves the log's pages into the file: most of them while writes go on, so that the second time, when they wait, little is left and the
    /// log can begin anew.
    /// </summary>
    async Task MoveLogAsync()
    {
        const string Move = "pragma wal_checkpoint(passive)";
        try
        {
            await using (var connection = Open()) Run(connection, Move);
            await writing.WaitAsync();
            try { if (writer is not null) Run(writer, Move); }
            finally { writing.Release(); }
        }
        catch (SqliteException) { }   // nothing is lost: the log is longer until the next time
    }

    /// <summary>A connection that waits for other processes in all that it does: the library itself waits only when it runs a command, not when it copies.</summary>
    SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            Run(connection, $"pragma busy_timeout = {Patience}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    DataFolderException Explained(SqliteException e) => e.SqliteErrorCode switch
    {
        11 or 26 => new(path, $"is damaged ({e.Message.TrimEnd('.')})", "Restore a backup (ostrakon restore), or move the file away to begin with an empty one.", e),
        13 or 10 or 8 or 14 => new(path, $"cannot be written or read ({e.Message.TrimEnd('.')})", "Make room or mend the permissions, and repeat.", e),
        5 or 6 => new(path, "another process is writing it and does not end", "Repeat when it is done.", e),
        _ => new(path, $"failed ({e.Message.TrimEnd('.')})", "Repeat; if it stays, restore a backup.", e),
    };

    /// <summary>Ends all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await moving;
        await writing.WaitAsync();
        if (writer is not null)
        {
            await writer.DisposeAsync();
            writer = null;
        }
        writing.Release();
        using var any = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(any);
    }
}
