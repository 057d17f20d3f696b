using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ostrakon.Documents.Text;

/// <summary>A linear classifier over hashed features of which most weights are 0: each known feature has a weight for some classes, and
/// the class with the greatest sum wins. Immutable and safe for use by many threads.</summary>
/// <remarks>In the file, a slot of the index holds where the weights of a feature begin (low bits, from 1) and the high bits of the feature's
/// hash, so that one unknown feature in a thousand is taken for a known one. A weight is one word there: 16 bits of weight, 8 of class, and a
/// bit that marks the feature's last. In memory, the marks stand by themselves, and a feature's weights are a row: of a weight for each class
/// where it has many, else of so many weights with their classes.</remarks>
sealed class LinearModel
{
    const int OffsetBits = 22;
    const uint OffsetMask = (1u << OffsetBits) - 1, Last = 1u << 31;

    /// <summary>So many features an item may have.</summary>
    public const int MostFeatures = 64;

    /// <summary>So many classes a model may have.</summary>
    public const int MostClasses = 128;

    /// <summary>The greatest weight.</summary>
    public const short Greatest = 4000;

    /// <summary>A feature with more weights has one for each class.</summary>
    const int Few = 4;

    /// <summary>So many marks, or weights of a full row, are taken in one step.</summary>
    const int Step = 8, Lane = Step / 2;

    readonly uint[] index, weights;
    readonly ushort[] marks;
    readonly int[] rows;
    readonly uint[] few;
    readonly short[] full;
    readonly int mask, width;

    LinearModel(int classes, uint[] index, uint[] weights)
    {
        (Classes, this.index, this.weights, mask, width) = (classes, index, weights, index.Length - 1, (classes + Lane - 1) / Lane * Lane);
        (marks, rows) = (new ushort[index.Length + Step], new int[index.Length]);
        var (fewRows, fullRows) = (0, 0);
        for (var slot = 0; slot < rows.Length; slot++)
            if (index[slot] != 0) rows[slot] = width > Step && WeightsOf(slot).Length <= Few ? Few * fewRows++ : ~(width * fullRows++);
        (few, full) = (new uint[Few * fewRows], new short[width * fullRows + Step]);
        for (var i = 0; i < few.Length; i++) few[i] = (uint)(MostClasses - 1 - i % Few) << 16;    // no weight, of no class
        for (var slot = 0; slot < rows.Length; slot++)
        {
            if (index[slot] == 0) continue;
            marks[slot] = Mark(index[slot]);
            if (rows[slot] >= 0) WeightsOf(slot).CopyTo(few.AsSpan(rows[slot]));
            else foreach (var one in WeightsOf(slot)) full[~rows[slot] + ClassOf(one)] = (short)one;
        }
        marks.AsSpan(0, Step).CopyTo(marks.AsSpan(index.Length));          // a step that begins at the end goes on at the start
    }

    /// <summary>The weights of the feature in a slot, as the file has them.</summary>
    ReadOnlySpan<uint> WeightsOf(int slot)
    {
        var first = (int)(index[slot] & OffsetMask) - 1;
        var end = first + 1;
        while (weights[end - 1] < Last) end++;
        return weights.AsSpan(first, end - first);
    }

    static int ClassOf(uint weight) => (int)(weight >> 16) & 0x7f;

    /// <summary>The high bits of a feature's hash, never 0.</summary>
    static ushort Mark(uint hash) => (ushort)(1u << 15 | hash >> OffsetBits);

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
    /// <remarks>Half of the features are unknown, others have one weight or fifty, and which is as good as random: branches on it would cost more
    /// than all else. So there are none, and each pass is of independent loads, because the tables are larger than the processor's caches.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        Span<int> known = stackalloc int[MostFeatures];
        Span<int> fullRows = stackalloc int[MostFeatures];
        Span<int> sums = stackalloc int[MostClasses];
        var count = Find(features[..Math.Min(features.Length, MostFeatures)], known);
        int fewCount = 0, fullCount = 0;
        ref var row = ref MemoryMarshal.GetArrayDataReference(rows);
        for (var i = 0; i < count; i++)
        {
            var at = Unsafe.Add(ref row, known[i]);
            (known[fewCount], fullRows[fullCount]) = (at, ~at);
            fullCount += at >>> 31;
            fewCount += 1 - (at >>> 31);
        }
        AddFull(fullRows[..fullCount], sums);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        ref var weight = ref MemoryMarshal.GetArrayDataReference(few);
        foreach (var at in known[..fewCount])
            for (var i = 0; i < Few; i++)
            {
                var one = Unsafe.Add(ref weight, at + i);
                Unsafe.Add(ref sum, ClassOf(one)) += (short)one;
            }
        sums[..scores.Length].CopyTo(scores);
    }

    /// <summary>The slots of the features that are known; their number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int Find(ReadOnlySpan<ulong> features, Span<int> slots)
    {
        var count = 0;
        ref var mark = ref MemoryMarshal.GetArrayDataReference(marks);
        ref var slot = ref MemoryMarshal.GetReference(slots);
        foreach (var feature in features)
        {
            var at = (int)feature & mask;
            var wanted = Vector128.Create(Mark((uint)(feature >> 32)));
            uint found, ends;
            for (; ; at = (at + Step) & mask)
            {
                var seen = Vector128.LoadUnsafe(ref mark, (nuint)at);
                found = Vector128.Equals(seen, wanted).ExtractMostSignificantBits();
                ends = found | Vector128.Equals(seen, Vector128<ushort>.Zero).ExtractMostSignificantBits();
                if (ends != 0) break;
            }
            var first = BitOperations.TrailingZeroCount(ends);
            Unsafe.Add(ref slot, count) = (at + first) & mask;
            count += (int)(found >> first) & 1;
        }
        return count;
    }

    /// <summary>Adds up full rows, which begin at these places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void AddFull(ReadOnlySpan<int> starts, Span<int> sums)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(full);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        for (var at = 0; at < width; at += Step)
        {
            Vector128<int> low = default, high = default;
            foreach (var start in starts)
            {
                var (one, two) = Vector128.Widen(Vector128.LoadUnsafe(ref first, (nuint)(start + at)));
                low += one;
                high += two;
            }
            low.StoreUnsafe(ref sum, (nuint)at);
            high.StoreUnsafe(ref sum, (nuint)(at + Lane));
        }
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
        return new(classes, index, weights);
    }
}
