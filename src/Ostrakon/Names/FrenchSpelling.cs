using System.Text;

namespace Ostrakon.Names;

/// <summary>
/// Arabic names as France's alphabet writes them in the Maghreb, the Levant and West Africa ("Taoufik", "Redouane", "Djamel", "Kheir"), and as English
/// does ("Tawfik", "Redwan", "Jamel", "Khayr").
/// </summary>
static class FrenchSpelling
{
    const int ShortestWord = 4;

    /// <summary>The folded word in the English way; null where nothing in it looks French.</summary>
    public static string? Of(string word)
    {
        if (word.Length < ShortestWord || !(word.Contains("ou", StringComparison.Ordinal) || word.Contains("dj", StringComparison.Ordinal)
            || word.Contains("ei", StringComparison.Ordinal) || word.Contains("ey", StringComparison.Ordinal))) return null;
        var written = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var (before, next, after) = (i > 0 ? word[i - 1] : ' ', i + 1 < word.Length ? word[i + 1] : ' ', i + 2 < word.Length ? word[i + 2] : ' ');
            if (word[i] == before && !IsVowel(before)) continue;
            switch (word[i], next)
            {
                case ('o', 'u'):
                    // Between vowels and after an a it is the consonant.
                    written.Append(before == 'a' || IsVowel(after) ? 'w' : 'u');
                    i++;
                    break;
                case ('d', 'j'):
                    written.Append('j');
                    i++;
                    break;
                case ('e', 'i' or 'y') when !IsVowel(after):
                    written.Append("ay");
                    i++;
                    break;
                case ('e', ' ') when before == 'n':
                    break;    // a silent end: Sofiane, Nourredine
                default:
                    written.Append(word[i]);
                    break;
            }
        }
        return written.ToString();
    }

    static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
