using System.Buffers.Binary;
using System.Security.Cryptography;
using Ostrakon.Documents.Extraction.Judging;

namespace Ostrakon.Documents.Stories;

/// <summary>
/// A small sample of a text's runs of three words, by which two texts are compared: those with the smallest hashes (Broder 1997, "On the resemblance and
/// containment of documents"). The hash is fixed, so that a text has the same sketch in every run and on every machine. Immutable.
/// </summary>
public sealed class StorySketch
{
    /// <summary>Enough to tell shares apart by about a tenth; a text of a thousand words costs as much as one of a hundred.</summary>
    const int Most = 64;

    /// <summary>The id is that of the smallest few: a small change to a text mostly leaves them, and with them the id, as they are.</summary>
    const int InId = 8;

    readonly ulong[] smallest;
    readonly bool whole;

    StorySketch(ulong[] smallest, bool whole) => (this.smallest, this.whole) = (smallest, whole);

    /// <summary>The sketch of a text; null where it has fewer than three words.</summary>
    public static StorySketch? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var runs = new HashSet<ulong>();
        foreach (var run in WordRuns.Of(text)) runs.Add(Mixed(run));
        if (runs.Count == 0) return null;
        var sorted = runs.ToArray();
        Array.Sort(sorted);
        return new StorySketch(sorted.Length > Most ? sorted[..Most] : sorted, sorted.Length <= Most);
    }

    /// <summary>The sampled runs, smallest first.</summary>
    internal ReadOnlySpan<ulong> Runs => smallest;

    /// <summary>An id of 16 hex digits, made of the text alone.</summary>
    public string Id
    {
        get
        {
            Span<byte> bytes = stackalloc byte[InId * sizeof(ulong)];
            bytes.Clear();
            for (var i = 0; i < Math.Min(InId, smallest.Length); i++) BinaryPrimitives.WriteUInt64LittleEndian(bytes[(i * sizeof(ulong))..], smallest[i]);
            return Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));
        }
    }

    /// <summary>
    /// How many sampled runs of each text lie where both were sampled, and how many of them both have. Below the smaller of the two largest samples both
    /// samples are complete, so the counts are fair whatever the lengths of the texts.
    /// </summary>
    internal (int Mine, int Theirs, int Both) Compare(StorySketch other)
    {
        var limit = Math.Min(whole ? ulong.MaxValue : smallest[^1], other.whole ? ulong.MaxValue : other.smallest[^1]);
        var (i, j, both) = (0, 0, 0);
        while (i < smallest.Length && smallest[i] <= limit || j < other.smallest.Length && other.smallest[j] <= limit)
        {
            var mine = i < smallest.Length && smallest[i] <= limit ? smallest[i] : ulong.MaxValue;
            var theirs = j < other.smallest.Length && other.smallest[j] <= limit ? other.smallest[j] : ulong.MaxValue;
            if (mine <= theirs) i++;
            if (theirs <= mine) j++;
            if (mine == theirs) both++;
        }
        return (i, j, both);
    }

    /// <summary>Spreads a hash over all bits (the finaliser of MurmurHash3, by A. Appleby, public domain).</summary>
    static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return hash ^ (hash >> 33);
    }
}
