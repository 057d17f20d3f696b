using System.Text;
using Ostrakon.Names;

namespace Ostrakon.Index;

/// <summary>
/// Keys of words that sound much the same: the phonetic key and what is left of it without one letter. Two words of different scripts
/// that share one differ by no more than a consonant on each side, which is as far apart as romanisations of one name usually get. Letters
/// that scripts do not tell apart (k, g and h, t and d, p, b, f and v, l and r) are one here.
/// </summary>
static class SoundKeys
{
    /// <summary>How many of the most usual spellings are compared by sound.</summary>
    public const int Spellings = 3;

    const int ShortestCut = 3, Longest = 14;

    /// <summary>The keys, ascending and each once.</summary>
    public static uint[] Of(NameToken token)
    {
        var keys = new SortedSet<uint>();
        // One sign is one short syllable, which tables spell in all ways; half of all words sound like it.
        if (token.Script.IsWrittenInSigns() && token.Skeleton.Length < 2) return [];
        Add(keys, token.Skeleton);
        AddSoft(keys, token.Text);
        foreach (var spelling in token.Variants.AsSpan()[..Math.Min(token.Variants.Length, Spellings - 1)])
        {
            Add(keys, Skeleton.Of(spelling));
            AddSoft(keys, spelling);
        }
        return [.. keys];
    }

    // The phonetic key takes j as in Jan and g as in Gerd; they may as well be those of Jack and George.
    static void AddSoft(SortedSet<uint> keys, string spelling)
    {
        var soft = spelling.StartsWith('j') ? "dj" + spelling[1..] : spelling;
        soft = soft.Replace("ge", "dje", StringComparison.Ordinal).Replace("gi", "dji", StringComparison.Ordinal);
        if (soft != spelling) Add(keys, Skeleton.Of(soft));
    }

    /// <summary>The key of a whole phonetic key; 0 for none.</summary>
    public static uint Whole(string skeleton) => skeleton.Length == 0 ? 0 : Hash.Without(Letters(skeleton), -1, -1);

    static byte[] Letters(string skeleton)
    {
        var letters = Encoding.UTF8.GetBytes(skeleton.Length > Longest ? skeleton[..Longest] : skeleton);
        for (var i = 0; i < letters.Length; i++) letters[i] = Coarse(letters[i]);
        return letters;
    }

    static void Add(SortedSet<uint> keys, string skeleton)
    {
        if (skeleton.Length == 0) return;
        var letters = Letters(skeleton);
        keys.Add(Hash.Without(letters, -1, -1));
        for (var i = 0; skeleton.Length >= ShortestCut && i < letters.Length; i++) keys.Add(Hash.Without(letters, i, -1));
    }

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
