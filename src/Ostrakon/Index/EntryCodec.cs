using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Ostrakon.Parties;

namespace Ostrakon.Index;

/// <summary>
/// Entries as bytes: every string is the number of a pooled string (programmes, countries and field names repeat thousands of times),
/// every number a 7-bit varint. Sections: <c>pool.at</c> (int32 offsets), <c>pool</c> (UTF-8), and the records that the caller places.
/// </summary>
sealed class EntryWriter
{
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    readonly ArrayBufferWriter<byte> pool = new(1 << 16);
    readonly List<int> offsets = [0];
    readonly ArrayBufferWriter<byte> records = new(1 << 16);

    /// <summary>Where the next record begins.</summary>
    public int Position => records.WrittenCount;

    /// <summary>Adds the pool and the records, the latter under <paramref name="name"/>.</summary>
    public void AddTo(SnapshotBuilder builder, string name)
    {
        builder.Add("pool.at", offsets);
        builder.Add("pool", pool.WrittenMemory);
        builder.Add(name, records.WrittenMemory);
    }

    public void Write(Entry entry)
    {
        Text(entry.Id);
        Text(entry.Schema);
        Number(entry.Names.Length);
        foreach (var n in entry.Names) { Text(n.Text); Number((int)n.Kind); Text(n.Family); Text(n.Published); }
        Number(entry.Facts.Length);
        foreach (var f in entry.Facts) { Text(f.Property); Text(f.Value); Text(f.Type); Text(f.Country); Text(f.Note); }
        Number(entry.Programs.Length);
        foreach (var p in entry.Programs) Text(p);
        Text(entry.ListedOn);
        Text(entry.Reason);
        Number(entry.Relations.Length);
        foreach (var r in entry.Relations) { Text(r.Kind); Text(r.Name); Text(r.Entry); }
        Number(entry.Published.Length);
        foreach (var p in entry.Published) { Text(p.Name); Text(p.Value); }
        Text(entry.StandsFor?.List);
        Text(entry.StandsFor?.Entry);
    }

    /// <summary>0 stands for null, n + 1 for the pooled string n.</summary>
    public void Text(string? text)
    {
        if (text is null) { Number(0); return; }
        if (!numbers.TryGetValue(text, out var n))
        {
            numbers[text] = n = numbers.Count;
            Encoding.UTF8.GetBytes(text, pool);
            offsets.Add(pool.WrittenCount);
        }
        Number(n + 1);
    }

    public void Number(int value)
    {
        var bytes = records.GetSpan(5);
        var used = 0;
        var rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7) bytes[used++] = (byte)(rest | 0x80);
        bytes[used++] = (byte)rest;
        records.Advance(used);
    }
}

/// <summary>Reads what <see cref="EntryWriter"/> wrote. A cursor on the stack; the file must stay open.</summary>
/// <param name="file">The container.</param>
/// <param name="records">The section of records.</param>
/// <param name="position">Where in it to begin.</param>
/// <param name="decoded">Room for each pooled string, for whoever reads many records: each is then decoded once and shared.</param>
ref struct EntryReader(SnapshotFile file, string records, int position, string?[]? decoded = null)
{
    readonly ReadOnlySpan<byte> records = file.Section(records);
    readonly ReadOnlySpan<byte> pool = file.Section("pool");
    readonly ReadOnlySpan<int> offsets = file.Section<int>("pool.at");
    int position = position;

    public Entry Entry() => new()
    {
        Id = Text()!,
        Schema = Text()!,
        Names = Many(static (ref EntryReader r) => new PartyName(r.Text()!, (NameKind)r.Number(), r.Text(), r.Text())),
        Facts = Many(static (ref EntryReader r) => new Fact(r.Text()!, r.Text()!, r.Text(), r.Text(), r.Text())),
        Programs = Many(static (ref EntryReader r) => r.Text()!),
        ListedOn = Text(),
        Reason = Text(),
        Relations = Many(static (ref EntryReader r) => new Relation(r.Text()!, r.Text()!, r.Text())),
        Published = Many(static (ref EntryReader r) => new PublishedField(r.Text()!, r.Text()!)),
        StandsFor = Text() is { } list ? new(list, Text()!) : Skip(),
    };

    public string? Text()
    {
        var n = Number();
        if (n == 0) return null;
        if (decoded is null) return Encoding.UTF8.GetString(pool[offsets[n - 1]..offsets[n]]);
        return decoded[n] ??= Encoding.UTF8.GetString(pool[offsets[n - 1]..offsets[n]]);
    }

    public int Number()
    {
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = records[position++];
            value |= (uint)(b & 0x7f) << shift;
            if (b < 0x80) return (int)value;
        }
    }

    public delegate T Read<T>(ref EntryReader reader);

    /// <summary>A counted sequence.</summary>
    public ImmutableArray<T> Many<T>(Read<T> read)
    {
        var items = new T[Number()];
        for (var i = 0; i < items.Length; i++) items[i] = read(ref this);
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    ListingReference? Skip()
    {
        Text();
        return null;
    }
}
