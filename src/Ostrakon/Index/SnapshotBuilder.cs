using System.Runtime.InteropServices;
using System.Text;

namespace Ostrakon.Index;

/// <summary>Collects sections and writes them as a <see cref="SnapshotFile"/>. For one thread.</summary>
public sealed class SnapshotBuilder
{
    readonly List<(string Name, byte[] Content)> sections = [];

    /// <summary>Adds a section of plain records.</summary>
    public void Add<T>(string name, ReadOnlySpan<T> records) where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (Encoding.UTF8.GetByteCount(name) > SnapshotFile.NameBytes) throw new ArgumentException("The section's name is too long.", nameof(name));
        sections.Add((name, MemoryMarshal.AsBytes(records).ToArray()));
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
            var (name, content) = sections[i];
            var row = table.AsSpan(i * SnapshotFile.RowBytes, SnapshotFile.RowBytes);
            Encoding.UTF8.GetBytes(name, row);
            MemoryMarshal.Write(row[SnapshotFile.NameBytes..], offset);
            MemoryMarshal.Write(row[(SnapshotFile.NameBytes + 8)..], content.LongLength);
            MemoryMarshal.Write(row[(SnapshotFile.NameBytes + 16)..], Checksum.Of(content));
            offset = Align(offset + content.LongLength);
        }
        var header = new byte[SnapshotFile.HeaderBytes];
        SnapshotFile.Magic.CopyTo(header);
        MemoryMarshal.Write(header.AsSpan(8), SnapshotFile.Build);
        MemoryMarshal.Write(header.AsSpan(24), (long)sections.Count);
        MemoryMarshal.Write(header.AsSpan(32), Checksum.Of(table));
        stream.Write(header);
        stream.Write(table);
        var written = header.LongLength + table.LongLength;
        foreach (var (_, content) in sections)
        {
            stream.Write(new byte[Align(written) - written]);
            stream.Write(content);
            written = Align(written) + content.LongLength;
        }
    }

    static long Align(long position) => (position + SnapshotFile.Alignment - 1) / SnapshotFile.Alignment * SnapshotFile.Alignment;
}
