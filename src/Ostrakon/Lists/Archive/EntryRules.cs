using System.Collections.Immutable;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Archive;

/// <summary>What holds for the entries of every list, whoever publishes it: ids are unique, and relations within the list are links.</summary>
static class EntryRules
{
    public static ParsedList Apply(ParsedList parsed)
    {
        var merged = MergeRepeated(parsed);
        return merged with { Entries = Link(merged.Entries) };
    }

    /// <summary>Entries that share an id become one with all their names and facts, so that nothing is lost, and a warning says so.</summary>
    static ParsedList MergeRepeated(ParsedList parsed)
    {
        var places = new Dictionary<string, int>(parsed.Entries.Length, StringComparer.Ordinal);
        var entries = ImmutableArray.CreateBuilder<Entry>(parsed.Entries.Length);
        var repeated = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in parsed.Entries)
        {
            if (places.TryAdd(entry.Id, entries.Count)) { entries.Add(entry); continue; }
            ref readonly var first = ref entries.ItemRef(places[entry.Id]);
            entries[places[entry.Id]] = Merge(first, entry);
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
        Names = [.. first.Names.Union(second.Names)],
        Facts = [.. first.Facts.Union(second.Facts)],
        Programs = [.. first.Programs.Union(second.Programs, StringComparer.Ordinal)],
        ListedOn = first.ListedOn ?? second.ListedOn,
        Reason = first.Reason is null || first.Reason == second.Reason ? second.Reason : second.Reason is null ? first.Reason : $"{first.Reason}\n{second.Reason}",
        Relations = [.. first.Relations.Union(second.Relations)],
        Published = [.. first.Published.Union(second.Published)],
        StandsFor = first.StandsFor ?? second.StandsFor,
    };

    /// <summary>Gives a relation the entry that it names, where exactly one entry of the list bears that name.</summary>
    static ImmutableArray<Entry> Link(ImmutableArray<Entry> entries)
    {
        if (!entries.Any(static e => e.Relations.Any(static r => r.Entry is null))) return entries;
        var bearers = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);   // null: more than one
        foreach (var entry in entries)
            foreach (var name in entry.Names.SelectMany(static n => n.Published is null ? [n.Text] : new[] { n.Text, n.Published }).Distinct(StringComparer.OrdinalIgnoreCase))
                bearers[name] = bearers.TryGetValue(name, out var other) && other != entry.Id ? null : entry.Id;
        return [.. entries.Select(e => !e.Relations.Any(static r => r.Entry is null) ? e : e with
        {
            Relations = [.. e.Relations.Select(r => r.Entry is null && bearers.GetValueOrDefault(r.Name) is { } id && id != e.Id ? r with { Entry = id } : r)],
        })];
    }
}
