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

    /// <summary>Sorts the pairs, drops repetitions, and adds them with their directory.</summary>
    public static void Write(SnapshotBuilder builder, string name, List<KeyValue> pairs)
    {
        // As plain numbers they are sorted several times faster than by a comparison.
        var sorted = new ulong[pairs.Count];
        for (var i = 0; i < sorted.Length; i++) sorted[i] = (ulong)pairs[i].Key << 32 | (uint)pairs[i].Value;
        Array.Sort(sorted);
        var kept = 0;
        var all = CollectionsMarshal.AsSpan(pairs);
        for (var i = 0; i < sorted.Length; i++)
            if (i == 0 || sorted[i] != sorted[i - 1]) all[kept++] = new((uint)(sorted[i] >> 32), (int)(uint)sorted[i]);
        all = all[..kept];

        var bits = Math.Clamp(BitOperations.Log2((uint)Math.Max(kept, 1)) - 1, 1, 24);
        var directory = new int[(1 << bits) + 1];
        foreach (var pair in all) directory[(pair.Key >> (32 - bits)) + 1]++;
        for (var i = 1; i < directory.Length; i++) directory[i] += directory[i - 1];
        builder.Add<KeyValue>(name, all);
        builder.Add<int>(name + ".at", directory);
    }
}
