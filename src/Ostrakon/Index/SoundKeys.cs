using System.Text;
using Ostrakon.Names;

namespace Ostrakon.Index;

/// <summary>
/// Keys of words that sound much the same: the phonetic key, and what is left of it without one letter. Letters that scripts do not tell apart
/// (k, g and h, t and d, p, b, f and v, l and r) are one here. How far words of different scripts that share a key may be apart depends on how
/// faithfully the script writes sounds: where it leaves the vowels to the reader (Arabic, Hebrew) or breaks words into syllables of its own (Hangul, kana), by a
/// consonant on each side; elsewhere by one on either side.
/// </summary>
static class SoundKeys
{
    /// <summary>How many of the most usual spellings are compared by sound.</summary>
    public const int Spellings = 3;

    /// <summary>How many spellings are compared: of a romanised word the most usual ones, of a Latin word the one that is written.</summary>
    /// <param name="romanised">Whether the query's word is the romanised one.</param>
    public static (int Query, int Other) SpellingsOf(bool romanised) => romanised ? (Spellings, 1) : (1, Spellings);

    const int ShortestCut = 3, Longest = 14;

    /// <summary>The keys, ascending and each once.</summary>
    public static uint[] Of(NameToken token)
    {
        var keys = new SortedSet<uint>();
        // One sign is one short syllable, which tables spell in all ways; half of all words sound like it.
        if (token.Script.IsWrittenInSigns() && token.Skeleton.Length < 2) return [];
        var kind = KindOf(token.Script);
        Add(keys, token.Skeleton, kind);
        AddSoft(keys, token.Text, kind);
        foreach (var spelling in token.Variants.AsSpan()[..Math.Min(token.Variants.Length, Spellings - 1)])
        {
            Add(keys, Skeleton.Of(spelling), kind);
            AddSoft(keys, spelling, kind);
        }
        return [.. keys];
    }

    /// <summary>How far a word may be from the Latin word that it stands for.</summary>
    enum Kind { Latin, Faithful, Loose }

    static Kind KindOf(Script script) =>
        !script.IsRomanised() ? Kind.Latin
        : script is Script.Arabic or Script.Hebrew or Script.Hangul or Script.Kana ? Kind.Loose
        : Kind.Faithful;

    // The phonetic key takes j as in Jan and g as in Gerd; they may as well be those of Jack and George.
    static void AddSoft(SortedSet<uint> keys, string spelling, Kind kind)
    {
        var soft = spelling.StartsWith('j') ? "dj" + spelling[1..] : spelling;
        soft = soft.Replace("ge", "dje", StringComparison.Ordinal).Replace("gi", "dji", StringComparison.Ordinal);
        if (soft != spelling) Add(keys, Skeleton.Of(soft), kind);
    }

    /// <summary>The key of a whole phonetic key; 0 for none.</summary>
    public static uint Whole(string skeleton) => skeleton.Length == 0 ? 0 : Hash.Without(Letters(skeleton), -1, -1);

    static byte[] Letters(string skeleton)
    {
        var letters = Encoding.UTF8.GetBytes(skeleton.Length > Longest ? skeleton[..Longest] : skeleton);
        for (var i = 0; i < letters.Length; i++) letters[i] = Coarse(letters[i]);
        return letters;
    }

    // Two families of keys: one holds what is whole on the Latin side, one what was cut there.
    static void Add(SortedSet<uint> keys, string skeleton, Kind kind)
    {
        if (skeleton.Length == 0) return;
        var letters = Letters(skeleton);
        var whole = Hash.Without(letters, -1, -1);
        keys.Add(whole);
        if (kind != Kind.Latin) keys.Add(InCut(whole));
        for (var i = 0; skeleton.Length >= ShortestCut && i < letters.Length; i++)
        {
            var cut = Hash.Without(letters, i, -1);
            if (kind != Kind.Latin) keys.Add(cut);
            if (kind is Kind.Latin or Kind.Loose) keys.Add(InCut(cut));
        }
    }

    static uint InCut(uint key) => key ^ 0x9E3779B9;

    static byte Coarse(byte letter) => letter switch
    {
        (byte)'g' or (byte)'h' => (byte)'k',
        (byte)'d' => (byte)'t',
        (byte)'b' or (byte)'f' or (byte)'v' => (byte)'p',
        (byte)'r' => (byte)'l',
        _ => letter,
    };

    /// <summary>Whether two words share a key.</summary>
    public static bool Meet(uint[] a, uint[] b)
    {
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
            if (a[i] == b[j]) return true;
            else if (a[i] < b[j]) i++;
            else j++;
        return false;
    }
}
