using System.Collections.Frozen;
using System.Text;
using Ostrakon.Names;

namespace Ostrakon.Parties;

/// <summary>Countries by the codes and names that lists and customer files use. Safe for any number of threads.</summary>
public static class Countries
{
    static readonly Lazy<FrozenDictionary<string, string>> Codes = new(Load);

    /// <summary>The ISO 3166-1 two-letter code of a code of two or three letters or of a name; null where none is known.</summary>
    public static string? CodeOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = Key(text);
        return Codes.Value.TryGetValue(key, out var code) ? code
            : key.StartsWith("the ", StringComparison.Ordinal) ? Codes.Value.GetValueOrDefault(key[4..])
            : null;
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
        using var stream = typeof(Countries).Assembly.GetManifestResourceStream("Parties/countries.tsv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var cells = line.Split('\t');
            codes.TryAdd(Key(cells[0]), cells[0]);
            codes.TryAdd(Key(cells[1]), cells[0]);
            foreach (var name in cells[2].Split('|')) codes.TryAdd(Key(name), cells[0]);
        }
        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
