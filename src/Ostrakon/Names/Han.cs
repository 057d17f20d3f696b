namespace Ostrakon.Names;

/// <summary>The languages in which Han characters are read.</summary>
enum HanStyle : byte
{
    Mandarin,
    /// <summary>Characters that only stand for the sounds of a foreign name.</summary>
    Foreign,
    Cantonese,
    Korean,
    Japanese,
}

/// <summary>Han characters in Latin letters.</summary>
static class Han
{
    static readonly Lazy<Dictionary<char, Reading>> Readings = new(() => TableFile.Rows("han").ToDictionary(
        r => r[0][0], r => new Reading(r[1], r.Length > 2 ? r[2] : "", r.Length > 3 && r[3].Length > 0 ? r[3][0] : '\0')));
    static readonly Lazy<RuleTable> Foreign = RuleTable.Later("han-foreign"), Japanese = RuleTable.Later("han-japanese"),
        WadeGiles = RuleTable.Later("wade-giles"), Jyutping = RuleTable.Later("jyutping");

    /// <summary>Adds the spellings of a word as it is read in one language; none where a character has no reading there.</summary>
    public static void Spell(ReadOnlySpan<char> word, HanStyle style, ref Spellings spellings)
    {
        switch (style)
        {
            case HanStyle.Mandarin:
                Syllables(word, r => r.Mandarin, null, 0, ref spellings);
                Syllables(word, r => r.Mandarin, WadeGiles.Value, 0, ref spellings);
                Syllables(word, r => r.Cantonese, null, 0, ref spellings);    // tells apart most characters that Mandarin does not
                break;
            case HanStyle.Foreign:
                spellings.AddAll(Foreign.Value, word);
                Syllables(word, r => r.Mandarin, null, 0, ref spellings);
                Syllables(word, r => r.Cantonese, Jyutping.Value, 0, ref spellings);
                break;
            case HanStyle.Cantonese:
                Syllables(word, r => r.Cantonese, Jyutping.Value, 0, ref spellings);
                Syllables(word, r => r.Cantonese, Jyutping.Value, 1, ref spellings);
                Syllables(word, r => r.Cantonese, null, 0, ref spellings);
                break;
            case HanStyle.Korean:
                Span<char> hangul = stackalloc char[word.Length];
                if (InHangul(word, hangul)) Hangul.Spell(hangul, ref spellings);
                break;
            case HanStyle.Japanese:
                spellings.AddAll(Japanese.Value, word);
                break;
        }
    }

    /// <summary>The Korean reading of a word; false where a character has none.</summary>
    public static bool InHangul(ReadOnlySpan<char> word, Span<char> hangul)
    {
        for (var i = 0; i < word.Length; i++)
            if (!Readings.Value.TryGetValue(word[i], out var reading) || (hangul[i] = reading.Korean) == '\0') return false;
        return true;
    }

    static void Syllables(ReadOnlySpan<char> word, Func<Reading, string> choose, RuleTable? respelling, int column, ref Spellings spellings)
    {
        Span<char> output = stackalloc char[word.Length * 8];
        var written = 0;
        foreach (var character in word)
        {
            if (!Readings.Value.TryGetValue(character, out var reading) || choose(reading) is not { Length: > 0 } syllable) continue;
            if (respelling is not null) written += respelling.Rewrite(syllable, column, output[written..]);
            else
            {
                syllable.CopyTo(output[written..]);
                written += syllable.Length;
            }
        }
        spellings.Add(output[..written]);
    }

    readonly record struct Reading(string Mandarin, string Cantonese, char Korean);
}
