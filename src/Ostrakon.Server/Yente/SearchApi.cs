using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Ostrakon.Matching;
using Ostrakon.Parties;
using Ostrakon.Server.Entities;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Roster;

namespace Ostrakon.Server.Yente;

/// <summary><c>GET /search/{dataset}</c>: parties by a piece of text, with filters, facets and pages; without a text, all.</summary>
static class SearchApi
{
    const int DefaultPage = 10, MostPage = 500, MostOffset = 9499, MostFuzzy = 500;

    static readonly string[] DefaultFacets = ["countries", "topics", "datasets"];

    public static IResult Get(string dataset, HttpRequest request, ListsInUse lists, RosterInUse rosters, CancellationToken cancel)
    {
        using var use = lists.Use();
        var filter = new EntityFilter(dataset, request.Query, use.Snapshot, search: true);
        var (limit, offset) = Page(request.Query);
        var roster = rosters.Of(use.Snapshot);
        var entities = new EntityJson(use.Snapshot, roster);
        var found = Found(request.Query["q"].FirstOrDefault() ?? "", use, roster, cancel)
            .Where(f => filter.Accepts(f.Party, e => EntityJson.Properties(use.Snapshot.Party(e.Number)))).ToList();
        Sort(found, [.. request.Query["sort"].OfType<string>()]);
        var facets = request.Query["facets"].OfType<string>().ToArray();
        return JsonAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("results");
            foreach (var (party, _) in found.Skip(offset).Take(limit)) entities.Write(json, use.Snapshot.Party(party.Number));
            json.WriteEndArray();
            json.WriteStartObject("facets");
            foreach (var facet in facets.Length == 0 ? DefaultFacets : facets) WriteFacet(json, facet, found, e => EntityJson.Properties(use.Snapshot.Party(e.Number)));
            json.WriteEndObject();
            MatchApi.WriteTotal(json, found.Count);
            json.WriteNumber("limit", limit);
            json.WriteNumber("offset", offset);
            ScreeningJson.WriteVersions(json, use.Snapshot);
            ScreeningJson.WriteDemonstration(json, use.Snapshot);
            json.WriteEndObject();
        });
    }

    /// <summary>The page that the address asks for.</summary>
    public static (int Limit, int Offset) Page(IQueryCollection address)
    {
        int Number(string key, int otherwise, int most) => address[key].FirstOrDefault() is not { Length: > 0 } text ? otherwise
            : int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= most ? number
            : throw ProblemException.Bad($"{key} is a number from 0 to {most}.");
        return (Number("limit", DefaultPage, MostPage), Number("offset", 0, MostOffset));
    }

    /// <summary>Parties that have the words, and parties that a screening of the text as a name finds: other spellings, other scripts.</summary>
    public static IEnumerable<(RosterEntry Party, double Score)> Found(string text, ListsUse use, ListRoster roster, CancellationToken cancel)
    {
        var byWords = roster.Beginning(text);
        if (!QueryCheck.HasLetters(text)) return byWords;
        if (text.Length > QueryCheck.LongestName) throw ProblemException.Bad($"The text is longer than {QueryCheck.LongestName:N0} characters.");
        var alike = use.Screener.Screen(new() { Names = [text] }, new() { Limit = MostFuzzy }, cancel).Hits.Select(h => (Party: roster.All[h.Number], h.Score));
        return byWords.Concat(alike).GroupBy(static f => f.Party.Number).Select(static g => g.MaxBy(static f => f.Score))
            .OrderByDescending(static f => f.Score).ThenBy(static f => f.Party.Number);
    }

    static void Sort(List<(RosterEntry Party, double Score)> found, string[] sorts)
    {
        IOrderedEnumerable<(RosterEntry Party, double Score)>? order = null;
        foreach (var sort in sorts)
        {
            var (field, down) = sort.Split(':') is [var name, var direction] ? (name, direction == "desc") : (sort, false);
            Func<(RosterEntry Party, double Score), string?> key = field switch
            {
                "caption" or "name" => static f => f.Party.Caption,
                "id" => static f => f.Party.Id,
                "schema" => static f => f.Party.Schema,
                "first_seen" => static f => f.Party.ListedOn,
                "last_seen" or "last_change" => static f => EntityJson.Time(f.Party.Fetched),
                _ => throw ProblemException.Bad($"Cannot sort by '{field}': use caption, id, schema, first_seen or last_seen, each with :asc or :desc."),
            };
            order = order is null ? found.OrderBy(f => key(f) is null) : order.ThenBy(f => key(f) is null);   // unknown last
            order = down ? order.ThenByDescending(key, StringComparer.Ordinal) : order.ThenBy(key, StringComparer.Ordinal);
        }
        if (order is null) return;
        var sorted = order.ThenByDescending(static f => f.Score).ThenBy(static f => f.Party.Number).ToList();
        found.Clear();
        found.AddRange(sorted);
    }

    static void WriteFacet(Utf8JsonWriter json, string facet, List<(RosterEntry Party, double Score)> found, Func<RosterEntry, Lists.Ftm.FtmProperties> properties)
    {
        (string Label, Func<RosterEntry, IEnumerable<string>> Values, Func<string, string> ValueLabel) = facet switch
        {
            "countries" => ("Countries", (Func<RosterEntry, IEnumerable<string>>)(static e => e.Countries), (Func<string, string>)(static c => Countries.NameOf(c) ?? c)),
            "topics" => ("Topics", static e => e.Topics, Topics.Label),
            "datasets" => ("Data sources", static e => e.Lists, Lists.ListTitles.Of),
            "schema" => ("Entity types", static e => [e.Schema], static s => Schemata.Find(s)?.Label ?? s),
            "genders" => ("Genders", e => properties(e).Values("gender"), static g => g),
            "identifiers" => ("Identifiers", e => properties(e).All.Where(static p => new Fact(p.Name, "").IsIdentifier).SelectMany(static p => p.Values), static i => i),
            _ => throw ProblemException.Bad($"There is no facet '{facet}': use countries, topics, datasets, schema, genders or identifiers."),
        };
        json.WriteStartObject(facet);
        json.WriteString("label", Label);
        json.WriteStartArray("values");
        foreach (var group in found.SelectMany(f => Values(f.Party)).CountBy(static v => v).OrderByDescending(static v => v.Value).ThenBy(static v => v.Key, StringComparer.Ordinal).Take(1000))
        {
            json.WriteStartObject();
            json.WriteString("name", group.Key);
            json.WriteString("label", ValueLabel(group.Key));
            json.WriteNumber("count", group.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
