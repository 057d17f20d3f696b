using System.Runtime.InteropServices;

namespace Ostrakon.Index;

/// <summary>
/// Phrases of any length, found by walking a text word by word: every prefix of a phrase is a slot under the running hash of its
/// words, so that one look-up per word says whether a phrase ends here or may still go on. Flat arrays, made to be mapped from a file.
/// Hashes have 64 bits and are not verified: whoever acts on a phrase compares the names themselves.
/// </summary>
/// <param name="slots">Open addressing, a power of two.</param>
public readonly ref struct PhraseTable(ReadOnlySpan<PhraseSlot> slots)
{
    readonly ReadOnlySpan<PhraseSlot> slots = slots;

    /// <summary>The hash of a phrase that goes on with a word; 0 is the empty phrase.</summary>
    public static ulong Extend(ulong phrase, ulong word)
    {
        var mixed = (phrase ^ word) * 0x9E3779B97F4A7C15;
        return (mixed ^ (mixed >> 29)) | 1;
    }

    /// <summary>The slot of a phrase or of a prefix of one; false where no phrase begins so.</summary>
    public bool TryFind(ulong phrase, out PhraseSlot slot)
    {
        slot = default;
        if (slots.IsEmpty) return false;
        var mask = slots.Length - 1;
        for (var i = (int)(phrase >> 20) & mask; slots[i].Phrase != 0; i = (i + 1) & mask)
            if (slots[i].Phrase == phrase)
            {
                slot = slots[i];
                return true;
            }
        return false;
    }
}

/// <summary>A prefix of a phrase, and what the phrase that ends here stands for. Immutable.</summary>
/// <param name="Phrase">The running hash of its words; 0 marks an empty slot.</param>
/// <param name="First">Where its values begin in the owner's array.</param>
/// <param name="Count">How many; 0 where no phrase ends here.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct PhraseSlot(ulong Phrase, int First, int Count);
