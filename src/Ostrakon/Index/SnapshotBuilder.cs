using System.Runtime.InteropServices;
using System.Text;

namespace Ostrakon.Index;

/// <summary>
/// Collects sections and writes them as a <see cref="SnapshotFile"/>. Nothing is copied: what was added must not change any more. For one thread.
/// </summary>
public sealed class SnapshotBuilder
{
    readonly List<Section> sections = [];

    /// <summary>Adds a section of plain records.</summary>
    public void Add<T>(string name, ReadOnlyMemory<T> records) where T : unmanaged => Add(new ArraySection<T>(name, records));

    /// <summary>Adds a section of plain records.</summary>
    public void Add<T>(string name, T[] records) where T : unmanaged => Add(new ArraySection<T>(name, records));

    /// <summary>Adds a section of plain records.</summary>
    public void Add<T>(string name, List<T> records) where T : unmanaged => Add(new ListSection<T>(name, records));

    void Add(Section section)
    {
        ArgumentException.ThrowIfNullOrEmpty(section.Name);
        if (Encoding.UTF8.GetByteCount(section.Name) > SnapshotFile.NameBytes) throw new ArgumentException($"The section's name '{section.Name}' is too long.", nameof(section));
        sections.Add(section);
    }

    /// <summary>Adds the sections of another builder behind its own.</summary>
    public void Add(SnapshotBuilder other)
    {
        ArgumentNullException.ThrowIfNull(other);
        sections.AddRange(other.sections);
    }

    /// <summary>Writes header, table and sections. The same sections give the same bytes.</summary>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var table = new byte[sections.Count * SnapshotFile.RowBytes];
        var offset = Align(SnapshotFile.HeaderBytes + table.LongLength);
        for (var i = 0; i < sections.Count; i++)
        {
            var content = sections[i].Content;
            var row = table.AsSpan(i * SnapshotFile.RowBytes, SnapshotFile.RowBytes);
            Encoding.UTF8.GetBytes(sections[i].Name, row);
            MemoryMarshal.Write(row[SnapshotFile.NameBytes..], offset);
            MemoryMarshal.Write(row[(SnapshotFile.NameBytes + 8)..], (long)content.Length);
            MemoryMarshal.Write(row[(SnapshotFile.NameBytes + 16)..], Checksum.Of(content));
            offset = Align(offset + content.Length);
        }
        var header = new byte[SnapshotFile.HeaderBytes];
        SnapshotFile.Magic.CopyTo(header);
        MemoryMarshal.Write(header.AsSpan(8), SnapshotFile.Build);
        MemoryMarshal.Write(header.AsSpan(24), (long)sections.Count);
        MemoryMarshal.Write(header.AsSpan(32), Checksum.Of(table));
        stream.Write(header);
        stream.Write(table);
        var written = header.LongLength + table.LongLength;
        foreach (var section in sections)
        {
            var content = section.Content;
            stream.Write(new byte[Align(written) - written]);
            stream.Write(content);
            written = Align(written) + content.Length;
        }
    }

    static long Align(long position) => (position + SnapshotFile.Alignment - 1) / SnapshotFile.Alignment * SnapshotFile.Alignment;

    abstract class Section(string name)
    {
        public string Name => name;
        public abstract ReadOnlySpan<byte> Content { get; }
    }

    sealed class ArraySection<T>(string name, ReadOnlyMemory<T> records) : Section(name) where T : unmanaged
    {
        public override ReadOnlySpan<byte> Content => MemoryMarshal.AsBytes(records.Span);
    }

    sealed class ListSection<T>(string name, List<T> records) : Section(name) where T : unmanaged
    {
        public override ReadOnlySpan<byte> Content => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(records));
    }
}
