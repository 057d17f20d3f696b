using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Un;

/// <summary>
/// Links between parties: the comments name other entries with their reference number in brackets ("Brother of Yassin Chouka
/// (QDi.301)"). The linked name is that entry's own, so that nothing in the comments ever becomes a name.
/// </summary>
static partial class UnLinks
{
    /// <summary>The entries with the relations that their comments state.</summary>
    public static ImmutableArray<Entry> Resolve(List<Entry> entries)
    {
        var byId = entries.ToDictionary(e => e.Id, StringComparer.OrdinalIgnoreCase);
        return [.. entries.Select(e => Reference().Matches(e.Reason ?? "") is { Count: > 0 } found ? e with { Relations = Links(e, found, byId) } : e)];
    }

    static ImmutableArray<Relation> Links(Entry entry, MatchCollection references, Dictionary<string, Entry> byId) =>
    [
        .. references
            .Where(m => !m.Groups[1].Value.Equals(entry.Id, StringComparison.OrdinalIgnoreCase))
            .Select(m => byId.TryGetValue(m.Groups[1].Value, out var other)
                ? new Relation(LinkWords.KindBefore(entry.Reason!, m.Index), other.Caption, other.Id)
                : new Relation(LinkWords.KindBefore(entry.Reason!, m.Index), m.Groups[1].Value))
            .DistinctBy(r => (r.Kind, r.Entry ?? r.Name)),
    ];

    [GeneratedRegex(@"\(\s*([A-Z]{2}[ei]\.\d{3})\b")]
    private static partial Regex Reference();
}
