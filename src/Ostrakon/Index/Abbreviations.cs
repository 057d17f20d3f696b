namespace Ostrakon.Index;

/// <summary>Which words may stand for the first letters of several others.</summary>
static class Abbreviations
{
    /// <summary>Letters of an acronym.</summary>
    public const int ShortestAcronym = 3, LongestAcronym = 8;

    /// <summary>Letters of an abbreviation in which every letter counts.</summary>
    public const int LongestWithoutVowel = 4;

    /// <summary>Two or three letters without a vowel are initials rather than a word ("JC").</summary>
    public static bool LooksLikeInitials(ReadOnlySpan<byte> word) => word.Length is 2 or 3 && HasNoVowel(word);

    /// <summary>Whether a word is of consonants only.</summary>
    public static bool HasNoVowel(ReadOnlySpan<byte> word)
    {
        foreach (var letter in word)
            if (letter is < (byte)'a' or > (byte)'z' or (byte)'a' or (byte)'e' or (byte)'i' or (byte)'o' or (byte)'u' or (byte)'y') return false;
        return true;
    }
}
