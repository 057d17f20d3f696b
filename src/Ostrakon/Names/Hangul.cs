namespace Ostrakon.Names;

/// <summary>Korean syllables in Latin letters: the official schemes, the customary one, and a learned one for foreign names.</summary>
static class Hangul
{
    const int First = 0xAC00, Last = 0xD7A3, Middles = 21, Finals = 28, Schemes = 3;

    static readonly Lazy<Dictionary<string, string[][]>> Letters =
        new(() => TableFile.Rows("hangul").GroupBy(r => r[0]).ToDictionary(g => g.Key, g => g.Select(r => r[1..]).ToArray()));
    static readonly Lazy<Dictionary<string, string[]>> FamilyNames =
        new(() => TableFile.Rows("hangul-families").DistinctBy(r => r[0]).ToDictionary(r => r[0], r => r[1..]));
    static readonly Lazy<Dictionary<char, string[]>> Syllables =
        new(() => Letters!.Value["syllable"].ToDictionary(r => r[0][0], r => r[1..]));
    static readonly Lazy<Dictionary<string, string[]>> Words = new(() => TableFile.Rows("hangul-words").ToDictionary(r => r[0], r => r[1..]));
    static readonly Lazy<RuleTable> Foreign = RuleTable.Later("hangul-foreign");

    /// <summary>The customary spellings of a family name, most usual first; null where the syllables are none.</summary>
    public static string[]? FamilyName(ReadOnlySpan<char> word) =>
        FamilyNames.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var spellings) ? spellings : null;

    /// <summary>For each syllable of given names in the table, all its spellings, the customary ones first.</summary>
    public static IEnumerable<IReadOnlyList<string>> GivenNameSyllables()
    {
        foreach (var (syllable, customary) in Syllables.Value)
        {
            var index = syllable - First;
            string[] first = Letters.Value["first"][index / (Middles * Finals)], middle = Letters.Value["middle"][index / Finals % Middles], last = Letters.Value["last"][index % Finals];
            var spellings = new List<string>(customary);
            // North Korea writes the vowels of one scheme with the consonants of another.
            foreach (var begin in first.DefaultIfEmpty(""))
                foreach (var vowel in middle)
                    spellings.Add(begin + vowel + last.FirstOrDefault(""));
            yield return [.. spellings.Distinct()];
        }
    }

    /// <summary>For each family name in the table, all its spellings.</summary>
    public static IEnumerable<IReadOnlyList<string>> FamilySpellings() => FamilyNames.Value.Values;

    /// <summary>The spellings of a word by itself: by the first rule, so that what is usual needs no table, then as custom has it where the word is known from foreign names, then by the other rules.</summary>
    public static System.Collections.Immutable.ImmutableArray<string> SpellWord(ReadOnlySpan<char> word)
    {
        var spellings = new Spellings();
        Spell(word, 0, ref spellings);
        if (Words.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known))
            foreach (var spelling in known) spellings.Add(spelling);
        Spell(word, ref spellings);
        return spellings.ToArray();
    }

    /// <summary>Adds the spellings of a word or a syllable of a name; what is no syllable is left out.</summary>
    public static void Spell(ReadOnlySpan<char> word, ref Spellings spellings)
    {
        Spell(word, 0, ref spellings);
        // A single syllable is part of a Korean name; several are nearly always a foreign one.
        if (word.Length > 1) spellings.AddAll(Foreign.Value, Cut(word, stackalloc char[word.Length * 3]));
        else if (Syllables.Value.TryGetValue(word[0], out var customary))
            foreach (var spelling in customary) spellings.Add(spelling);
        for (var scheme = 1; scheme < Schemes; scheme++) Spell(word, scheme, ref spellings);
        if (word.Length == 1) spellings.AddAll(Foreign.Value, Cut(word, stackalloc char[3]));
    }

    static void Spell(ReadOnlySpan<char> word, int scheme, ref Spellings spellings)
    {
        Span<char> output = stackalloc char[word.Length * 9];
        var written = 0;
        foreach (var syllable in word)
        {
            if (syllable is < (char)First or > (char)Last) continue;
            var index = syllable - First;
            Append("first", index / (Middles * Finals), scheme, output, ref written);
            Append("middle", index / Finals % Middles, scheme, output, ref written);
            Append("last", index % Finals, scheme, output, ref written);
        }
        spellings.Add(output[..written]);
    }

    static void Append(string place, int index, int scheme, Span<char> output, ref int written)
    {
        var cells = Letters.Value[place][index];
        if (cells.Length == 0) return;
        var text = cells[scheme < cells.Length ? scheme : 0];
        text.CopyTo(output[written..]);
        written += text.Length;
    }

    // Syllables as the conjoining letters that the learned table knows.
    static ReadOnlySpan<char> Cut(ReadOnlySpan<char> word, Span<char> letters)
    {
        var written = 0;
        foreach (var syllable in word)
        {
            if (syllable is < (char)First or > (char)Last) continue;
            var index = syllable - First;
            letters[written++] = (char)(0x1100 + index / (Middles * Finals));
            letters[written++] = (char)(0x1161 + index / Finals % Middles);
            if (index % Finals != 0) letters[written++] = (char)(0x11A7 + index % Finals);
        }
        return letters[..written];
    }
}
