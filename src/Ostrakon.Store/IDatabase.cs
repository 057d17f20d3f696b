using System.Data.Common;

namespace Ostrakon.Store;

/// <summary>
/// A database with the tables of this build. It is created and brought up to date at the first use, by whichever process comes first, and
/// any number of processes may come at once. Safe for any number of threads. Where it fails, <see cref="Lists.Archive.DataFolderException"/>
/// says what, where and what to do.
/// </summary>
public interface IDatabase : IAsyncDisposable
{
    /// <summary>Where it is, for messages; without secrets.</summary>
    string Place { get; }

    /// <summary>Reads. Nothing is created for it.</summary>
    /// <param name="work">Asks; the connection may not be kept.</param>
    /// <param name="nothing">The result where nothing has ever been stored.</param>
    /// <param name="cancel">Stops it.</param>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, T nothing, CancellationToken cancel);

    /// <summary>Writes in one transaction: all of it, or nothing. When this returns it is acknowledged.</summary>
    /// <param name="work">Writes; the connection may not be kept.</param>
    /// <param name="durability">What the write survives from then on.</param>
    /// <param name="cancel">Stops it before it is acknowledged; nothing is written then.</param>
    Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, Durability durability, CancellationToken cancel);

    /// <summary>Writes a consistent copy as a SQLite file, named <see cref="SqliteDatabase.FileName"/>, while others go on; false where nothing is stored.</summary>
    Task<bool> CopyAsync(string file, CancellationToken cancel);

    /// <summary>Gives the room of what was deleted back, and leaves no trace of it.</summary>
    Task ReclaimAsync(CancellationToken cancel);
}
