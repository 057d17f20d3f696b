using System.Collections.Immutable;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ftm;

/// <summary>Entities of a file as entries: sanctions, documents and links join the party that they belong to.</summary>
static class FtmEntries
{
    static readonly string[] SanctionProperties = ["entity", "program", "programId", "listingDate", "startDate", "reason"];

    /// <summary>The entries of the parties among <paramref name="lines"/>, in file order.</summary>
    /// <param name="lines">The entities that have a line of their own.</param>
    /// <param name="nested">Those found inside them: never entries themselves.</param>
    /// <param name="coverage">Counts every value.</param>
    public static IEnumerable<Entry> Of(List<FtmEntity> lines, List<FtmEntity> nested, CoverageCounter coverage)
    {
        var all = lines.Concat(nested).ToList();
        var byId = new Dictionary<string, FtmEntity>(StringComparer.Ordinal);
        foreach (var entity in all) byId.TryAdd(entity.Id, entity);
        var belongings = Belongings(all).ToLookup(b => b.Owner, b => b.Thing, StringComparer.Ordinal);
        var parties = lines.Where(e => FtmLinks.Parties.Contains(e.Schema) && e.Target != false).ToList();
        var entryIds = parties.DistinctBy(e => e.Id).ToDictionary(e => e.Id, EntryId, StringComparer.Ordinal);
        var links = Links(all, byId, entryIds).ToLookup(l => l.Party, l => l.Relation, StringComparer.Ordinal);
        foreach (var entity in all) Count(entity, coverage);
        foreach (var party in parties)
            yield return Entry(party, [.. belongings[party.Id]], links[party.Id], byId);
    }

    static string EntryId(FtmEntity entity) => entity.Extras?.Entry ?? entity.Id;

    static IEnumerable<(string Owner, FtmEntity Thing)> Belongings(List<FtmEntity> all) =>
        from entity in all
        where FtmLinks.Belongings.ContainsKey(entity.Schema)
        from owner in entity.All(FtmLinks.Belongings[entity.Schema]).Distinct()
        select (owner, entity);

    static Entry Entry(FtmEntity party, ImmutableArray<FtmEntity> belongings, IEnumerable<Relation> links, Dictionary<string, FtmEntity> byId)
    {
        var sanctions = belongings.Where(b => b.Schema == "Sanction").ToList();
        var programs = sanctions.SelectMany(s => s.First("program") is null ? s.All("programId") : s.All("program")).Distinct();
        var reason = string.Join('\n', sanctions.SelectMany(s => s.All("reason")).Distinct());
        var extras = party.Extras;
        return new()
        {
            Id = EntryId(party),
            Schema = party.Schema == "PublicBody" ? "Organization" : party.Schema,
            Names = extras is null ? FtmNames.Of(party) : Names(party, extras),
            Facts = [.. extras is null ? PlainFacts(party, belongings, byId) : OwnFacts(party, sanctions, extras)],
            Programs = [.. programs],
            ListedOn = sanctions.Select(s => s.First("listingDate") ?? s.First("startDate")).Where(d => d is not null).Order(StringComparer.Ordinal).FirstOrDefault(),
            Reason = reason.Length == 0 ? null : reason,
            Relations = [.. (extras?.Relations ?? []).Concat(links).Distinct()],
            Published = extras?.Published ?? Published(party, belongings),
            StandsFor = extras?.StandsFor,
        };
    }

    /// <summary>The names of our own export, without those edited away and with those added.</summary>
    static ImmutableArray<PartyName> Names(FtmEntity party, FtmExtras extras)
    {
        var kept = extras.Names.Where(n => party.All(FtmNames.PropertyOf(n.Kind)).Contains(n.Text)).ToList();
        var added = FtmNames.Of(party).Where(n => !extras.Names.Any(k => k.Text == n.Text));
        return kept is [{ Kind: NameKind.Primary }, ..] ? [.. kept, .. added.Select(n => n.Kind == NameKind.Primary ? n with { Kind = NameKind.Alias } : n)] : FtmNames.Of(party);
    }

