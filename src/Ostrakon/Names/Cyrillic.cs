using System.Buffers;

namespace Ostrakon.Names;

/// <summary>The language of a name in Cyrillic, by the letters and letter pairs that only it has.</summary>
static class Cyrillic
{
    static readonly Lazy<RuleTable> Russian = RuleTable.Later("cyrillic"), Ukrainian = RuleTable.Later("cyrillic-ukrainian"),
        Belarusian = RuleTable.Later("cyrillic-belarusian"), Serbian = RuleTable.Later("cyrillic-serbian"), Bulgarian = RuleTable.Later("cyrillic-bulgarian");

    static readonly SearchValues<char> UkrainianLetters = SearchValues.Create("іїєґІЇЄҐ"), SerbianLetters = SearchValues.Create("јљњђћџѓќЈЉЊЂЋЏЃЌ"),
        AsianLetters = SearchValues.Create("әғқңөұүһӘҒҚҢӨҰҮҺ");

    /// <summary>The table for a name; Russian where nothing speaks for another language.</summary>
    public static RuleTable Table(ReadOnlySpan<char> name)
    {
        if (name.ContainsAny(AsianLetters)) return Russian.Value;
        if (name.ContainsAny('ў', 'Ў') && (name.ContainsAny('і', 'І') || name.ContainsAny('ы', 'э'))) return Belarusian.Value;
        if (name.ContainsAny(UkrainianLetters)) return name.ContainsAny('ы', 'э', 'Ы') ? Belarusian.Value : Ukrainian.Value;
        if (name.Contains("ськ", StringComparison.OrdinalIgnoreCase) || name.Contains("цьк", StringComparison.OrdinalIgnoreCase)) return Ukrainian.Value;
        if (name.ContainsAny(SerbianLetters)) return Serbian.Value;
        return HardSignAsVowel(name) ? Bulgarian.Value : Russian.Value;
    }

    // Russian has ъ only before е, ё, ю, я.
    static bool HardSignAsVowel(ReadOnlySpan<char> name)
    {
        for (var i = 0; i + 1 < name.Length; i++)
            if (name[i] is 'ъ' or 'Ъ' && char.IsLetter(name[i + 1]) && !"еёюяЕЁЮЯ".Contains(name[i + 1])) return true;
        return false;
    }
}
