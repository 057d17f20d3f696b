using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;
using Ostrakon.Lists.Deltas;
using Ostrakon.Server.Access;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Pages.Slices;
using Ostrakon.Server.Updates;
using Ostrakon.Store.Keys;

namespace Ostrakon.Server.Pages;

/// <summary>What is loaded, how old it is, how completely it was read, what changed last.</summary>
static class ListsPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/lists", static (ListsInUse lists, UpdateRunner updates) =>
        {
            using var use = lists.Use();
            return Site.Show(ListsSlice.Create(new(use.Snapshot.Lists, lists.Age, lists.Archive.InUse(), use.Snapshot.PartyCount, updates.State, use.Snapshot.Demonstration)));
        });
        app.MapPost("/lists/update", static (UpdateRunner updates) =>
        {
            updates.Ask();
            return Results.Redirect("/lists#update");
        }).Needs(Scopes.Admin);
        app.MapGet("/lists/{id}", static (string id, string? old, string? @new, ListsInUse lists, CancellationToken cancel) =>
        {
            using var use = lists.Use();
            var list = use.Snapshot.Lists.FirstOrDefault(l => l.List == id) ?? throw ProblemException.NotFound($"The list '{id}' is not in use.");
            ImmutableArray<string> kept = [.. lists.Archive.Versions(id).Select(static v => v.Version.Version)];
            var delta = kept.Length > 1 && (old is not null || kept.IndexOf(list.Version) > 0) ? KeptDelta.Between(lists.Archive, id, old, @new, cancel) : null;
            return Site.Show(ListSlice.Create(new(list, lists.Age, kept, delta, use.Snapshot.Demonstration)));
        }).RequireRateLimiting(Concurrency.Heavy);
    }
}

/// <summary>The page of all lists. Immutable.</summary>
public sealed record ListsModel(ImmutableArray<ListVersion> Lists, ListAge Age, InUse InUse, int Parties, UpdateRun Update, bool Demonstration);

/// <summary>The page of one list. Immutable.</summary>
public sealed record ListModel(ListVersion List, ListAge Age, ImmutableArray<string> Kept, KeptDelta? Delta, bool Demonstration);
