using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Reading;

/// <summary>
/// Links between parties in free text that names others by their UN reference number ("Brother of Yassin Chouka (QDi.301)"): the
/// Security Council writes it, and the lists that follow it copy it. The linked name is that entry's own, so that nothing in the
/// text ever becomes a name.
/// </summary>
static partial class UnReferences
{
    /// <summary>The entries with the relations that their texts state.</summary>
    /// <param name="entries">The entries of one list.</param>
    /// <param name="reference">The UN reference number of an entry; null where it has none.</param>
    /// <param name="text">Its free text.</param>
    public static ImmutableArray<Entry> Link(IReadOnlyList<Entry> entries, Func<Entry, string?> reference, Func<Entry, string?> text)
    {
        var byReference = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
            if (reference(entry) is { } number) byReference.TryAdd(number, entry);
        return
        [
            .. entries.Select(e => text(e) is { } words && Number().Matches(words) is { Count: > 0 } found
                ? e with { Relations = [.. e.Relations, .. Relations(e, words, found, byReference)] }
                : e),
        ];
    }

    static IEnumerable<Relation> Relations(Entry entry, string words, MatchCollection numbers, Dictionary<string, Entry> byReference) =>
        numbers
            .Select(m => (Kind: LinkWords.KindBefore(words, m.Index), Number: m.Groups[1].Value, Other: byReference.GetValueOrDefault(m.Groups[1].Value)))
            .Where(l => l.Other != entry)
            .Select(l => l.Other is { } other ? new Relation(l.Kind, other.Caption, other.Id) : new Relation(l.Kind, l.Number))
            .DistinctBy(r => (r.Kind, r.Entry ?? r.Name));

    [GeneratedRegex(@"\(\s*([A-Z]{2}[ei]\.\d{3})\b")]
    private static partial Regex Number();
}
