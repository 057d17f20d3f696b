namespace Ostrakon.Index;

/// <summary>The 32-bit hash of short texts that the index uses for keys (FNV-1a with a final mix). Part of the snapshot's format.</summary>
static class Hash
{
    const uint Start = 2166136261, Prime = 16777619;

    /// <summary>The hash of a text; never 0, so that 0 can stand for "none".</summary>
    public static uint Of(ReadOnlySpan<byte> text)
    {
        var h = Start;
        foreach (var b in text) h = (h ^ b) * Prime;
        return Finish(h);
    }

    /// <summary>The same over ASCII characters.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        var h = Start;
        foreach (var c in text) h = (h ^ c) * Prime;
        return Finish(h);
    }

    /// <summary>The hash of a text without one or two of its letters (-1 = none left out).</summary>
    public static uint Without(ReadOnlySpan<byte> text, int first, int second)
    {
        var h = Start;
        for (var i = 0; i < text.Length; i++)
            if (i != first && i != second) h = (h ^ text[i]) * Prime;
        return Finish(h);
    }

    static uint Finish(uint h)
    {
        h ^= h >> 16;
        h *= 0x7feb352d;
        h ^= h >> 15;
        h *= 0x846ca68b;
        h ^= h >> 16;
        return h == 0 ? 1 : h;
    }
}
