using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Ostrakon.Index;

/// <summary>
/// The container of a compiled snapshot: named sections of plain bytes behind a table, each with a checksum that is verified when the
/// file is opened. Layout, little-endian: 8 bytes magic, 16 bytes build, int64 section count, uint64 checksum of the table; then per section
/// 24 bytes of name (UTF-8, zero-padded), int64 offset, int64 length, uint64 checksum; then the sections, each at a multiple of 64.
/// A build reads only what it wrote itself: another one may parse more or lay sections out otherwise, and everything can be compiled again.
/// Immutable and safe for any number of threads; spans are valid until it is disposed.
/// </summary>
public sealed unsafe class SnapshotFile : IDisposable
{
    internal const int NameBytes = 24, HeaderBytes = 40, RowBytes = NameBytes + 24, Alignment = 64;
    internal static ReadOnlySpan<byte> Magic => "OSTRAKON"u8;

    /// <summary>Identifies the compiled code of this engine.</summary>
    internal static Guid Build { get; } = typeof(SnapshotFile).Module.ModuleVersionId;

    readonly Dictionary<string, (long Offset, long Length)> sections = new(StringComparer.Ordinal);
    readonly MemoryMappedFile? map;
    readonly MemoryMappedViewAccessor? view;
    readonly byte* start;
    readonly long length;

    SnapshotFile(string path, Func<string, bool> wanted)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            length = file.Length;
            if (length < HeaderBytes) throw Damaged("it is too short");
            map = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            view = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            byte* pointer = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
            start = pointer + view.PointerOffset;
            ReadTable(wanted);
        }
        catch { Dispose(); throw; }
    }

    SnapshotFile(ReadOnlySpan<byte> content)
    {
        length = content.Length;
        if (length < HeaderBytes) throw Damaged("it is too short");
        var memory = GC.AllocateUninitializedArray<byte>(content.Length, pinned: true);   // pinned: the pointer stays true
        content.CopyTo(memory);
        Owner = memory;
        start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(memory));
        ReadTable(static _ => true);
    }

    byte[]? Owner { get; }

    /// <summary>Checksum over the table and with it over everything: equal content has an equal one.</summary>
    public ulong Content { get; private set; }

    /// <summary>Maps a file and verifies it.</summary>
    /// <exception cref="InvalidDataException">Damaged, truncated, or written by another version of the product.</exception>
    public static SnapshotFile Open(string path) => new(path, static _ => true);

    /// <summary>The same with some sections only: the others are neither verified nor there, and take no memory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="wanted">Whether a section is wanted, by its name.</param>
    internal static SnapshotFile Open(string path, Func<string, bool> wanted) => new(path, wanted);

    /// <summary>The same over bytes in memory, which are copied.</summary>
    /// <exception cref="InvalidDataException">Damaged or truncated.</exception>
    public static SnapshotFile FromBytes(ReadOnlySpan<byte> content) => new(content);

    /// <summary>The bytes of a section as records; empty where there is no such section.</summary>
    public ReadOnlySpan<T> Section<T>(string name) where T : unmanaged =>
        sections.TryGetValue(name, out var s) ? new(start + s.Offset, checked((int)(s.Length / sizeof(T)))) : [];

    /// <summary>The bytes of a section; empty where there is no such section.</summary>
    public ReadOnlySpan<byte> Section(string name) => Section<byte>(name);

    void ReadTable(Func<string, bool> wanted)
    {
        var all = new ReadOnlySpan<byte>(start, HeaderBytes);
        if (!all[..8].SequenceEqual(Magic)) throw Damaged("it is no snapshot");
        if (MemoryMarshal.Read<Guid>(all[8..]) != Build) throw Damaged("it was written by another build of the product");
        var count = MemoryMarshal.Read<long>(all[24..]);
        if (count is < 0 or > 1000 || HeaderBytes + count * RowBytes > length) throw Damaged("its table is cut off");
        var table = new ReadOnlySpan<byte>(start + HeaderBytes, (int)count * RowBytes);
        Content = Checksum.Of(table);
        if (Content != MemoryMarshal.Read<ulong>(all[32..])) throw Damaged("its table is damaged");
        for (var i = 0; i < count; i++)
        {
            var row = table.Slice(i * RowBytes, RowBytes);
            var name = Encoding.UTF8.GetString(row[..NameBytes].TrimEnd((byte)0));
            var (offset, size) = (MemoryMarshal.Read<long>(row[NameBytes..]), MemoryMarshal.Read<long>(row[(NameBytes + 8)..]));
            if (offset < 0 || size is < 0 or > int.MaxValue || offset + size > length) throw Damaged($"section {name} is cut off");
            if (!wanted(name)) continue;
            if (Checksum.Of(new ReadOnlySpan<byte>(start + offset, (int)size)) != MemoryMarshal.Read<ulong>(row[(NameBytes + 16)..]))
                throw Damaged($"section {name} is damaged");
            sections[name] = (offset, size);
        }
    }

    static InvalidDataException Damaged(string why) => new($"The compiled file cannot be used: {why}.");

    /// <summary>Unmaps the file. No span may be used afterwards.</summary>
    public void Dispose()
    {
        if (view is not null && start != null) view.SafeMemoryMappedViewHandle.ReleasePointer();
        view?.Dispose();
        map?.Dispose();
    }
}
