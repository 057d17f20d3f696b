namespace Ostrakon.Names;

/// <summary>Korean syllables in Latin letters.</summary>
static class Hangul
{
    const int First = 0xAC00, Last = 0xD7A3, Middles = 21, Finals = 28;

    static readonly Lazy<Dictionary<string, string[]>> Letters =
        new(() => TableFile.Rows("hangul").GroupBy(r => r[0]).ToDictionary(g => g.Key, g => g.SelectMany(r => r[1..]).ToArray()));
    static readonly Lazy<Dictionary<string, string[]>> FamilyNames =
        new(() => TableFile.Rows("hangul-families").DistinctBy(r => r[0]).ToDictionary(r => r[0], r => r[1..]));

    /// <summary>How many ways of writing syllables there are.</summary>
    public const int Schemes = 4;

    /// <summary>The customary spellings of a family name, most usual first; null where the syllables are none.</summary>
    public static string[]? FamilyName(ReadOnlySpan<char> word) =>
        FamilyNames.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var spellings) ? spellings : null;

    /// <summary>Writes syllables by one scheme and returns how many characters it wrote; other characters are left out.</summary>
    public static int Write(ReadOnlySpan<char> word, int scheme, Span<char> output)
    {
        var written = 0;
        foreach (var syllable in word)
        {
            if (syllable is < (char)First or > (char)Last) continue;
            var index = syllable - First;
            Append("first", index / (Middles * Finals), scheme, output, ref written);
            Append("middle", index / Finals % Middles, scheme, output, ref written);
            Append("last", index % Finals, scheme, output, ref written);
        }
        return written;
    }

    static void Append(string place, int index, int scheme, Span<char> output, ref int written)
    {
        var text = Letters.Value[place][index * Schemes + scheme];
        if (text == "-" || written + text.Length > output.Length) return;
        text.CopyTo(output[written..]);
        written += text.Length;
    }
}
