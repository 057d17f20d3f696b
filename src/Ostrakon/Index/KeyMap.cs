using System.Numerics;
using System.Runtime.InteropServices;

namespace Ostrakon.Index;

/// <summary>A key and one of its values.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly record struct KeyValue(uint Key, int Value);

/// <summary>
/// From 32-bit keys to any number of values, read in place: pairs sorted by key and value, and a directory over the keys' upper bits.
/// Keys are hashes, so a reader checks what it finds.
/// </summary>
readonly ref struct KeyMap
{
    readonly ReadOnlySpan<KeyValue> pairs;
    readonly ReadOnlySpan<int> directory;
    readonly int shift;

    public KeyMap(SnapshotFile file, string name)
    {
        pairs = file.Section<KeyValue>(name);
        directory = file.Section<int>(name + ".at");
        shift = 32 - BitOperations.Log2((uint)Math.Max(directory.Length - 1, 1));
    }

    /// <summary>All pairs, by key and value.</summary>
    public ReadOnlySpan<KeyValue> All => pairs;

    /// <summary>The pairs with this key, values ascending.</summary>
    public ReadOnlySpan<KeyValue> Find(uint key)
    {
        if (pairs.IsEmpty) return [];
        var bucket = (int)((ulong)key >> shift);
        var (first, end) = (directory[bucket], directory[bucket + 1]);
        while (first < end && pairs[first].Key < key) first++;
        var last = first;
        while (last < end && pairs[last].Key == key) last++;
        return pairs[first..last];
    }

    /// <summary>Adds the values of all these keys, in their order; what several share comes several times.</summary>
    public void AddValues(ReadOnlySpan<uint> keys, List<int> values)
    {
        if (pairs.IsEmpty) return;
        // First where they all begin: look-ups that do not wait for one another cost little more than one.
        Span<int> starts = stackalloc int[keys.Length];
        for (var i = 0; i < keys.Length; i++) starts[i] = directory[(int)((ulong)keys[i] >> shift)];
        for (var i = 0; i < keys.Length; i++)
            for (var at = starts[i]; at < pairs.Length && pairs[at].Key <= keys[i]; at++)
                if (pairs[at].Key == keys[i]) values.Add(pairs[at].Value);
    }

    /// <summary>Sorts the pairs, drops repetitions, and adds them with their directory.</summary>
    public static void Write(SnapshotBuilder builder, string name, List<KeyValue> pairs)
    {
        // Dealt out by their upper bits first, what is left to sort are a few pairs at a time.
        var (all, ends) = Deal(CollectionsMarshal.AsSpan(pairs));
        var kept = 0;
        for (int bucket = 0, start = 0; bucket < ends.Length; start = ends[bucket++])
        {
            var few = all.AsSpan(start, ends[bucket] - start);
            Sort(few);
            foreach (var pair in few)
                if (kept == 0 || all[kept - 1] != pair) all[kept++] = pair;
        }
        var bits = DirectoryBits(kept);
        var directory = new int[(1 << bits) + 1];
        foreach (var pair in all.AsSpan(0, kept)) directory[(pair.Key >> (32 - bits)) + 1]++;
        for (var i = 1; i < directory.Length; i++) directory[i] += directory[i - 1];
        builder.Add<KeyValue>(name, all.AsMemory(0, kept));
        builder.Add(name + ".at", directory);
    }

    static int DirectoryBits(int pairs) => Math.Clamp(BitOperations.Log2((uint)Math.Max(pairs, 1)) - 1, 1, 24);

    /// <summary>The pairs by the upper bits of their keys, and where each group ends.</summary>
    static (KeyValue[] Pairs, int[] Ends) Deal(ReadOnlySpan<KeyValue> pairs)
    {
        var shift = 32 - DirectoryBits(pairs.Length);
        var at = new int[1 << (32 - shift)];
        foreach (var pair in pairs) at[pair.Key >> shift]++;
        for (int i = 0, start = 0; i < at.Length; i++) (at[i], start) = (start, start + at[i]);
        var dealt = new KeyValue[pairs.Length];
        foreach (var pair in pairs) dealt[at[pair.Key >> shift]++] = pair;
        return (dealt, at);
    }

    static void Sort(Span<KeyValue> pairs)
    {
        if (pairs.Length < 2) return;
        // As plain numbers they are sorted several times faster than by a comparison.
        var numbers = MemoryMarshal.Cast<KeyValue, ulong>(pairs);
        foreach (ref var number in numbers) number = BitOperations.RotateLeft(number, 32);
        numbers.Sort();
        foreach (ref var number in numbers) number = BitOperations.RotateLeft(number, 32);
    }
}
