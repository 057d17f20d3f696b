using System.Buffers;
using System.Numerics;
using System.Text;

namespace Ostrakon.Index;

/// <summary>Texts in UTF-8, each kept once and numbered as they come. For one thread.</summary>
/// <param name="capacity">How many bytes are expected.</param>
sealed class TextPool(int capacity)
{
    readonly ArrayBufferWriter<byte> bytes = new(capacity);
    readonly List<int> offsets = [0];
    readonly List<ulong> hashes = [];
    int[] table = new int[1 << 8];   // open addressing, a power of two: number + 1, or 0

    /// <summary>The number of a text.</summary>
    public int Of(string text)
    {
        var room = bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        var written = room[..Encoding.UTF8.GetBytes(text, room)];
        if (Find(written, out var hash) is >= 0 and var known) return known;
        return Add(written.Length, hash);   // it stands where it belongs already
    }

    /// <summary>The number of a text that is encoded already.</summary>
    public int Of(ReadOnlySpan<byte> text)
    {
        if (Find(text, out var hash) is >= 0 and var known) return known;
        text.CopyTo(bytes.GetSpan(text.Length));
        return Add(text.Length, hash);
    }

    /// <summary>Adds the sections <c>pool.at</c> and <c>pool</c>.</summary>
    public void AddTo(SnapshotBuilder builder)
    {
        builder.Add("pool.at", offsets);
        builder.Add("pool", bytes.WrittenMemory);
    }

    int Find(ReadOnlySpan<byte> text, out ulong hash)
    {
        hash = Checksum.Of(text);
        var mask = table.Length - 1;
        for (var i = (int)hash & mask; table[i] != 0; i = (i + 1) & mask)
        {
            var number = table[i] - 1;
            if (hashes[number] == hash && bytes.WrittenSpan[offsets[number]..offsets[number + 1]].SequenceEqual(text)) return number;
        }
        return -1;
    }

    int Add(int length, ulong hash)
    {
        bytes.Advance(length);
        offsets.Add(bytes.WrittenCount);
        hashes.Add(hash);
        if (hashes.Count * 2 <= table.Length) Place(hashes.Count - 1);
        else
        {
            table = new int[BitOperations.RoundUpToPowerOf2((uint)hashes.Count * 4)];
            for (var number = 0; number < hashes.Count; number++) Place(number);
        }
        return hashes.Count - 1;
    }

    void Place(int number)
    {
        var mask = table.Length - 1;
        var i = (int)hashes[number] & mask;
        while (table[i] != 0) i = (i + 1) & mask;
        table[i] = number + 1;
    }
}
