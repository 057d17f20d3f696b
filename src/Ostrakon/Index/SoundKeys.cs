using System.Text;

namespace Ostrakon.Index;

/// <summary>
/// Keys of words that sound much the same: the phonetic key and what is left of it without one letter. Two words of different scripts
/// that share one differ by no more than a consonant on each side, which is as far apart as romanisations of one name usually get.
/// </summary>
static class SoundKeys
{
    const int Shortest = 2, ShortestCut = 3, Longest = 14;

    /// <summary>The keys, ascending and each once; none for a phonetic key that is too short to mean anything.</summary>
    public static uint[] Of(string skeleton)
    {
        if (skeleton.Length < Shortest) return [];
        var letters = Encoding.UTF8.GetBytes(skeleton.Length > Longest ? skeleton[..Longest] : skeleton);
        var keys = new SortedSet<uint> { Hash.Without(letters, -1, -1) };
        for (var i = 0; skeleton.Length >= ShortestCut && i < letters.Length; i++) keys.Add(Hash.Without(letters, i, -1));
        return [.. keys];
    }

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
