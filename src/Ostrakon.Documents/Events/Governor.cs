using System.Collections.Frozen;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Events;

/// <summary>What a word does to the factuality of what it governs: the classes of governors.tsv. A word may have several.</summary>
[Flags]
enum Governor
{
    None = 0, Say = 1, Evidence = 2, Allege = 4, Deny = 8, Threat = 16, Intend = 32, Seek = 64, Able = 128, Fail = 256, Begin = 512,
    GoOn = 1024, Demand = 2048, Ask = 4096, Doubt = 8192, Do = 1 << 14, Cancel = 1 << 15, Plan = 1 << 16, Propose = 1 << 17, Occur = 1 << 18,
    Miscarry = 1 << 19, Not = 1 << 20, Hear = 1 << 21, Foil = 1 << 22,
}

/// <summary>The governors, asked by part ('v', 'n', 'a', 'm' before a noun, 'r' adverb) and any written form. Immutable.</summary>
static class Governors
{
    static readonly FrozenDictionary<string, Governor> All = Load();
    static readonly FrozenDictionary<string, Governor>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Governor Of(char part, ReadOnlySpan<char> form)
    {
        Span<char> key = stackalloc char[form.Length + 1];
        key[0] = part;
        form.CopyTo(key[1..]);
        return Lookup.TryGetValue(key, out var found) ? found : Governor.None;
    }

    /// <summary>Of a verb with a particle the verb is inflected: "ruled out".</summary>
    static IEnumerable<string> Forms(string word, char part) =>
        part == 'v' && word.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? Inflection.Forms(word[..blank], part).Select(form => form + word[blank..]) : Inflection.Forms(word, part);

    static FrozenDictionary<string, Governor> Load()
    {
        var all = new Dictionary<string, Governor>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Resources.Lines("Events/governors.tsv"))
        {
            var columns = line.Split('\t');
            var @class = Enum.Parse<Governor>(columns[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            foreach (var word in columns[2].Split('|'))
                foreach (var form in Forms(word, columns[1][0]))
                    all[columns[1][0] + form] = all.GetValueOrDefault(columns[1][0] + form) | @class;
        }
        return all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
