using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Ostrakon.Server.Access;
using Ostrakon.Server.Hosting;
using Ostrakon.Store.Keys;

namespace Ostrakon.Server.Yente;

/// <summary>The interface of yente (OpenSanctions), for the clients that speak it. What differs is said in docs/interfaces.md.</summary>
static class YenteApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var yente = app.MapGroup("").WithTags("yente").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        yente.MapPost("/match/{dataset}", MatchApi.Post).Needs(Scopes.Screen).WithMetadata(new RequestSizeLimitAttribute(8 * ServerOptions.MaxQueryBytes)).WithSummary("Queries by example: up to 100 FollowTheMoney entities")
            .WithDescription("In the address: algorithm, threshold, limit, include_dataset, exclude_dataset, exclude_schema, topics, changed_since, exclude_entity_ids.");
        yente.MapGet("/search/{dataset}", SearchApi.Get).WithSummary("Parties by a piece of text, with filters and facets")
            .WithDescription("In the address: q, schema, countries, topics, datasets, include_dataset, exclude_dataset, exclude_schema, changed_since, filter, filter_op, facets, sort, limit, offset.");
        yente.MapGet("/entities/{id}", EntitiesApi.Get).WithSummary("One party with its sanctions and links").Produces(StatusCodes.Status308PermanentRedirect);
        yente.MapGet("/entities/{id}/adjacent", EntitiesApi.Adjacent).WithSummary("What stands beside a party, in pages by property");
        yente.MapGet("/entities/{id}/adjacent/{property}", EntitiesApi.AdjacentBy).WithSummary("What stands beside a party in one property");
        yente.MapGet("/catalog", CatalogApi.Catalog).WithSummary("The datasets: each list in use, and default for all");
        yente.MapGet("/algorithms", CatalogApi.GetAlgorithms).WithSummary("The matchers");
        yente.MapPost("/updatez", CatalogApi.Update).Needs(Scopes.None).WithSummary("Take a new state of the lists into use").ProducesProblem(StatusCodes.Status403Forbidden);
    }
}
