using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ostrakon.Lists;
using Ostrakon.Parties;

namespace Ostrakon.Index;

/// <summary>
/// The entries of one version of a list in compact form, read in place: what is kept beside the originals, so that importing one list does not
/// read all others again, and what snapshots are compiled from. It belongs to the build that wrote it: another build's parsers may read more, so
/// it goes back to the originals. Safe for any number of threads.
/// </summary>
sealed class EncodedEntries : IDisposable
{
    const string Records = "entries", At = "entries.at";
    readonly SnapshotFile file;

    EncodedEntries(SnapshotFile file)
    {
        this.file = file;
        Count = file.Section<int>(At).Length - 1;
        var reader = new EntryReader(file, Records, file.Section<int>(At)[Count]);
        Version = ListVersionCodec.Read(ref reader);
    }

    /// <summary>The version, with its counts.</summary>
    public ListVersion Version { get; }

    /// <summary>How many entries there are.</summary>
    public int Count { get; }

    /// <summary>Maps a file and verifies it.</summary>
    /// <exception cref="InvalidDataException">Damaged, or written by another build.</exception>
    public static EncodedEntries Open(string path) => Of(SnapshotFile.Open(path));

    /// <summary>The same in memory.</summary>
    public static EncodedEntries InMemory(ListVersion version, EntryEncoder entries)
    {
        using var memory = new MemoryStream();
        entries.Write(memory, version);
        return Of(SnapshotFile.FromBytes(memory.GetBuffer().AsSpan(0, (int)memory.Length)));
    }

    /// <summary>All entries.</summary>
    public ImmutableArray<Entry> All() => Each(static (ref EntryReader r) => r.Entry());

    /// <summary>All entries as they are compared, see <see cref="EntryReader.Compared"/>.</summary>
    public ImmutableArray<Entry> Compared() => Each(static (ref EntryReader r) => r.Compared());

    /// <summary>An entry as it is encoded.</summary>
    public ReadOnlySpan<byte> this[int number] => file.Section(Records)[file.Section<int>(At)[number]..file.Section<int>(At)[number + 1]];

    /// <summary>The size of all entries as they are encoded.</summary>
    public int Bytes => file.Section(Records).Length;

    /// <summary>The strings that encoded entries refer to.</summary>
    public PooledTexts Texts => new(file);

    /// <summary>How many there are.</summary>
    public int TextCount => file.Section<int>("pool.at").Length - 1;

    /// <summary>The entries of two versions without those that are the same in both, which are not even decoded.</summary>
    public static (ImmutableArray<Entry> Old, ImmutableArray<Entry> New) Different(EncodedEntries old, EncodedEntries @new)
    {
        var (before, after) = (old.Ids(), @new.Ids());
        var places = before.Select(static (id, i) => (id, i)).ToDictionary(static p => p.id, static p => p.i, StringComparer.Ordinal);
        var texts = new int[old.TextCount + 1];
        var gone = before.Select(static _ => true).ToArray();
        var changed = ImmutableArray.CreateBuilder<Entry>();
        for (var i = 0; i < after.Length; i++)
            if (places.TryGetValue(after[i], out var place) && AreSame(old, place, @new, i, texts)) gone[place] = false;
            else changed.Add(@new.Entry(i));
        return ([.. Enumerable.Range(0, gone.Length).Where(i => gone[i]).Select(old.Entry)], changed.ToImmutable());
    }

    /// <summary>Whether two entries are encoded alike, but for the numbers of their strings.</summary>
    /// <param name="old">The one file.</param>
    /// <param name="oldEntry">The entry there.</param>
    /// <param name="new">The other file.</param>
    /// <param name="newEntry">The entry there.</param>
    /// <param name="texts">For each number of a string in the one file, plus 1, the number in the other, plus 1; 0 where it is not known yet.</param>
    static bool AreSame(EncodedEntries old, int oldEntry, EncodedEntries @new, int newEntry, int[] texts)
    {
        var one = old[oldEntry];
        var other = @new[newEntry];
        int at = 0, otherAt = 0;
        while (at < one.Length && otherAt < other.Length)
        {
            var (value, otherValue) = (EntryReader.Varint(one, ref at), EntryReader.Varint(other, ref otherAt));
            var (text, otherText) = ((int)(value >> 1), (int)(otherValue >> 1));
            if ((value & otherValue & 1) == 0 || text == 0 || otherText == 0)
            {
                if (value != otherValue) return false;
                continue;
            }
            if (texts[text] == 0 && old.Texts[text - 1].SequenceEqual(@new.Texts[otherText - 1])) texts[text] = otherText;
            if (texts[text] != otherText) return false;
        }
        return at == one.Length && otherAt == other.Length;
    }

    string[] Ids()
    {
        var ids = new string[Count];
        for (var i = 0; i < ids.Length; i++) ids[i] = new EntryReader(file, Records, file.Section<int>(At)[i]).Text()!;
        return ids;
    }

    Entry Entry(int number) => new EntryReader(file, Records, file.Section<int>(At)[number]).Entry();

    /// <summary>Unmaps the file.</summary>
    public void Dispose() => file.Dispose();

    static EncodedEntries Of(SnapshotFile file)
    {
        try { return new(file); }
        catch { file.Dispose(); throw; }
    }

    ImmutableArray<Entry> Each(EntryReader.Read<Entry> read)
    {
        var at = file.Section<int>(At);
        var decoded = new string?[TextCount + 1];
        var entries = new Entry[Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var reader = new EntryReader(file, Records, at[i], decoded);
            entries[i] = read(ref reader);
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(entries);
    }

    internal static void Write(Stream stream, EntryWriter writer, List<int> at)
    {
        var builder = new SnapshotBuilder();
        writer.AddTo(builder, Records);
        builder.Add(At, at);
        builder.Write(stream);
    }
}

/// <summary>Encodes the entries of a version, which takes a fraction of the room that they take as objects. For one thread; written once.</summary>
sealed class EntryEncoder
{
    readonly List<int> at = [];
    EntryWriter? writer = new();

    public EntryEncoder(ImmutableArray<Entry> entries)
    {
        foreach (var entry in entries)
        {
            at.Add(writer.Position);
            writer.Write(entry);
            Names += entry.Names.Length;
        }
        Count = at.Count;
        at.Add(writer.Position);
    }

    public int Count { get; }

    public int Names { get; }

    /// <summary>Writes them with the version that they are, as a file that <see cref="EncodedEntries"/> reads.</summary>
    public void Write(Stream stream, ListVersion version)
    {
        var all = writer ?? throw new InvalidOperationException("The entries were written already.");
        writer = null;   // who waits for the other lists keeps no copy of what is on disk
        ListVersionCodec.Write(all, version);
        EncodedEntries.Write(stream, all, at);
    }
}
