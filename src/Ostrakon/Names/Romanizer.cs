using System.Buffers;
using System.Collections.Immutable;

namespace Ostrakon.Names;

/// <summary>A folded word of any script in Latin letters a-z, by every scheme of its table.</summary>
static class Romanizer
{
    static readonly Lazy<RuleTable> Russian = Table("cyrillic"), Ukrainian = Table("cyrillic-ukrainian"), Belarusian = Table("cyrillic-belarusian"),
        Serbian = Table("cyrillic-serbian"), Bulgarian = Table("cyrillic-bulgarian"), Greek = Table("greek");

    static readonly SearchValues<char> UkrainianLetters = SearchValues.Create("іїєґІЇЄҐ"), SerbianLetters = SearchValues.Create("јљњђћџѓќЈЉЊЂЋЏЃЌ");

    static Lazy<RuleTable> Table(string name) => new(() => RuleTable.Load(name));

    /// <summary>The spellings of a word, the main one first; at least one, each of a-z and 0-9 only.</summary>
    public static ImmutableArray<string> Spell(ReadOnlySpan<char> word, Script script, ReadOnlySpan<char> wholeName)
    {
        var table = script switch
        {
            Script.Cyrillic => Cyrillic(wholeName),
            Script.Greek => Greek.Value,
            _ => null,
        };
        Span<char> output = stackalloc char[NameReader.MaxWord * 6];
        var columns = table?.Columns ?? (script == Script.Hangul ? Hangul.Schemes : 1);
        var spellings = ImmutableArray.CreateBuilder<string>(columns);
        for (var column = 0; column < columns; column++)
        {
            var length = table is not null ? table.Rewrite(word, column, output)
                : script == Script.Hangul ? Hangul.Write(word, column, output) : 0;
            if (length == 0) continue;
            var spelling = new string(output[..length]);
            if (!spellings.Contains(spelling)) spellings.Add(spelling);
        }
        if (spellings.Count == 0) spellings.Add(ByCodePoint(word, output));
        return spellings.DrainToImmutable();
    }

    // A script without a table: the code points, so that equal words stay equal and different ones differ.
    static string ByCodePoint(ReadOnlySpan<char> word, Span<char> output)
    {
        var written = 0;
        foreach (var c in word)
            if (((int)c).TryFormat(output[written..], out var digits, "x4")) written += digits;
        return new string(output[..written]);
    }

    // The language of a Cyrillic name by the letters that only it has.
    static RuleTable Cyrillic(ReadOnlySpan<char> name)
    {
        if (name.ContainsAny("ўЎ") && name.ContainsAny("іІ")) return Belarusian.Value;
        if (name.ContainsAny(UkrainianLetters) || name.Contains("ськ", StringComparison.OrdinalIgnoreCase) || name.Contains("цьк", StringComparison.OrdinalIgnoreCase))
            return Ukrainian.Value;
        if (name.ContainsAny(SerbianLetters)) return Serbian.Value;
        for (var i = name.IndexOfAny('ъ', 'Ъ'); i >= 0 && i + 1 < name.Length;)
        {
            if (!"еёюяЕЁЮЯ".Contains(name[i + 1])) return Bulgarian.Value;
            var next = name[(i + 1)..].IndexOfAny('ъ', 'Ъ');
            i = next < 0 ? -1 : i + 1 + next;
        }
        return Russian.Value;
    }
}
