using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Ostrakon.Lists.Archive;

namespace Ostrakon.Store.Backups;

/// <summary>
/// Writes everything that is kept into one zip file while a server goes on: the data folder without what can be compiled again, and the records of the store
/// as a SQLite file, whichever database they lie in. It has its name only once it was read back and every hash was right.
/// </summary>
public static class Backup
{
    /// <summary>Writes a backup.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="store">Its store.</param>
    /// <param name="file">Where to; must not exist.</param>
    /// <param name="writer">Holds imports off meanwhile: records and the list versions that they name belong together.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Stops it; nothing is left.</param>
    /// <exception cref="DataFolderException">It cannot be written, or the folder cannot be read.</exception>
    public static async Task<BackupManifest> WriteAsync(DataFolder folder, DataStore store, string file, WriterLock writer, TimeProvider time, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(time);
        file = Path.GetFullPath(file);
        if (file.StartsWith(folder.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new DataFolderException(file, "lies in the data folder itself", "Name a place outside, on another disk at best.");
        if (Path.Exists(file)) throw new DataFolderException(file, "exists already", "Name another file, or remove it.");
        var (part, work) = (file + ".part", file + ".work");
        try
        {
            new DataFolder(work).Create();
            var files = ImmutableArray.CreateBuilder<BackupFile>();
            await using (var output = new FileStream(part, Private(FileMode.Create)))
            {
                await using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
                {
                    // The journal before the store: a screening that moves over meanwhile is in both, never in neither.
                    foreach (var path in Journal(folder)) await AddAsync(zip, files, folder.Root, path, cancel);
                    if (await store.Database.CopyAsync(Path.Combine(work, SqliteDatabase.FileName), cancel))
                        await AddAsync(zip, files, work, Path.Combine(work, SqliteDatabase.FileName), cancel);
                    foreach (var path in Kept(folder)) await AddAsync(zip, files, folder.Root, path, cancel);
                    var manifest = new BackupManifest(BackupManifest.Known, EngineVersion.Engine, time.GetUtcNow(), store.Database is SqliteDatabase ? "sqlite" : "postgresql", files.ToImmutable());
                    await using var entry = await zip.CreateEntry(BackupManifest.EntryName).OpenAsync(cancel);
                    await JsonSerializer.SerializeAsync(entry, manifest, BackupJson.Default.BackupManifest, cancel);
                }
                output.Flush(flushToDisk: true);
            }
            using var written = BackupArchive.Open(part);
            foreach (var one in written.Manifest.Files) await written.CopyAsync(one, Stream.Null, cancel);
            File.Move(part, file);
            return written.Manifest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(file, $"cannot be written ({e.Message.TrimEnd('.')})", "Make room or name another place; the data folder is as it was.", e);
        }
        finally
        {
            File.Delete(part);
            if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
        }
    }

    static string[] Journal(DataFolder folder) =>
        Path.Combine(folder.Root, Screenings.JournalFile.FolderName) is var journal && Directory.Exists(journal) ? Directory.GetFiles(journal) : [];

    /// <summary>What cannot be had again: not the compiled snapshots and entries, nothing unfinished, no locks; the store and the journal are taken otherwise.</summary>
    static IEnumerable<string> Kept(DataFolder folder) => Directory.EnumerateFiles(folder.Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
        .Where(path =>
        {
            var parts = Path.GetRelativePath(folder.Root, path).Split(Path.DirectorySeparatorChar);
            return parts is not ([Screenings.JournalFile.FolderName or "snapshots", ..] or ["lists", _, _, "entries"] or ["lock" or "lock.owner"])
                && !(parts.Length == 1 && parts[0].StartsWith(SqliteDatabase.FileName, StringComparison.Ordinal)) && !parts.Any(static p => p.EndsWith(".tmp", StringComparison.Ordinal));
        })
        .Order(StringComparer.Ordinal);

    /// <summary>Adds a file as it is now; one that is gone by now is none.</summary>
    static async Task AddAsync(ZipArchive zip, ImmutableArray<BackupFile>.Builder files, string root, string path, CancellationToken cancel)
    {
        FileStream input;
        try { input = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete); }
        catch (FileNotFoundException) { return; }
        await using (input)
        {
            var name = Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
            await using var entry = await zip.CreateEntry(name, name.EndsWith(".gz", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Fastest).OpenAsync(cancel);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[1 << 16];
            var bytes = 0L;
            for (int read; (read = await input.ReadAsync(buffer, cancel)) > 0; bytes += read)
            {
                hash.AppendData(buffer, 0, read);
                await entry.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
            files.Add(new(name, bytes, Convert.ToHexStringLower(hash.GetHashAndReset())));
        }
    }

    /// <summary>A file for this user only: it holds customers' names and keys' hashes.</summary>
    internal static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
