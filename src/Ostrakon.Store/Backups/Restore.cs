using Ostrakon.Lists.Archive;
using Ostrakon.Store.Screenings;

namespace Ostrakon.Store.Backups;

/// <summary>Puts a backup into a data folder: unpacked and checked beside it first, so that the folder is the old or the new one whatever happens.</summary>
public static class Restore
{
    /// <summary>Restores a backup; what it held.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="folder">Where to; nothing or an empty folder, unless replaced.</param>
    /// <param name="replace">Whether what is there goes.</param>
    /// <param name="open">Opens the store of a folder, by its settings: the records go into whichever database that is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Stops it before anything is changed.</param>
    /// <exception cref="DataFolderException">The backup is none, there is something in the folder, or a server uses it.</exception>
    public static async Task<BackupManifest> ReadAsync(string file, DataFolder folder, bool replace, Func<DataFolder, DataStore> open, TimeProvider time, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(open);
        using var backup = BackupArchive.Open(file);
        var manifest = backup.Manifest;
        if (!replace && folder.Exists() && Directory.EnumerateFileSystemEntries(folder.Root).Any())
            throw new DataFolderException(folder.Root, "is not empty", "Name another folder with --data, or replace what is in it with --replace.");
        if (ScreeningJournal.IsInUse(folder)) throw new DataFolderException(folder.Root, "is in use by a running server", "Stop it, and repeat.");
        var beside = new DataFolder(folder.Root + ".restoring");
        try
        {
            if (Directory.Exists(beside.Root)) Directory.Delete(beside.Root, recursive: true);   // of one that was cut off
            beside.Create();
            var free = new DriveInfo(beside.Root).AvailableFreeSpace;
            if (manifest.Bytes > free) throw new DataFolderException(file, $"unpacks to {manifest.Bytes:N0} bytes, and {free:N0} are free", "Nothing was changed: make room, or give another backup.");
            foreach (var one in manifest.Files)
            {
                beside.Inside(Path.GetDirectoryName(one.Path) is { Length: > 0 } inside ? inside : ".");
                await using var output = new FileStream(Path.Combine(beside.Root, one.Path), Backup.Private(FileMode.CreateNew));
                await backup.CopyAsync(one, output, cancel);
                output.Flush(flushToDisk: true);
            }
            await FillAsync(beside, replace, open, time, cancel);
            Swap(beside, folder);
            return manifest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(folder.Root, $"cannot be restored ({e.Message.TrimEnd('.')})", "What was there is there; make room or mend the permissions, and repeat.", e);
        }
        finally
        {
            if (Directory.Exists(beside.Root)) Directory.Delete(beside.Root, recursive: true);
        }
    }

    /// <summary>Moves the records into the database that the folder's settings name, where that is no file in the folder.</summary>
    static async Task FillAsync(DataFolder folder, bool replace, Func<DataFolder, DataStore> open, TimeProvider time, CancellationToken cancel)
    {
        await using var store = open(folder);
        if (store.Database is SqliteDatabase)
        {
            await store.Keys.AllAsync(cancel);   // opens it: one of a newer build is refused now
        }
        else if (File.Exists(Path.Combine(folder.Root, SqliteDatabase.FileName)))
        {
            await MoveAsync(folder, store, replace, time, cancel);
        }
        await ScreeningJournal.TakeUpAsync(folder, store.Screenings, static _ => { }, cancel);   // what was on its way when the backup was made
    }

    static async Task MoveAsync(DataFolder folder, DataStore store, bool replace, TimeProvider time, CancellationToken cancel)
    {
        await using (var from = new SqliteDatabase(folder, time))
        {
            await from.ReadAsync(c => store.Database.WriteAsync(async to =>
            {
                if (replace) await Tables.EmptyAsync(to, cancel);
                else if (await Tables.HoldAnythingAsync(to, cancel)) throw new DataFolderException(store.Database.Place, "holds records already", "Name another database, or replace them with --replace.");
                await Tables.CopyAsync(c, to, cancel);
                return true;
            }, Durability.Machine, cancel), false, cancel);
        }
        foreach (var path in Directory.GetFiles(folder.Root, SqliteDatabase.FileName + "*")) File.Delete(path);
    }

    static void Swap(DataFolder beside, DataFolder folder)
    {
        if (!folder.Exists())
        {
            Directory.Move(beside.Root, folder.Root);
            return;
        }
        var old = folder.Root + ".replaced";
        if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
        Directory.Move(folder.Root, old);
        try { Directory.Move(beside.Root, folder.Root); }
        catch
        {
            Directory.Move(old, folder.Root);
            throw;
        }
        Directory.Delete(old, recursive: true);
    }
}
