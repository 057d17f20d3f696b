using System.Collections.Frozen;
using System.Text;
using Ostrakon.Names;

namespace Ostrakon.Parties;

/// <summary>Countries by the codes and names that lists and customer files use. Safe for any number of threads.</summary>
public static class Countries
{
    static readonly Lazy<FrozenDictionary<string, string>> Codes = new(Load);

    static readonly Lazy<FrozenDictionary<string, string>> Names = new(static () => EmbeddedText.Rows("Parties/countries.tsv")
        .ToFrozenDictionary(static cells => cells[0], static cells => cells[2].Split('|')[0], StringComparer.Ordinal));

    /// <summary>The ISO 3166-1 two-letter code of a code of two or three letters or of a name; null where none is known.</summary>
    public static string? CodeOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = Key(text);
        return Codes.Value.TryGetValue(key, out var code) ? code
            : key.StartsWith("the ", StringComparison.Ordinal) ? Codes.Value.GetValueOrDefault(key[4..])
            : null;
    }

    /// <summary>The usual English name of a two-letter code, in any case; null where none is known.</summary>
    public static string? NameOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Names.Value.GetValueOrDefault(code.ToUpperInvariant());
    }

    /// <summary>Folded words with one blank between them, so that commas, dots and accents do not matter.</summary>
    static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in Folding.Fold(text))
            if (char.IsLetterOrDigit(c)) key.Append(c);
            else if (c is ' ' or ',' or '-' or '(' && key.Length > 0 && key[^1] != ' ') key.Append(' ');
        return key.ToString().TrimEnd();
    }

    static FrozenDictionary<string, string> Load()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cells in EmbeddedText.Rows("Parties/countries.tsv"))
        {
            codes.TryAdd(Key(cells[0]), cells[0]);
            codes.TryAdd(Key(cells[1]), cells[0]);
            foreach (var name in cells[2].Split('|')) codes.TryAdd(Key(name), cells[0]);
        }
        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
