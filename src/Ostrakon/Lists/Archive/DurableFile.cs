using System.Runtime.InteropServices;

namespace Ostrakon.Lists.Archive;

/// <summary>
/// Files that survive the death of the writer and of the machine: written beside their place, forced to disk, then renamed, and the rename
/// forced to disk too. Only the holder of the <see cref="WriterLock"/> writes, so the temporary names need not differ. Where the disk is full
/// or read-only, <see cref="DataFolderException"/> says so.
/// </summary>
static partial class DurableFile
{
    const string Temporary = ".tmp";

    /// <summary>Replaces a file by what <paramref name="write"/> writes: afterwards it is the old or the new one, never a part.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="newerThan">The new file's time is made later than this, whatever the clock says: readers tell versions by it.</param>
    public static void Replace(string path, Action<Stream> write, DateTime newerThan = default)
    {
        var temporary = path + Temporary;
        Write(temporary, write);
        if (newerThan != default && File.GetLastWriteTimeUtc(temporary) <= newerThan) File.SetLastWriteTimeUtc(temporary, newerThan.AddTicks(1));
        Rename(temporary, path);
    }

    /// <summary>Gives a file that is on disk its name, in the same folder.</summary>
    public static void Rename(string temporary, string path) => Guard(path, () =>
    {
        File.Move(temporary, path, overwrite: true);
        FlushFolder(Path.GetDirectoryName(path)!);
    });

    /// <summary>Creates a folder whole: under its name it either has all its files or does not exist.</summary>
    public static void CreateFolder(string path, Action<string> fill) => Guard(path, () =>
    {
        var (parent, temporary) = (Path.GetDirectoryName(path)!, path + Temporary);
        DataFolder.CreatePrivate(parent);
        foreach (var left in Directory.EnumerateDirectories(parent, $"*{Temporary}")) Directory.Delete(left, recursive: true);   // a dead writer's
        DataFolder.CreatePrivate(temporary);
        try { fill(temporary); }
        catch { Directory.Delete(temporary, recursive: true); throw; }
        FlushFolder(temporary);
        RemoveFolder(path);
        Directory.Move(temporary, path);
        FlushFolder(parent);
    });

    /// <summary>Writes a file in a folder that nobody sees yet, and forces it to disk; leaves nothing where that fails.</summary>
    public static void Write(string path, Action<Stream> write) => Guard(path, () =>
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
            write(stream);
            stream.Flush(flushToDisk: true);
        }
        catch { File.Delete(path); throw; }
    });

    /// <summary>Removes a folder so that its name is gone at once.</summary>
    public static void RemoveFolder(string path)
    {
        if (!Directory.Exists(path)) return;
        var gone = $"{path}.{Guid.NewGuid():N}{Temporary}";
        Directory.Move(path, gone);
        Directory.Delete(gone, recursive: true);
    }

    /// <summary>Whether a name is that of something unfinished.</summary>
    public static bool IsTemporary(string path) => path.EndsWith(Temporary, StringComparison.Ordinal);

    static void Guard(string path, Action change)
    {
        try { change(); }
        // .NET raises ArgumentOutOfRangeException where a file grows beyond what the file system or the user's limit allows.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" })
        {
            throw new DataFolderException(path, $"cannot be written ({e.Message.TrimEnd('.')})", "What was in use stays in use: make room or mend the permissions, and repeat.", e);
        }
    }

    /// <summary>Forces a folder's names to disk. Windows does so by itself and lets nobody ask.</summary>
    static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        var descriptor = Open(path, 0);
        if (descriptor < 0) throw new IOException($"The folder {path} cannot be opened to be forced to disk (error {Marshal.GetLastPInvokeError()}).");
        try
        {
            // EINVAL (22): a file system that has no such call for folders, some network ones.
            if (Flush(descriptor) != 0 && Marshal.GetLastPInvokeError() is not 22 and var error)
                throw new IOException($"The folder {path} cannot be forced to disk (error {error}).");
        }
        finally { _ = Close(descriptor); }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
