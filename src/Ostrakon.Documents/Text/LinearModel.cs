using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ostrakon.Documents.Text;

/// <summary>A linear classifier over hashed features: each known feature has a row with one small weight per class, and the class with the
/// greatest sum wins. Immutable and safe for use by many threads.</summary>
/// <remarks>A slot of the index holds the number of a row (low 20 bits, from 1) and 12 further bits of the feature's hash, so that one
/// unknown feature in 4096 at most is taken for a known one.</remarks>
sealed class LinearModel
{
    /// <summary>Rows are padded to this many classes, so that sums are vector additions.</summary>
    public const int Lane = 16;
    const int RowBits = 20;

    /// <summary>The greatest weight. Sums saturate, and only far beyond what decides between classes.</summary>
    public const short Greatest = 3000;

    readonly uint[] index;
    readonly short[] weights;
    readonly int mask, stride;

    public LinearModel(int classes, uint[] index, short[] weights)
    {
        Classes = classes;
        stride = Stride(classes);
        (this.index, this.weights, mask) = (index, weights, index.Length - 1);
    }

    public int Classes { get; }

    /// <summary>Length of the score buffer that <see cref="Add"/> needs.</summary>
    public int ScoreLength => stride <= 4 ? 4 : stride;

    static int Stride(int classes) => classes <= 4 ? 4 : (classes + Lane - 1) / Lane * Lane;

    /// <summary>Adds the weights of a feature to the scores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong feature, Span<short> scores)
    {
        var check = (uint)(feature >> 52) << RowBits;
        for (var slot = (int)feature & mask; index[slot] is not 0 and var entry; slot = (slot + 1) & mask)
        {
            if ((entry & ~((1u << RowBits) - 1)) != check) continue;
            AddRow((int)(entry & ((1u << RowBits) - 1)) - 1, scores);
            return;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void AddRow(int row, Span<short> scores)
    {
        ref var from = ref weights[row * stride];
        ref var to = ref MemoryMarshal.GetReference(scores);
        if (stride == 4)
        {
            Vector64.AddSaturate(Vector64.LoadUnsafe(ref to), Vector64.LoadUnsafe(ref from)).StoreUnsafe(ref to);
            return;
        }
        for (var i = 0; i < stride; i += Lane)
        {
            var sum = Vector256.AddSaturate(Vector256.LoadUnsafe(ref to, (nuint)i), Vector256.LoadUnsafe(ref from, (nuint)i));
            sum.StoreUnsafe(ref to, (nuint)i);
        }
    }

    /// <summary>The class with the greatest score; the first of equals.</summary>
    public int Best(ReadOnlySpan<short> scores)
    {
        var best = 0;
        for (var i = 1; i < Classes; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }

    /// <summary>Builds the model of trained rows; those of an equal hash after the first are dropped.</summary>
    public static LinearModel Build(int classes, IReadOnlyList<(ulong Feature, short[] Weights)> rows)
    {
        if (rows.Count >= 1 << RowBits) throw new ArgumentException($"at most {(1 << RowBits) - 1} rows", nameof(rows));
        var size = 16;
        while (size * 2 < rows.Count * 3) size *= 2;
        var index = new uint[size];
        var weights = new short[rows.Count * Stride(classes)];
        for (var row = 0; row < rows.Count; row++)
        {
            var slot = (int)rows[row].Feature & (size - 1);
            while (index[slot] != 0) slot = (slot + 1) & (size - 1);
            index[slot] = ((uint)(rows[row].Feature >> 52) << RowBits) | (uint)(row + 1);
            rows[row].Weights.CopyTo(weights, row * Stride(classes));
        }
        return new(classes, index, weights);
    }

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
        var weights = new short[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(index.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(classes, index, weights);
    }
}
