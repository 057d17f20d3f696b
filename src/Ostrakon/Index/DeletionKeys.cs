namespace Ostrakon.Index;

/// <summary>
/// The deletion neighbourhood: two words within d edits share a text that is left when up to d letters are dropped from each. Only the
/// first <see cref="Prefix"/> letters are looked at, which keeps the property (the aligned prefixes differ by no more) and bounds the
/// number of keys.
/// </summary>
static class DeletionKeys
{
    /// <summary>Letters that take part.</summary>
    public const int Prefix = 8;

    /// <summary>The most keys of one word.</summary>
    public const int Most = 1 + Prefix + Prefix * (Prefix - 1) / 2;

    /// <summary>Typing errors that a word of this length may hold: none up to 2 letters, one up to 5, then two.</summary>
    public static int Edits(int length) => length switch { < 3 => 0, < 6 => 1, _ => 2 };

    /// <summary>How many keys a word of this length has, repetitions included.</summary>
    public static int Count(int length)
    {
        var letters = Math.Min(length, Prefix);
        return 1 + Edits(length) switch { 0 => 0, 1 => letters, _ => letters + letters * (letters - 1) / 2 };
    }

    /// <summary>Writes the keys of a word and returns their number; repetitions are kept.</summary>
    public static int Of(ReadOnlySpan<byte> word, Span<uint> keys)
    {
        var edits = Edits(word.Length);
        if (word.Length > Prefix) word = word[..Prefix];
        var n = 0;
        keys[n++] = Hash.Without(word, -1, -1);
        if (edits == 0) return n;
        for (var i = 0; i < word.Length; i++)
        {
            keys[n++] = Hash.Without(word, i, -1);
            if (edits == 1) continue;
            for (var j = i + 1; j < word.Length; j++) keys[n++] = Hash.Without(word, i, j);
        }
        return n;
    }
}
