using Ostrakon.Index;
using Ostrakon.Joins;

namespace Ostrakon.Lists.Archive;

/// <summary>Compiles versions into a snapshot and puts it in use. What was in use stays so until the very last step.</summary>
public static class Publication
{
    /// <summary>Puts a kept version in use and lets no later one replace it.</summary>
    /// <exception cref="DataFolderException">There is no such version, or the folder cannot be written.</exception>
    public static InUse Pin(ListArchive archive, string list, string version, WriterLock writer, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        _ = archive.Version(list, version);
        return Publish(archive, archive.InUse().With(new(list, version, Pinned: true)), writer, cancel: cancel);
    }

    /// <summary>Puts the latest version of a list in use, and every later one when it comes.</summary>
    /// <exception cref="DataFolderException">There is no version, or the folder cannot be written.</exception>
    public static InUse Unpin(ListArchive archive, string list, WriterLock writer, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        var latest = archive.Versions(list).LastOrDefault()?.Version.Version
            ?? throw new DataFolderException(list, "no version of it is kept here", "Import it first.");
        return Publish(archive, archive.InUse().With(new(list, latest, Pinned: false)), writer, cancel: cancel);
    }

    /// <summary>Compiles and commits.</summary>
    /// <param name="archive">The kept versions.</param>
    /// <param name="wanted">The versions to use.</param>
    /// <param name="writer">The right to write.</param>
    /// <param name="choices">New decisions about which entries are one party, kept with the commit; null keeps those that there are.</param>
    /// <param name="cancel">Stops before the commit.</param>
    internal static InUse Publish(
        ListArchive archive, InUse wanted, WriterLock writer, JoinChoices? choices = null, CancellationToken cancel = default)
    {
        // What the parsers of an import left is the larger part of the memory, and a compilation needs as much again.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var folder = archive.Folder;
        DataFolder.CreatePrivate(folder.Snapshots);
        var temporary = Path.Combine(folder.Snapshots, "compiled.tmp");
        var decided = choices ?? JoinChoices.Read(folder);
        using (var before = Readings(folder, wanted.Snapshot))
            DurableFile.Write(temporary, stream => Compile(archive, wanted, writer, stream, decided, before, cancel));
        using (var written = SnapshotFile.Open(temporary, static _ => false)) wanted = wanted with { Snapshot = $"{written.Content:x16}.snapshot" };
        cancel.ThrowIfCancellationRequested();
        DurableFile.Rename(temporary, Path.Combine(folder.Snapshots, wanted.Snapshot));
        choices?.Write(folder);   // before the commit: a decision without effect is taken up by the next one, a lost one is lost
        wanted.Write(folder);
        RemoveOthers(folder, wanted.Snapshot);
        return wanted;
    }

    /// <summary>The snapshot until now, to take readings over from; null where it is lost, damaged or of another build.</summary>
    static SnapshotFile? Readings(DataFolder folder, string snapshot)
    {
        if (snapshot.Length == 0) return null;
        try { return SnapshotFile.Open(Path.Combine(folder.Snapshots, snapshot), NameIndexCompiler.TakesOver); }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException) { return null; }
    }

    /// <summary>Compiles versions.</summary>
    /// <param name="archive">The kept versions.</param>
    /// <param name="wanted">Which of them.</param>
    /// <param name="writer">Where given, what had to be read again is kept.</param>
    /// <param name="output">Where the snapshot goes.</param>
    /// <param name="choices">What people decided about which entries are one party.</param>
    /// <param name="before">A compiled file to take readings over from; null = none.</param>
    /// <param name="cancel">Stops between parties.</param>
    internal static void Compile(
        ListArchive archive, InUse wanted, WriterLock? writer, Stream output, JoinChoices choices, SnapshotFile? before, CancellationToken cancel)
    {
        var lists = new EncodedEntries[wanted.Lists.Length];
        try
        {
            for (var i = 0; i < lists.Length; i++) lists[i] = archive.Open(wanted.Lists[i].List, wanted.Lists[i].Version, writer, cancel);
            SnapshotCompiler.Compile(lists, output, choices, before, cancel);
        }
        finally
        {
            foreach (var list in lists) list?.Dispose();
        }
    }

    /// <summary>Removes older snapshots and what dead writers left. A reader that has one open keeps it.</summary>
    static void RemoveOthers(DataFolder folder, string used)
    {
        foreach (var path in Directory.EnumerateFiles(folder.Snapshots).Where(p => Path.GetFileName(p) != used))
        {
            try { File.Delete(path); }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }   // Windows: still open; the next writer removes it
        }
    }
}
