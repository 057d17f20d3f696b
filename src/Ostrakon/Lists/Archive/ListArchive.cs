using System.Collections.Immutable;
using Ostrakon.Index;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Archive;

/// <summary>The kept versions of all lists in a data folder. Safe for any number of threads; what writes asks for the lock.</summary>
public sealed class ListArchive
{
    readonly Func<ListSource, CancellationToken, ParsedList> parse;
    readonly Action<string> say;

    /// <summary>The archive of a folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="say">Told what was found damaged and what was done about it.</param>
    public ListArchive(DataFolder folder, Action<string> say) : this(folder, say, ListFormats.Parse) { }

    internal ListArchive(DataFolder folder, Action<string> say, Func<ListSource, CancellationToken, ParsedList> parse) =>
        (Folder, this.say, this.parse) = (folder, say, parse);

    /// <summary>The data folder.</summary>
    public DataFolder Folder { get; }

    /// <summary>What is in use. Where that file is lost or damaged, the latest version of every list, which is told.</summary>
    public InUse InUse()
    {
        try
        {
            if (Archive.InUse.Read(Folder) is { } read) return read;
            if (Lists.IsEmpty) return Archive.InUse.Nothing;
            say($"{Folder.InUse} is missing: the latest version of every list is taken, and pins are lost.");
        }
        catch (InvalidDataException e) { say($"{e.Message.TrimEnd('.')}: the latest version of every list is taken, and pins are lost."); }
        return new("", [.. Lists.Select(l => Versions(l).LastOrDefault()?.Version).OfType<ListVersion>().Select(v => new ListInUse(v.List, v.Version, false))]);
    }

    /// <summary>The lists of which versions are kept, by id.</summary>
    public ImmutableArray<string> Lists => Names(Folder.Lists);

    /// <summary>The names of a list's kept versions, unread.</summary>
    public ImmutableArray<string> VersionNames(string list) => Names(Path.Combine(Folder.Lists, list));

    /// <summary>A list's kept versions, oldest first. Damaged ones are told and left out.</summary>
    public ImmutableArray<KeptVersion> Versions(string list)
    {
        var versions = new List<KeptVersion>();
        foreach (var name in VersionNames(list))
        {
            try { versions.Add(FolderOf(list, name).Read()); }
            catch (DataFolderException e) { say(e.Message); }
        }
        return [.. versions.OrderBy(static v => v.Version.Published).ThenBy(static v => v.Version.Fetched)];
    }

    /// <summary>A kept version.</summary>
    /// <exception cref="DataFolderException">There is none of that name, or it is damaged.</exception>
    public KeptVersion Version(string list, string version)
    {
        var have = VersionNames(list);
        if (have.Contains(version, StringComparer.Ordinal)) return FolderOf(list, version).Read();
        throw new DataFolderException($"{list} {version}", "is not kept here", have.IsEmpty ? "Import it first." : $"Kept are {string.Join(", ", have)}.");
    }

    /// <summary>The entries of a kept version, with its counts as this build reads them.</summary>
    /// <param name="list">The list id.</param>
    /// <param name="version">The version's name.</param>
    /// <param name="writer">Where given, what had to be parsed again is kept.</param>
    /// <param name="cancel">Stops a parser.</param>
    /// <exception cref="DataFolderException">There is no such version, or its originals are damaged too.</exception>
    public (ListVersion Version, ImmutableArray<Entry> Entries) Load(string list, string version, WriterLock? writer = null, CancellationToken cancel = default)
    {
        using var entries = Open(list, version, writer, cancel);
        return (entries.Version, entries.All());
    }

    /// <summary>The same, not decoded yet.</summary>
    internal EncodedEntries Open(string list, string version, WriterLock? writer, CancellationToken cancel)
    {
        var kept = Version(list, version);
        var folder = FolderOf(list, version);
        try { return EncodedEntries.Open(folder.Cache); }
        catch (Exception e) when (e is InvalidDataException or FileNotFoundException)
        {
            say($"{list} {version}: reading the kept originals again ({e.Message.TrimEnd('.')}).");
        }
        var read = Parse(new(list, folder.Originals(kept, cancel), kept.Forced), cancel);
        var counted = read.Counted(kept.Version);
        if (writer is null) return EncodedEntries.InMemory(counted, read.Entries);
        DurableFile.Replace(folder.Cache, stream => read.Entries.Write(stream, counted));
        return EncodedEntries.Open(folder.Cache);
    }

    /// <summary>Keeps a version that another record refers to, whatever the retention setting says.</summary>
    /// <param name="list">The list id.</param>
    /// <param name="version">The version's name.</param>
    /// <param name="reference">Who needs it: letters, digits, dots and hyphens. The same again changes nothing.</param>
    /// <param name="writer">The right to write.</param>
    public void Hold(string list, string version, string reference, WriterLock writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _ = Version(list, version);
        var held = FolderOf(list, version).Held;
        DataFolder.CreatePrivate(held);
        DurableFile.Replace(Path.Combine(held, VersionFolder.SafeName(reference)), static _ => { });
    }

    /// <summary>Ends what <see cref="Hold"/> began.</summary>
    public void Release(string list, string version, string reference, WriterLock writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _ = Version(list, version);
        File.Delete(Path.Combine(FolderOf(list, version).Held, VersionFolder.SafeName(reference)));
    }

    /// <summary>Whether a record needs the version.</summary>
    public bool IsHeld(string list, string version) => !Names(FolderOf(list, version).Held).IsEmpty;

    internal ReadList Parse(ListSource source, CancellationToken cancel)
    {
        var parsed = RepeatedEntries.Merge(parse(source, cancel));
        return new(new(parsed.Entries), parsed.Published, parsed.Coverage, parsed.Warnings);
    }

    /// <summary>Adds a version, whole or not at all.</summary>
    internal void Keep(ListVersion version, ListSource source, ReadList read, WriterLock writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        DurableFile.CreateFolder(PathOf(version.List, version.Version), path =>
        {
            var folder = new VersionFolder(path);
            folder.Write(version, source);
            DurableFile.Write(folder.Cache, stream => read.Entries.Write(stream, version));
        });
    }

    /// <summary>Keeps the entries of a version that is kept already, where they were lost or are of another build.</summary>
    internal void KeepEntries(ListVersion version, ReadList read, WriterLock writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var place = FolderOf(version.List, version.Version).Cache;
        try { EncodedEntries.Open(place).Dispose(); }
        catch (Exception e) when (e is InvalidDataException or FileNotFoundException) { DurableFile.Replace(place, stream => read.Entries.Write(stream, version)); }
    }

    internal void Remove(string list, string version, WriterLock writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        DurableFile.RemoveFolder(PathOf(list, version));
    }

    internal VersionFolder FolderOf(string list, string version) => new(PathOf(list, version));

    string PathOf(string list, string version) => Path.Combine(Folder.Lists, list, version);

    static ImmutableArray<string> Names(string folder) => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).OfType<string>().Where(n => !DurableFile.IsTemporary(n)).Order(StringComparer.Ordinal)];
}
