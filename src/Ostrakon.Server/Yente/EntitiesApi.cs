using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Ostrakon.Lists.Ftm;
using Ostrakon.Parties;
using Ostrakon.Server.Entities;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Roster;

namespace Ostrakon.Server.Yente;

/// <summary><c>GET /entities/{id}</c> and what stands beside an entity: its sanctions and links.</summary>
static class EntitiesApi
{
    public static IResult Get(string id, bool? nested, ListsInUse lists, RosterInUse rosters)
    {
        using var use = lists.Use();
        if (Find(id, use, "", out var elsewhere) is not { } party) return elsewhere!;
        var entities = new EntityJson(use.Snapshot, rosters.Of(use.Snapshot));
        return JsonAnswer.Of(json => entities.Write(json, party, nested == false ? null : entities.Neighbours(party)));
    }

    public static IResult Adjacent(string id, HttpRequest request, ListsInUse lists, RosterInUse rosters)
    {
        using var use = lists.Use();
        if (Find(id, use, "/adjacent", out var elsewhere) is not { } party) return elsewhere!;
        var entities = new EntityJson(use.Snapshot, rosters.Of(use.Snapshot));
        var page = SearchApi.Page(request.Query);
        return JsonAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("entity");
            entities.Write(json, party);
            json.WriteStartObject("adjacent");
            foreach (var nest in entities.Neighbours(party).GroupBy(static n => n.Nest))
            {
                json.WritePropertyName(nest.Key);
                WritePage(json, [.. nest], page, entities);
            }
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    public static IResult AdjacentBy(string id, string property, HttpRequest request, ListsInUse lists, RosterInUse rosters)
    {
        using var use = lists.Use();
        if (Find(id, use, $"/adjacent/{property}", out var elsewhere) is not { } party) return elsewhere!;
        if (!FtmNeighbours.Nests.Contains(property)) throw ProblemException.NotFound($"No such property: '{property}'. Here are: {string.Join(", ", FtmNeighbours.Nests)}.");
        var entities = new EntityJson(use.Snapshot, rosters.Of(use.Snapshot));
        var page = SearchApi.Page(request.Query);
        return JsonAnswer.Of(json => WritePage(json, [.. entities.Neighbours(party).Where(n => n.Nest == property)], page, entities));
    }

    /// <summary>The party; null where its entity is another one's, with the way there.</summary>
    static Party? Find(string id, ListsUse use, string rest, out IResult? elsewhere)
    {
        elsewhere = null;
        var number = use.Snapshot.Find(id);
        if (number < 0) throw ProblemException.NotFound($"No such entity: '{id}'.");
        var party = use.Snapshot.Party(number);
        if (party.Id == id) return party;
        elsewhere = Results.Redirect($"/entities/{Uri.EscapeDataString(party.Id)}{rest}", permanent: true, preserveMethod: true);
        return null;
    }

    static void WritePage(Utf8JsonWriter json, IReadOnlyList<FtmNeighbour> all, (int Limit, int Offset) page, EntityJson entities)
    {
        json.WriteStartObject();
        json.WriteStartArray("results");
        foreach (var neighbour in all.Skip(page.Offset).Take(page.Limit)) entities.WriteNeighbour(json, neighbour);
        json.WriteEndArray();
        MatchApi.WriteTotal(json, all.Count);
        json.WriteNumber("limit", page.Limit);
        json.WriteNumber("offset", page.Offset);
        json.WriteEndObject();
    }
}
