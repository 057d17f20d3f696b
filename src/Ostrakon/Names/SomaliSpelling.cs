namespace Ostrakon.Names;

/// <summary>Somali orthography (1972) of names that lists write as Arabic ones: x is h, c a sound that others leave out, long vowels are doubled.</summary>
static class SomaliSpelling
{
    const int ShortestRest = 3;

    /// <summary>The folded word as others write it; null where it does not look Somali.</summary>
    public static string? Of(string word)
    {
        var hasX = word.Contains('x');
        if (!hasX && !(word[0] == 'c' && (HasLongVowel(word) || word.StartsWith("cay", StringComparison.Ordinal)))) return null;
        var written = new System.Text.StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
            if (i == 0 && word[i] == 'c' && word.Length > 1 && IsVowel(word[1])) continue;
            else if (i > 0 && IsVowel(word[i]) && word[i - 1] == word[i]) continue;
            else written.Append(word[i] == 'x' ? 'h' : word[i]);
        return written.Length < ShortestRest || written.Length == word.Length && !hasX ? null : written.ToString();
    }

    static bool HasLongVowel(string word)
    {
        for (var i = 1; i < word.Length; i++)
            if (IsVowel(word[i]) && word[i] == word[i - 1]) return true;
        return false;
    }

    static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
