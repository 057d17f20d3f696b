using Microsoft.AspNetCore.Http;
using Ostrakon.Lists;
using Ostrakon.Lists.Deltas;
using Ostrakon.Server.Hosting;

namespace Ostrakon.Server.Api;

/// <summary>The lists in use, what changed in them, and the parties on them.</summary>
static class ListsApi
{
    public static IResult Lists(ListsInUse lists)
    {
        using var use = lists.Use();
        return JsonAnswer.Of(json => ListsJson.WriteLists(json, use.Snapshot, lists.Age, lists.Archive));
    }

    public static IResult Diff(string id, string? old, string? @new, ListsInUse lists, CancellationToken cancel)
    {
        if (lists.Archive.Versions(id).IsEmpty) throw ProblemException.NotFound($"No version of the list '{id}' is kept here.");
        var kept = KeptDelta.Between(lists.Archive, id, old, @new, cancel);
        return JsonAnswer.Of(json => ListsJson.WriteDelta(json, id, kept.Old, kept.New, kept.Delta));
    }

    public static IResult Party(string id, ListsInUse lists)
    {
        using var use = lists.Use();
        var number = use.Snapshot.Find(id);
        if (number < 0) throw ProblemException.NotFound($"There is no party '{id}' in the lists in use.");
        return JsonAnswer.Of(json => PartyJson.Write(json, use.Snapshot.Party(number), use.Snapshot));
    }
}
