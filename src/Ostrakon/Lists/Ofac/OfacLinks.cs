using System.Collections.Immutable;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ofac;

/// <summary>The list links parties by name. A name that exactly one entry has becomes a link to that entry.</summary>
static class OfacLinks
{
    /// <summary>
    /// The entries with their links resolved: those by number take the other entry's name, those by name its number where the name is
    /// unambiguous; primary names go before aliases.
    /// </summary>
    public static ImmutableArray<Entry> Resolve(ImmutableArray<Entry> entries)
    {
        var byId = entries.DistinctBy(e => e.Id).ToDictionary(e => e.Id, StringComparer.Ordinal);
        var primary = Index(entries, name => name.Kind == NameKind.Primary);
        var other = Index(entries, name => name.Kind is NameKind.Alias or NameKind.Former);
        return [.. entries.Select(e => e.Relations.IsEmpty ? e : e with { Relations = [.. e.Relations.Select(r => Link(e, r))] })];

        Relation Link(Entry entry, Relation relation)
        {
            var found = relation.Entry is { } id ? byId.GetValueOrDefault(id)
                : primary.GetValueOrDefault(Key(relation.Name)) ?? other.GetValueOrDefault(Key(relation.Name));
            return found is null || found == entry ? relation with { Entry = null } : relation with { Name = found.Caption, Entry = found.Id };
        }
    }

    /// <summary>Entries by name as published and in reading order; null for a name that several have.</summary>
    static Dictionary<string, Entry?> Index(ImmutableArray<Entry> entries, Func<PartyName, bool> choose)
    {
        var index = new Dictionary<string, Entry?>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
            foreach (var name in entry.Names.Where(choose))
                foreach (var text in name.Published is null ? [name.Text] : new[] { name.Text, name.Published })
                    index[Key(text)] = index.TryGetValue(Key(text), out var taken) && taken != entry ? null : entry;
        return index;
    }

    /// <summary>The stop of "Ltd." is also the one that ends the remarks, and gone with it.</summary>
    static string Key(string name) => name.TrimEnd('.');
}
