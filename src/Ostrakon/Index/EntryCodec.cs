using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Ostrakon.Parties;

namespace Ostrakon.Index;

/// <summary>
/// Entries as bytes: every string is the number of a pooled string (programmes, countries and field names repeat thousands of times),
/// every number a 7-bit varint. Its lowest bit tells a string from a plain number, so that a record can be copied into another file without
/// knowing what it says. Sections: <c>pool.at</c> (int32 offsets), <c>pool</c> (UTF-8), and the records that the caller places.
/// </summary>
/// <param name="textBytes">How many bytes of strings are expected.</param>
/// <param name="recordBytes">How many bytes of records.</param>
sealed class EntryWriter(int textBytes = 1 << 12, int recordBytes = 1 << 12)
{
    readonly TextPool pool = new(textBytes);
    readonly ArrayBufferWriter<byte> records = new(recordBytes);

    /// <summary>Where the next record begins.</summary>
    public int Position => records.WrittenCount;

    /// <summary>Adds the pool and the records, the latter under <paramref name="name"/>.</summary>
    public void AddTo(SnapshotBuilder builder, string name)
    {
        pool.AddTo(builder);
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
    public void Text(string? text) => Text(text is null ? 0 : pool.Of(text) + 1);

    void Text(int number) => Varint((uint)number << 1 | 1);

    public void Number(int value) => Varint((uint)value << 1);

    /// <summary>Copies a record of another file.</summary>
    /// <param name="record">The record.</param>
    /// <param name="from">Its pool.</param>
    /// <param name="here">For each number of a string there, plus 1, the number here, plus 1; 0 where it is not known yet. For one writer and one file.</param>
    public void Copy(ReadOnlySpan<byte> record, in PooledTexts from, int[] here)
    {
        for (var position = 0; position < record.Length;)
        {
            var value = EntryReader.Varint(record, ref position);
            if ((value & 1) == 0) { Varint(value); continue; }
            var text = (int)(value >> 1);
            if (text != 0 && here[text] == 0) here[text] = pool.Of(from[text - 1]) + 1;
            Text(here[text]);
        }
    }

    void Varint(uint rest)
    {
        var bytes = records.GetSpan(5);
        var used = 0;
        for (; rest >= 0x80; rest >>= 7) bytes[used++] = (byte)(rest | 0x80);
        bytes[used++] = (byte)rest;
        records.Advance(used);
    }
}

/// <summary>The pool of a file, read in place.</summary>
readonly ref struct PooledTexts(SnapshotFile file)
{
    readonly ReadOnlySpan<byte> pool = file.Section("pool");
    readonly ReadOnlySpan<int> offsets = file.Section<int>("pool.at");

    /// <summary>All of them together.</summary>
    public int Bytes => pool.Length;

    /// <summary>A string in UTF-8.</summary>
    public ReadOnlySpan<byte> this[int number] => pool[offsets[number]..offsets[number + 1]];
}

/// <summary>Reads what <see cref="EntryWriter"/> wrote. A cursor on the stack; the file must stay open.</summary>
/// <param name="file">The container.</param>
/// <param name="records">The section of records.</param>
/// <param name="position">Where in it to begin.</param>
/// <param name="decoded">Room for pooled strings, for whoever reads many records: the first so many are then decoded once and shared.</param>
ref struct EntryReader(SnapshotFile file, string records, int position, string?[]? decoded = null)
{
    readonly ReadOnlySpan<byte> records = file.Section(records);
    readonly PooledTexts pool = new(file);
    int position = position;

    /// <summary>What entries are compared by, without what only a reader wants to know: id, schema, names, and the facts that are compared.</summary>
    public Entry Compared() => new() { Id = Text()!, Schema = Text()!, Names = Names(), Facts = ComparedFacts() };

    ImmutableArray<PartyName> Names() => Many(static (ref EntryReader r) => new PartyName(r.Text()!, (NameKind)r.Number(), r.Text(), r.Text()));

    ImmutableArray<Fact> Facts() => Many(static (ref EntryReader r) => new Fact(r.Text()!, r.Text()!, r.Text(), r.Text(), r.Text()));

    ImmutableArray<Fact> ComparedFacts()
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        for (var left = Number(); left > 0; left--)
        {
            var property = Text()!;
            if (Fact.IsCompared(property)) facts.Add(new(property, Text()!, Text(), Text(), Text()));
            else for (var i = 0; i < 4; i++) Varint(records, ref position);
        }
        return facts.DrainToImmutable();
    }

    public Entry Entry() => new()
    {
        Id = Text()!,
        Schema = Text()!,
        Names = Names(),
        Facts = Facts(),
        Programs = Many(static (ref EntryReader r) => r.Text()!),
        ListedOn = Text(),
        Reason = Text(),
        Relations = Many(static (ref EntryReader r) => new Relation(r.Text()!, r.Text()!, r.Text())),
        Published = Many(static (ref EntryReader r) => new PublishedField(r.Text()!, r.Text()!)),
        StandsFor = Text() is { } list ? new(list, Text()!) : Skip(),
    };

    public string? Text()
    {
        var n = (int)(Varint(records, ref position) >> 1);
        if (n == 0) return null;
        if (decoded is null || n >= decoded.Length) return Encoding.UTF8.GetString(pool[n - 1]);
        return decoded[n] ??= Encoding.UTF8.GetString(pool[n - 1]);
    }

    public int Number() => (int)(Varint(records, ref position) >> 1);

    public static uint Varint(ReadOnlySpan<byte> records, ref int position)
    {
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = records[position++];
            value |= (uint)(b & 0x7f) << shift;
            if (b < 0x80) return value;
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