    /// <summary>The facts of our own export, likewise.</summary>
    static IEnumerable<Fact> OwnFacts(FtmEntity party, List<FtmEntity> sanctions, FtmExtras extras)
    {
        // The authority's own id is the entry id, which the extras hold.
        var plain = PlainFacts(party, [.. sanctions], new(StringComparer.Ordinal)).Where(f => f.Property != "sanctions.authorityId").ToList();
        var written = plain.Select(f => (f.Property, f.Value)).ToHashSet();
        var kept = extras.Facts.Where(f => FtmValues.Of(f).All(v => written.Contains((f.Property, v)))).ToList();
        var known = kept.SelectMany(f => FtmValues.Of(f).Select(v => (f.Property, v))).ToHashSet();
        return kept.Concat(plain.Where(f => !known.Contains((f.Property, f.Value))));
    }

    static IEnumerable<Fact> PlainFacts(FtmEntity party, ImmutableArray<FtmEntity> belongings, Dictionary<string, FtmEntity> byId)
    {
        foreach (var (property, value) in party.Values)
        {
            if (FtmLinks.NameProperties.Contains(property)) continue;
            // A number may happen to be the id of another party; only known properties refer to one.
            if (!byId.TryGetValue(value, out var other) || FtmLinks.Parties.Contains(other.Schema) && other.Schema != "CryptoWallet" && !FtmLinks.Direct.ContainsKey(property))
                yield return new(property, value);
            else if (other.Schema == "Address")
            {
                var address = other.First("full") ?? string.Join(", ", other.All("street").Concat(other.All("city")));
                if (address.Length > 0) yield return new("address", address, Country: other.First("country"));
                else if (other.First("country") is { } country) yield return new("country", country);
            }
            else if (other.Schema == "CryptoWallet") yield return new("publicKey", other.Label, other.First("currency"));
        }
        foreach (var thing in belongings)
            if (thing.Schema == "Sanction")
            {
                foreach (var (property, value) in thing.Values)
                    // Beside a listing date, the start is a fact of its own.
                    if (!SanctionProperties.Contains(property) || property == "startDate" && thing.First("listingDate") is not null) yield return new($"sanctions.{property}", value);
            }
            else if (thing.First("number") is { } number)
                yield return new(thing.Schema == "Passport" ? "passportNumber" : "idNumber", number, thing.First("type"), thing.First("country"),
                    thing.First("endDate") is { } end ? $"expires {end}" : null);
    }

    static ImmutableArray<PublishedField> Published(FtmEntity party, ImmutableArray<FtmEntity> belongings) =>
    [
        new("schema", party.Schema),
        .. party.Values.Select(v => new PublishedField(v.Property, v.Value)),
        .. belongings.SelectMany(b => b.Values.Select(v => new PublishedField($"{b.Schema}.{v.Property}", v.Value))),
    ];

    static IEnumerable<(string Party, Relation Relation)> Links(List<FtmEntity> all, Dictionary<string, FtmEntity> byId, Dictionary<string, string> entryIds)
    {
        foreach (var entity in all.Where(e => e.Extras is null))
            if (FtmLinks.All.TryGetValue(entity.Schema, out var link))
                foreach (var from in entity.All(link.From))
                    foreach (var to in entity.All(link.To))
                    {
                        if (entryIds.ContainsKey(from)) yield return (from, Seen(link.FromKind, to));
                        if (entryIds.ContainsKey(to)) yield return (to, Seen(link.ToKind, from));
                    }
            else if (FtmLinks.Parties.Contains(entity.Schema))
                foreach (var (property, value) in entity.Values)
                    if (FtmLinks.Direct.TryGetValue(property, out var direct) && byId.TryGetValue(value, out var other) && FtmLinks.Parties.Contains(other.Schema))
                    {
                        if (entryIds.ContainsKey(entity.Id)) yield return (entity.Id, Seen(direct.FromKind, value));
                        if (entryIds.ContainsKey(value)) yield return (value, Seen(direct.ToKind, entity.Id));
                    }

        Relation Seen(string kind, string other) => new(kind, byId.TryGetValue(other, out var e) ? e.Label : other, entryIds.GetValueOrDefault(other));
    }

    static void Count(FtmEntity entity, CoverageCounter coverage)
    {
        var known = FtmLinks.Parties.Contains(entity.Schema) || FtmLinks.All.ContainsKey(entity.Schema)
            || FtmLinks.Belongings.ContainsKey(entity.Schema) || entity.Schema == "Address";
        foreach (var (property, _) in entity.Values)
            if (known) coverage.Map();
            else coverage.Miss($"{entity.Schema}/{property}");
    }
}
