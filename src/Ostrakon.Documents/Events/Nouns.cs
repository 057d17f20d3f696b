using System.Collections.Frozen;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>The classes of nouns, asked by any written form. Immutable.</summary>
static class Nouns
{
    static readonly FrozenDictionary<string, NounClass> Classes = Load();
    static readonly FrozenDictionary<string, NounClass>.AlternateLookup<ReadOnlySpan<char>> Lookup = Classes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The classes of a noun of one or more words ("fuel oil"); None where it is not known.</summary>
    public static NounClass Of(ReadOnlySpan<char> noun) => Lookup.TryGetValue(noun, out var found) ? found : NounClass.None;

    /// <summary>The class with the name that the data files use: "dual-use".</summary>
    public static bool TryParse(string name, out NounClass @class) =>
        Enum.TryParse(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out @class);

    static FrozenDictionary<string, NounClass> Load()
    {
        var classes = new Dictionary<string, NounClass>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Resources.Lines("Events/nouns.tsv"))
        {
            var columns = line.Split('\t');
            if (!TryParse(columns[0], out var @class)) throw new InvalidDataException($"nouns.tsv: unknown class {columns[0]}");
            foreach (var noun in columns[1].Split('|'))
                foreach (var form in Inflection.Forms(noun, 'n'))
                    classes[form] = classes.GetValueOrDefault(form) | @class;
        }
        return classes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
