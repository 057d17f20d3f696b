using System.Collections.Immutable;
using System.Globalization;
using Ostrakon.Joins;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;
using Ostrakon.Lists.Starter;
using Ostrakon.Parties;

namespace Ostrakon.Index;

/// <summary>
/// The snapshot in use of a data folder, kept up to date: who asks for it costs one look at the time of one file, and whoever sees it
/// changed opens the new snapshot while all others go on with the old one. Safe for any number of threads; nobody ever waits for a writer.
/// </summary>
public sealed class SnapshotSource : IDisposable
{
    readonly ListArchive archive;
    readonly Action<string> say;
    readonly TimeProvider time;
    readonly TimeSpan wait;
    readonly Lock opening = new();
    SharedSnapshot shared;
    long stamp;

    SnapshotSource(ListArchive archive, Func<ParsedList> starter, Action<string> say, TimeProvider time, TimeSpan wait)
    {
        (this.archive, this.say, this.time, this.wait) = (archive, say, time, wait);
        stamp = InUse.Stamp(archive.Folder).Ticks;
        shared = new(OpenInUse() ?? Compiled(output => SnapshotCompiler.Compile([Starter(starter())], output)));
    }

    /// <summary>
    /// Opens what is in use; the built-in starter list where nothing was imported. A damaged snapshot is compiled again from the kept
    /// versions, which takes seconds.
    /// </summary>
    /// <param name="folder">The data folder; it is not created.</param>
    /// <param name="say">Told what was found damaged and what was done about it.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="DataFolderException">The folder cannot be read, or kept versions are damaged too.</exception>
    public static SnapshotSource Open(DataFolder folder, Action<string> say, TimeProvider time) =>
        Open(new ListArchive(folder, say), StarterList.Parse, say, time, TimeSpan.FromSeconds(30));

    internal static SnapshotSource Open(ListArchive archive, Func<ParsedList> starter, Action<string> say, TimeProvider time, TimeSpan wait) =>
        new(archive, starter, say, time, wait);

    /// <summary>The right to use the snapshot that is in use now. Dispose it when the answer is complete.</summary>
    public SnapshotLease Lease()
    {
        if (InUse.Stamp(archive.Folder).Ticks is var now && now != Volatile.Read(ref stamp)) Refresh(now);
        while (true)
            if (Volatile.Read(ref shared) is var current && current.TryUse()) return new(current);
    }

    void Refresh(long now)
    {
        if (!opening.TryEnter()) return;   // another thread is at it
        try
        {
            if (now == stamp) return;
            Volatile.Write(ref stamp, now);
            if (TryOpen(archive.InUse(), out var damage) is { } opened)
            {
                var old = shared;
                Volatile.Write(ref shared, new(opened));
                old.Release();
            }
            // A running process keeps what it has. Only a starting one compiles: else two builds on one folder would do so in turn for ever.
            else say($"The snapshot before stays in use here: {damage}");
        }
        catch (Exception e) when (e is IOException or DataFolderException or UnauthorizedAccessException)
        {
            say($"The snapshot before stays in use here: {e.Message}");
        }
        finally { opening.Exit(); }
    }

    Snapshot? OpenInUse()
    {
        var inUse = archive.InUse();
        if (inUse.Lists.IsEmpty) return null;
        if (TryOpen(inUse, out var damage) is { } opened) return opened;
        say($"Compiling the lists in use again: {damage}");
        try
        {
            using var writer = WriterLock.Take(archive.Folder, "compiling the lists in use", wait, say, time);
            inUse = archive.InUse();
            if (TryOpen(inUse, out _) is { } others) return others;   // compiled by another process meanwhile
            if (TryOpen(Publication.Publish(archive, inUse, writer), out _) is { } again) return again;
        }
        catch (Exception e) when (e is DataFolderException or IOException or UnauthorizedAccessException)
        {
            say($"What was compiled cannot be kept and is used from memory: {e.Message}");
        }
        return Compiled(output => Publication.Compile(archive, inUse, writer: null, output, JoinChoices.Read(archive.Folder), before: null, CancellationToken.None));
    }

    Snapshot? TryOpen(InUse inUse, out string damage)
    {
        damage = "the file that names the snapshot in use was lost.";
        if (inUse.Snapshot.Length == 0) return null;
        try { return Snapshot.Open(Path.Combine(archive.Folder.Snapshots, inUse.Snapshot)); }
        catch (Exception e) when (e is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            damage = e.Message;
            return null;
        }
    }

    /// <summary>The lists as they were: kept versions, with the join decisions of then, compiled in memory. Takes seconds. Dispose it at the end.</summary>
    /// <param name="archive">The kept versions.</param>
    /// <param name="lists">Which, in the order in which the answer names them.</param>
    /// <param name="choices">The decisions.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="DataFolderException">A version is not kept any more.</exception>
    public static Snapshot Past(ListArchive archive, IEnumerable<(string List, string Version)> lists, JoinChoices choices, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return Compiled(output => SnapshotCompiler.Compile(
            [.. lists.Select(l => l.List == StarterList.Id ? Starter(StarterList.Parse()) : archive.Load(l.List, l.Version, cancel: cancel))], output, choices, cancel));
    }

    static Snapshot Compiled(Action<Stream> compile)
    {
        using var memory = new MemoryStream();
        compile(memory);
        return Snapshot.FromBytes(memory.GetBuffer().AsSpan(0, (int)memory.Length));
    }

    static (ListVersion Version, ImmutableArray<Entry> Entries) Starter(ParsedList parsed)
    {
        var date = parsed.Published ?? default;
        var name = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (new(StarterList.Id, name, date, "file", new(date, default, default), KeptVersion.HashOf([StarterList.File()]), parsed.Entries.Length,
            parsed.Entries.Sum(static e => e.Names.Length), parsed.Coverage, []), parsed.Entries);
    }

    /// <summary>Lets go of the snapshot; it is unmapped when the last lease ends.</summary>
    public void Dispose() => shared.Release();
}
