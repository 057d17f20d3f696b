using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Ostrakon.Lists.Archive;

namespace Ostrakon.Store.Backups;

/// <summary>
/// A backup opened for reading. Nothing in it is believed: names must be plain ones inside a folder, sizes and hashes those of the manifest, and nothing may be
/// in it that the manifest does not name. For one thread.
/// </summary>
sealed class BackupArchive : IDisposable
{
    const int MostFiles = 1_000_000, LargestManifest = 256 << 20;

    readonly string file;
    readonly ZipArchive zip;

    BackupArchive(string file)
    {
        this.file = file;
        try { zip = ZipFile.OpenRead(file); }
        catch (InvalidDataException e) { throw Refused("is no backup, or cut off", e); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw Refused($"cannot be read ({e.Message.TrimEnd('.')})", e); }
        try { Manifest = Checked(); }
        catch (Exception e)
        {
            zip.Dispose();
            if (e is InvalidDataException or JsonException or IOException) throw Refused("is no backup, or damaged", e);
            throw;
        }
    }

    public static BackupArchive Open(string file) => new(file);

    public BackupManifest Manifest { get; }

    /// <summary>Unpacks a file and checks it.</summary>
    /// <exception cref="DataFolderException">It is not what the manifest says.</exception>
    public async Task CopyAsync(BackupFile one, Stream output, CancellationToken cancel)
    {
        try
        {
            await using var input = await zip.GetEntry(one.Path)!.OpenAsync(cancel);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[1 << 16];
            var bytes = 0L;
            for (int read; (read = await input.ReadAsync(buffer, cancel)) > 0;)
            {
                if ((bytes += read) > one.Bytes) throw Refused($"{one.Path} unpacks to more than the {one.Bytes:N0} bytes that it should have");
                hash.AppendData(buffer, 0, read);
                await output.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
            if (bytes != one.Bytes || Convert.ToHexStringLower(hash.GetHashAndReset()) != one.Sha256) throw Refused($"{one.Path} is damaged: its size or sha256 is another");
        }
        catch (InvalidDataException e) { throw Refused($"{one.Path} is damaged", e); }
    }

    BackupManifest Checked()
    {
        if (zip.Entries.Count is 0 or > MostFiles) throw Refused($"has {zip.Entries.Count:N0} entries");
        if (zip.Entries.Count(static e => e.FullName == BackupManifest.EntryName) != 1 || zip.GetEntry(BackupManifest.EntryName)!.Length > LargestManifest) throw Refused("has no manifest");
        BackupManifest manifest;
        using (var entry = zip.GetEntry(BackupManifest.EntryName)!.Open()) manifest = JsonSerializer.Deserialize(entry, BackupJson.Default.BackupManifest) ?? throw Refused("has an empty manifest");
        if (manifest.Format != BackupManifest.Known) throw Refused($"is written in the form '{manifest.Format}', which this build does not read");
        var total = 0L;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);   // also on file systems that do not tell A from a
        foreach (var one in manifest.Files)
        {
            if (!IsPlain(one.Path)) throw Refused($"names a file outside of its folder, or one that not every system can hold ('{one.Path}')");
            if (!names.Add(one.Path)) throw Refused($"names {one.Path} twice");
            if (one.Bytes < 0 || (total += one.Bytes) < 0) throw Refused("names files with sizes that cannot be");
        }
        var entries = zip.Entries.Select(static e => e.FullName).Where(static n => n != BackupManifest.EntryName).ToList();
        if (entries.Count != manifest.Files.Length || entries.Any(n => !names.Contains(n)) || manifest.Files.Any(f => zip.GetEntry(f.Path) is null)) throw Refused("holds other files than its manifest names");
        return manifest;
    }

    /// <summary>Whether a path stays inside the folder on every platform.</summary>
    static bool IsPlain(string path) => path.Length is > 0 and < 1000 && path.Split('/').All(static p =>
        p.Length > 0 && p is not ("." or "..") && !p.EndsWith('.') && !p.EndsWith(' ') && p.All(static c => c >= ' ' && c is not ('\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|')));

    DataFolderException Refused(string why, Exception? cause = null) =>
        cause is null ? new(file, why, "Nothing was changed: give a whole backup.") : new(file, why, "Nothing was changed: give a whole backup.", cause);

    public void Dispose() => zip.Dispose();
}
