namespace Ostrakon.Matching;

/// <summary>
/// A word against which many others are held: counts the typing errors between them (insertion, deletion, substitution, swap of
/// neighbours: optimal string alignment), bit-parallel after Hyyrö 2003. For words of up to 64 letters; lives on the stack.
/// </summary>
readonly ref struct TypingPattern
{
    /// <summary>Room that a pattern needs.</summary>
    public const int Room = 37;

    readonly Span<ulong> positions;
    readonly ReadOnlySpan<byte> word;

    public TypingPattern(ReadOnlySpan<byte> word, Span<ulong> room)
    {
        this.word = word;
        positions = room;
        positions.Clear();
        for (var i = 0; i < word.Length; i++) positions[Letter(word[i])] |= 1UL << i;
    }

    /// <summary>The number of typing errors; <paramref name="most"/> + 1 where there are more.</summary>
    public int Edits(ReadOnlySpan<byte> other, int most)
    {
        if (Math.Abs(word.Length - other.Length) > most) return most + 1;
        ulong vp = ulong.MaxValue, vn = 0, d0 = 0, before = 0, last = 1UL << (word.Length - 1);
        var distance = word.Length;
        for (var j = 0; j < other.Length; j++)
        {
            var here = positions[Letter(other[j])];
            var swap = ((~d0 & here) << 1) & before;
            d0 = (((here & vp) + vp) ^ vp) | here | vn | swap;
            var hp = vn | ~(d0 | vp);
            var hn = d0 & vp;
            if ((hp & last) != 0) distance++;
            if ((hn & last) != 0) distance--;
            if (distance - (other.Length - 1 - j) > most) return most + 1;
            hp = (hp << 1) | 1;
            vp = (hn << 1) | ~(d0 | hp);
            vn = hp & d0;
            before = here;
        }
        return distance;
    }

    static int Letter(byte c) => c switch { >= (byte)'a' and <= (byte)'z' => c - 'a', >= (byte)'0' and <= (byte)'9' => 26 + c - '0', _ => 36 };
}
