using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Ostrakon.Server.Access;
using Ostrakon.Store.Keys;

namespace Ostrakon.Server.Hosting;

/// <summary>Health: <c>/healthz</c> while the process answers, <c>/readyz</c> once the lists are open and a question over them is answered.</summary>
static class Health
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", static () => Status("ok")).Needs(Scopes.None).WithTags("Health").WithSummary("The process answers.");
        app.MapGet("/readyz", static (ListsInUse lists) =>
        {
            using var use = lists.Use();
            return use.Snapshot.PartyCount > 0 ? Status("ok") : Status("no lists", StatusCodes.Status503ServiceUnavailable);
        }).Needs(Scopes.None).WithTags("Health").WithSummary("The lists are open: questions are answered.");
    }

    static JsonAnswer Status(string status, int code = StatusCodes.Status200OK) => JsonAnswer.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("status", status);
        json.WriteEndObject();
    }, code);
}
