using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ostrakon.Index;

/// <summary>
/// A 64-bit checksum against damage (not against forgery), fast enough to verify a whole snapshot whenever it is opened:
/// four multiply-rotate lanes over eight bytes each, folded at the end.
/// </summary>
static class Checksum
{
    const ulong Prime = 0x9E3779B97F4A7C15, Other = 0xC2B2AE3D27D4EB4F;

    // Whole files run through it once: without this the loop would start in unoptimised code.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        ulong a = Prime, b = Other, c = ~Prime, d = ~Other;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes[..(bytes.Length & ~31)]);
        for (var i = 0; i < words.Length; i += 4)
        {
            a = Mix(a, words[i]);
            b = Mix(b, words[i + 1]);
            c = Mix(c, words[i + 2]);
            d = Mix(d, words[i + 3]);
        }
        foreach (var left in bytes[(bytes.Length & ~31)..]) a = Mix(a, left + 1u);
        var all = Mix(Mix(Mix(Mix((ulong)bytes.Length, a), b), c), d);
        return all ^ (all >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Mix(ulong state, ulong word) => BitOperations.RotateLeft((state ^ word) * Prime, 29) + Other;
}
