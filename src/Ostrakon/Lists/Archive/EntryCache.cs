using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ostrakon.Index;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Archive;

/// <summary>
/// The parsed entries of one version in compact form, so that importing one list does not read all others again. It belongs to the build
/// that wrote it: another build's parsers may read more, so it goes back to the originals.
/// </summary>
static class EntryCache
{
    public static void Write(Stream stream, ListVersion version, ImmutableArray<Entry> entries)
    {
        var builder = new SnapshotBuilder();
        var writer = new EntryWriter();
        ListVersionCodec.Write(writer, version);
        foreach (var entry in entries) writer.Write(entry);
        writer.AddTo(builder, "entries");
        builder.Write(stream);
    }

    /// <exception cref="InvalidDataException">Damaged, or written by another build.</exception>
    public static (ListVersion Version, ImmutableArray<Entry> Entries) Read(string path)
    {
        using var file = SnapshotFile.Open(path);
        var reader = new EntryReader(file, "entries", 0, new string?[file.Section<int>("pool.at").Length]);
        var version = ListVersionCodec.Read(ref reader);
        var entries = new Entry[version.Entries];
        for (var i = 0; i < entries.Length; i++) entries[i] = reader.Entry();
        return (version, ImmutableCollectionsMarshal.AsImmutableArray(entries));
    }
}
