namespace Ostrakon.Names;

/// <summary>
/// Arabic compound names written in one word ("Abdurrahman", "Saifullah", "Jalaluddin"): they are cut where others write a blank
/// ("Abd al-Rahman", "Saif Allah", "Jalal ad-Din"), so that the part that identifies is compared by itself.
/// </summary>
static class Compound
{
    // Longest first: "abdur" before "abdu".
    static readonly string[] Servant = ["abdoul", "abdool", "abdul", "abdel", "abdal", "abdol", "abdil", "abdur", "abder", "abdor", "abdir", "abdus", "abdes", "abdas",
        "abdun", "abden", "abdud", "abded", "abdu", "abde", "abdi", "abdo", "abd"];
    static readonly string[] Endings = ["oullah", "ullah", "ollah", "allah", "ulloh", "uddeen", "uddin", "eddine", "eddin", "oddin", "addin", "iddin", "uldin", "eldin", "aldin"];
    static readonly string[] EndingsOfLongWords = ["ulla", "udeen", "udin", "edine"];

    static readonly Lazy<HashSet<string>> Epithets = new(() => [.. TableFile.Lines("epithets").Select(e => Skeleton.Of(e))]);

    /// <summary>Where the second part of a folded word begins; 0 where it is not such a compound.</summary>
    public static int Cut(ReadOnlySpan<char> word, Script script) => script switch
    {
        Script.Latin => CutLatin(word),
        Script.Arabic => CutArabic(word),
        _ => 0,
    };

    /// <summary>God as the second part, which Arabic mostly writes as a word of its own ("حزب الله") and Latin mostly does not ("Hizballah").</summary>
    public const string God = "الله";

    /// <summary>Whether a word ends many compounds (Saif Allah, Jalal ad-Din), so that it proves nothing.</summary>
    public static bool IsEnd(NameToken token) => token is { Role: TokenRole.Name, Class: "allah" or "din" };

    /// <summary>What God is called in Latin compounds, by the case of the first part.</summary>
    public static readonly string[] GodInLatin = ["allah", "ullah", "ollah"];

    static int CutArabic(ReadOnlySpan<char> word)
    {
        if (word.StartsWith("عبد")) return word.Length >= 7 && word[3..].StartsWith("ال") && !word[3..].StartsWith(God) ? 3 : 0;
        return word.Length >= God.Length + 2 && word.EndsWith(God) ? word.Length - God.Length : 0;
    }

    static int CutLatin(ReadOnlySpan<char> word)
    {
        if (word.Length < 6) return 0;
        if (word.StartsWith("abd")) return CutServant(word);
        foreach (var ending in Endings)
            if (word.Length >= ending.Length + 3 && word.EndsWith(ending)) return word.Length - ending.Length;
        foreach (var ending in EndingsOfLongWords)
            if (word.Length >= ending.Length + 4 && word.EndsWith(ending)) return word.Length - ending.Length;
        return 0;
    }

    static int CutServant(ReadOnlySpan<char> word)
    {
        // Abdullah itself, and family names from it (Abdullayev, Abdulov), are one word.
        if (word[4..] is ['l', 'l', 'a', ..] or "lah" or "la" or "loev" or "lov") return 0;
        foreach (var servant in Servant)
            if (word.Length >= servant.Length + 3 && word.StartsWith(servant)
                && Epithets.Value.Contains(Skeleton.Of(word[servant.Length..])))
                return servant.Length;
        return 0;
    }
}
