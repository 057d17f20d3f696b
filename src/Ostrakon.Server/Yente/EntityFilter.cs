using System.Globalization;
using Microsoft.AspNetCore.Http;
using Ostrakon.Index;
using Ostrakon.Server.Entities;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Roster;

namespace Ostrakon.Server.Yente;

/// <summary>What the address of a match or search asks besides the query: which parties may be answered. Immutable.</summary>
sealed class EntityFilter
{
    readonly string[] excludedSchemata, excludedIds, topics, countries, datasets;
    readonly (string Field, string Value)[] fields;
    readonly bool all;
    readonly DateTimeOffset? changedSince;
    readonly string schema;
    readonly bool? target;

    /// <summary>The lists that are asked.</summary>
    public DatasetScope Scope { get; }

    /// <summary>Whether a party is judged by its lists alone.</summary>
    public bool ByListsAlone { get; }

    public EntityFilter(string dataset, IQueryCollection address, Snapshot snapshot, bool search)
    {
        string[] Many(string key) => [.. address[key].OfType<string>().Where(static v => v.Length > 0)];
        Scope = DatasetScope.Of(dataset, snapshot).With(Many("include_dataset"), Many("exclude_dataset"), snapshot);
        excludedSchemata = Many("exclude_schema");
        topics = Many("topics");
        excludedIds = [.. Many("exclude_entity_ids").Select(id => snapshot.Find(id) is >= 0 and var number ? snapshot.Party(number).Id : id)];
        changedSince = address["changed_since"].FirstOrDefault() is not { Length: > 0 } since ? null
            : DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
            : throw ProblemException.Bad($"changed_since: '{since}' is no time: write YYYY-MM-DD or YYYY-MM-DDThh:mm:ss.");
        schema = "Thing";
        (countries, datasets, fields) = ([], [], []);
        if (search)
        {
            schema = address["schema"].FirstOrDefault() is { Length: > 0 } named ? named : schema;
            if (Schemata.Find(schema) is null) throw ProblemException.Bad("Invalid schema.");
            countries = [.. Many("countries").Select(static c => c.ToLowerInvariant())];
            datasets = Many("datasets");
            fields = [.. Many("filter").Select(static f => f.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (f[..colon], f[(colon + 1)..]) : throw ProblemException.Bad($"Invalid filter: '{f}'. Write field:value."))];
            target = bool.TryParse(address["target"].FirstOrDefault(), out var wanted) ? wanted : null;
            all = string.Equals(address["filter_op"].FirstOrDefault(), "AND", StringComparison.OrdinalIgnoreCase);
        }
        ByListsAlone = excludedSchemata.Length == 0 && topics.Length == 0 && excludedIds.Length == 0 && changedSince is null && !search;
    }

    /// <summary>Whether a party may be answered.</summary>
    /// <param name="party">The party.</param>
    /// <param name="properties">Its properties, asked for only where a field is filtered.</param>
    public bool Accepts(RosterEntry party, Func<RosterEntry, Lists.Ftm.FtmProperties> properties) =>
        target != false
        && (Scope.All || party.Lists.Any(l => Scope.Lists.Contains(l)))
        && !excludedSchemata.Contains(party.Schema)
        && !excludedIds.Contains(party.Id)
        && (changedSince is null || party.Fetched >= changedSince)
        && (schema == "Thing" || Schemata.IsA(party.Schema, schema))
        && Meets(topics, party.Topics.Contains)
        && Meets(countries, party.Countries.Contains)
        && Meets(datasets, d => d == DatasetScope.Default || party.Lists.Contains(d))
        && (fields.Length == 0 || Meets(fields, f => HasField(party, f.Field, f.Value, properties)));

    bool Meets<T>(T[] wanted, Func<T, bool> has) => wanted.Length == 0 || (all ? Array.TrueForAll(wanted, w => has(w)) : Array.Exists(wanted, w => has(w)));

    static bool HasField(RosterEntry party, string field, string value, Func<RosterEntry, Lists.Ftm.FtmProperties> properties) => field switch
    {
        "schema" => party.Schema == value,
        "countries" => party.Countries.Contains(value),
        "topics" => party.Topics.Contains(value),
        "datasets" => party.Lists.Contains(value),
        // A date is met by each beginning of it: the year alone, or year and month.
        _ => properties(party).Values(field.StartsWith("properties.", StringComparison.Ordinal) ? field["properties.".Length..] : field)
            .Any(v => string.Equals(v, value, StringComparison.OrdinalIgnoreCase) || (field.EndsWith("Date", StringComparison.Ordinal) && v.StartsWith(value + "-", StringComparison.Ordinal))),
    };
}
