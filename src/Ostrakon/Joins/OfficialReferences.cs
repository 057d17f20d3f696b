using Ostrakon.Parties;

namespace Ostrakon.Joins;

/// <summary>What the lists themselves say about entries of other lists (<c>official-references.tsv</c>).</summary>
static class OfficialReferences
{
    static readonly List<(string List, string Property, string Label, string[] Targets, bool Copy)> Rules =
        [.. EmbeddedText.Rows("Joins/official-references.tsv").Select(static r => (r[0], r[1], r[2], r[3].Split('|'), r[4] == "copy"))];

    /// <summary>All references whose target is in use; a copy is no listing of its own.</summary>
    public static IEnumerable<(int From, int To, bool Copy, string Reason)> Of(ListedEntries entries)
    {
        for (var from = 0; from < entries.Count; from++)
            foreach (var rule in Rules)
            {
                var list = entries.ListOf(from);
                if (rule.List != "*" && rule.List != list) continue;
                foreach (var value in Values(entries[from], rule.Property, rule.Label))
                    foreach (var target in rule.Targets)
                        if (target != list && entries.Find(target, value) is >= 0 and var to)
                            yield return (from, to, rule.Copy, rule.Copy
                                ? $"{list} repeats the entry {value} of {target}"
                                : $"{list} gives {(rule.Property == "id" ? "it the same number" : "the reference number")} {value} of {target}");
            }
    }

    static IEnumerable<string> Values(Entry entry, string property, string label)
    {
        if (property == "id") { yield return entry.Id; yield break; }
        foreach (var fact in entry.Facts)
            if (fact.Property == property && (label.Length == 0 || fact.Type == label)) yield return fact.Value;
    }
}
