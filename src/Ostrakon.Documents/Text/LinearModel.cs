using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ostrakon.Documents.Text;

/// <summary>A linear classifier over hashed features of which most weights are 0: each known feature has a weight for some classes, and
/// the class with the greatest sum wins. Immutable and safe for use by many threads.</summary>
/// <remarks>A slot of the index holds where the weights of a feature begin (low bits, from 1) and the high bits of the feature's hash, so
/// that one unknown feature in a thousand is taken for a known one. A weight stands in one word: 16 bits of weight, 8 of class, and a
/// bit that marks the feature's last. A model of at most three classes that is read holds mark and weights of a feature in one slot.</remarks>
sealed class LinearModel
{
    const int OffsetBits = 22;
    const uint OffsetMask = (1u << OffsetBits) - 1, Last = 1u << 31;

    /// <summary>So many features an item may have.</summary>
    public const int MostFeatures = 64;

    /// <summary>The greatest weight.</summary>
    public const short Greatest = 4000;

    /// <summary>So many weights fit in one slot beside the mark.</summary>
    const int MostTogether = 3;

    readonly uint[] index, weights;
    readonly ulong[]? together;
    readonly int mask;

    LinearModel(int classes, uint[] index, uint[] weights, ulong[]? together = null)
    {
        (Classes, this.index, this.weights, this.together) = (classes, index, weights, together);
        mask = Math.Max(index.Length, together?.Length ?? 0) - 1;
    }

    public int Classes { get; }

    /// <summary>The class with the greatest score; the first of equals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }

    /// <summary>Sets the scores, one a class, of an item with these features.</summary>
    /// <remarks>The tables are larger than the processor's caches. Three passes over all features, each of independent loads, let it fetch
    /// many of them at once; a loop from feature to feature waits for each.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        if (together is not null)
        {
            ScoreTogether(features, scores);
            return;
        }
        Span<uint> slots = stackalloc uint[MostFeatures];
        Span<int> found = stackalloc int[MostFeatures];
        features = features[..Math.Min(features.Length, MostFeatures)];
        ref var first = ref MemoryMarshal.GetArrayDataReference(index);
        for (var i = 0; i < features.Length; i++) slots[i] = Unsafe.Add(ref first, (int)features[i] & mask);
        var count = 0;
        for (var i = 0; i < features.Length; i++)
        {
            var entry = slots[i];
            var check = (uint)(features[i] >> 32);
            for (var slot = (int)features[i] & mask; entry != 0 && ((entry ^ check) & ~OffsetMask) != 0; entry = Unsafe.Add(ref first, slot)) slot = (slot + 1) & mask;
            found[count] = (int)(entry & OffsetMask) - 1;
            count += entry != 0 ? 1 : 0;
        }
        ref var weight = ref MemoryMarshal.GetArrayDataReference(weights);
        for (var i = 0; i < count; i++) slots[i] = Unsafe.Add(ref weight, found[i]);
        scores.Clear();
        ref var score = ref MemoryMarshal.GetReference(scores);
        for (var i = 0; i < count; i++)
        {
            var (one, at) = (slots[i], found[i]);
            Unsafe.Add(ref score, (int)(one >> 16) & 0x7f) += (short)one;
            while (one < Last)
            {
                one = Unsafe.Add(ref weight, ++at);
                Unsafe.Add(ref score, (int)(one >> 16) & 0x7f) += (short)one;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void ScoreTogether(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        Span<ulong> slots = stackalloc ulong[MostFeatures];
        features = features[..Math.Min(features.Length, MostFeatures)];
        ref var first = ref MemoryMarshal.GetArrayDataReference(together!);
        for (var i = 0; i < features.Length; i++) slots[i] = Unsafe.Add(ref first, (int)features[i] & mask);
        int one = 0, two = 0, three = 0;
        for (var i = 0; i < features.Length; i++)
        {
            var entry = slots[i];
            var mark = Mark((uint)(features[i] >> 32));
            for (var slot = (int)features[i] & mask; entry != 0 && entry >> 48 != mark; entry = Unsafe.Add(ref first, slot)) slot = (slot + 1) & mask;
            one += (short)entry;
            two += (short)(entry >> 16);
            three += (short)(entry >> 32);
        }
        ReadOnlySpan<int> sums = [one, two, three];
        sums[..scores.Length].CopyTo(scores);
    }

    /// <summary>The high bits of a feature's hash, never 0.</summary>
    static ulong Mark(uint hash) => 1u << 15 | hash >> OffsetBits;

    static ulong[] Together(uint[] index, uint[] weights)
    {
        var slots = new ulong[index.Length];
        for (var i = 0; i < index.Length; i++)
        {
            if (index[i] == 0) continue;
            slots[i] = Mark(index[i]) << 48;
            for (var at = (int)(index[i] & OffsetMask) - 1; ; at++)
            {
                slots[i] |= (ulong)(ushort)weights[at] << ((int)(weights[at] >> 16) & 0x7f) * 16;
                if (weights[at] >= Last) break;
            }
        }
        return slots;
    }

    /// <summary>Builds the model of trained weights: for each feature its classes, below 128, with weights that are not 0.</summary>
    public static LinearModel Build(int classes, IReadOnlyList<(ulong Feature, (int Class, short Weight)[] Weights)> rows)
    {
        var size = 16;
        while (size * 2 < rows.Count * 3) size *= 2;
        var index = new uint[size];
        var weights = new List<uint>();
        foreach (var (feature, row) in rows)
        {
            if (weights.Count + row.Length > OffsetMask) throw new ArgumentException($"more than {OffsetMask} weights", nameof(rows));
            var slot = (int)feature & (size - 1);
            while (index[slot] != 0) slot = (slot + 1) & (size - 1);
            index[slot] = ((uint)(feature >> 32) & ~OffsetMask) | (uint)(weights.Count + 1);
            foreach (var (@class, weight) in row) weights.Add((uint)@class << 16 | (ushort)weight);
            weights[^1] |= Last;
        }
        return new(classes, index, [.. weights]);
    }

    /// <summary>Writes a model that was built; one that was read has lost the form of the file where its weights stand together.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Classes);
        writer.Write(index.Length);
        writer.Write(weights.Length);
        writer.Write(MemoryMarshal.AsBytes(index.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
    }

    public static LinearModel Read(BinaryReader reader)
    {
        var classes = reader.ReadInt32();
        var index = new uint[reader.ReadInt32()];
        var weights = new uint[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(index.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return classes <= MostTogether ? new(classes, [], [], Together(index, weights)) : new(classes, index, weights);
    }
}
