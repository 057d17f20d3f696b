using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ostrakon.Documents.Text;

/// <summary>A linear classifier over hashed features, for many classes and features of which most weights are 0: each known feature has a weight for some classes, and the class with the greatest
/// sum wins. Immutable and safe for use by many threads.</summary>
/// <remarks>A slot of the index holds where the weights of a feature begin (low bits, from 1) and the high bits of the feature's hash, so
/// that one unknown feature in a thousand is taken for a known one. A weight stands in one word: 16 bits of weight, 8 of class, and a
/// bit that marks the feature's last.</remarks>
sealed class SparseModel
{
    const int OffsetBits = 22;
    const uint OffsetMask = (1u << OffsetBits) - 1, Last = 1u << 31;

    /// <summary>The greatest weight.</summary>
    public const short Greatest = 4000;

    readonly uint[] index, weights;
    readonly int mask;

    SparseModel(int classes, uint[] index, uint[] weights) => (Classes, this.index, this.weights, mask) = (classes, index, weights, index.Length - 1);

    public int Classes { get; }

    /// <summary>The class with the greatest score; the first of equals.</summary>
    public static int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }

    /// <summary>Sets the scores, one a class, of an item with these features.</summary>
    public void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        scores.Clear();
        ref var score = ref MemoryMarshal.GetReference(scores);
        foreach (var feature in features)
        {
            for (var at = Find(feature); at >= 0; at++)
            {
                var weight = weights[at];
                Unsafe.Add(ref score, (int)(weight >> 16) & 0xff) += (short)weight;
                if (weight >= Last) break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int Find(ulong feature)
    {
        for (var slot = (int)feature & mask; index[slot] is not 0 and var entry; slot = (slot + 1) & mask)
            if (((entry ^ (uint)(feature >> 32)) & ~OffsetMask) == 0) return (int)(entry & OffsetMask) - 1;
        return -1;
    }

    /// <summary>Builds the model of trained weights: for each feature its classes, below 128, with weights that are not 0.</summary>
    public static SparseModel Build(int classes, IReadOnlyList<(ulong Feature, (int Class, short Weight)[] Weights)> rows)
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

    public void Write(BinaryWriter writer)
    {
        writer.Write(Classes);
        writer.Write(index.Length);
        writer.Write(weights.Length);
        writer.Write(MemoryMarshal.AsBytes(index.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
    }

    public static SparseModel Read(BinaryReader reader)
    {
        var classes = reader.ReadInt32();
        var index = new uint[reader.ReadInt32()];
        var weights = new uint[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(index.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(classes, index, weights);
    }
}
