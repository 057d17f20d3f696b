using Ostrakon.Lists.Archive;
using Ostrakon.Store.Briefs;
using Ostrakon.Store.Files;
using Ostrakon.Store.Jobs;
using Ostrakon.Store.Keys;
using Ostrakon.Store.Purging;
using Ostrakon.Store.Screenings;

namespace Ostrakon.Store;

/// <summary>
/// What a server keeps beside the lists: keys, the log of screenings, jobs with their files, documents with their briefs. Safe for any number of threads
/// and processes. What returns is acknowledged: it survives whatever becomes of the process.
/// </summary>
public sealed class DataStore : IAsyncDisposable
{
    /// <summary>The environment variable that holds a connection string of PostgreSQL.</summary>
    public const string Variable = "OSTRAKON_STORE";

    /// <summary>A store in this database.</summary>
    public DataStore(IDatabase database, TimeProvider time)
    {
        Database = database;
        Files = new(database, time);
        Keys = new(database, time);
        Screenings = new(database, time);
        Jobs = new(database, time);
        Briefs = new(database);
        Purge = new(database, Files, time);
    }

    /// <summary>Where everything lies.</summary>
    public IDatabase Database { get; }

    /// <summary>The keys.</summary>
    public KeyStore Keys { get; }

    /// <summary>The log of screenings.</summary>
    public ScreeningStore Screenings { get; }

    /// <summary>The content of files.</summary>
    public FileStore Files { get; }

    /// <summary>Files of customers and their results.</summary>
    public JobStore Jobs { get; }

    /// <summary>Documents and their briefs.</summary>
    public BriefStore Briefs { get; }

    /// <summary>The removal of personal data.</summary>
    public Purge Purge { get; }

    /// <summary>The store of a data folder: SQLite inside it, or the PostgreSQL database that <see cref="Variable"/> or the folder's settings name.</summary>
    public static DataStore Of(DataFolder folder, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var connection = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : FolderSettings.Read(folder).Store;
        return new(string.IsNullOrEmpty(connection) ? new SqliteDatabase(folder, time) : new PostgresDatabase(connection, time), time);
    }

    /// <summary>Ends all connections.</summary>
    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
