using System.Collections.Immutable;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Archive;

/// <summary>Entries that share an id become one with all their names and facts, so that nothing is lost, and a warning says so.</summary>
static class RepeatedEntries
{
    public static ParsedList Merge(ParsedList parsed)
    {
        var places = new Dictionary<string, int>(parsed.Entries.Length, StringComparer.Ordinal);
        var entries = ImmutableArray.CreateBuilder<Entry>(parsed.Entries.Length);
        var repeated = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in parsed.Entries)
        {
            if (places.TryAdd(entry.Id, entries.Count)) { entries.Add(entry); continue; }
            entries[places[entry.Id]] = Merge(entries[places[entry.Id]], entry);
            repeated[entry.Id] = repeated.GetValueOrDefault(entry.Id, 1) + 1;
        }
        return repeated.Count == 0 ? parsed : parsed with
        {
            Entries = entries.ToImmutable(),
            Warnings = [.. parsed.Warnings, .. repeated.Select(r => $"entry id {r.Key} stands {r.Value} times; its rows were merged into one entry: check that they are the same party")],
        };
    }

    static Entry Merge(Entry first, Entry second) => first with
    {
        // Only one name is the primary one.
        Names = [.. first.Names.Union(second.Names.Select(n => n.Kind == NameKind.Primary && !first.Names.Contains(n) ? n with { Kind = NameKind.Alias } : n))],
        Facts = [.. first.Facts.Union(second.Facts)],
        Programs = [.. first.Programs.Union(second.Programs, StringComparer.Ordinal)],
        ListedOn = first.ListedOn ?? second.ListedOn,
        Reason = first.Reason is null || first.Reason == second.Reason ? second.Reason : second.Reason is null ? first.Reason : $"{first.Reason}\n{second.Reason}",
        Relations = [.. first.Relations.Union(second.Relations)],
        Published = [.. first.Published.Union(second.Published)],
        StandsFor = first.StandsFor ?? second.StandsFor,
    };
}
