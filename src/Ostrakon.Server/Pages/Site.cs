using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RazorSlices;

namespace Ostrakon.Server.Pages;

/// <summary>The pages for people: rendered here, complete without a script. Which address shows what, in one place.</summary>
static class Site
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        Assets.Map(pages);
        SearchPage.Map(pages);
        PartyPage.Map(pages);
        ReadPages.Map(pages);
        FilesPages.Map(pages);
        ListsPages.Map(pages);
    }

    /// <summary>A page, with the status that goes with it.</summary>
    public static IResult Show(RazorSlice page, int status = StatusCodes.Status200OK) => new Shown(page, status);

    sealed class Shown(RazorSlice page, int status) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            httpContext.Response.Headers.CacheControl = "no-store";   // answers hold customers' names
            page.HttpContext = httpContext;
            await page.RenderAsync(httpContext.Response.BodyWriter, cancellationToken: httpContext.RequestAborted);
        }
    }
}

/// <summary>What the frame around each page needs. Immutable.</summary>
/// <param name="Title">The page's own title.</param>
/// <param name="Section">Which entry of the navigation it belongs to.</param>
/// <param name="Demonstration">Whether only the starter list answers.</param>
/// <param name="Refresh">After how many seconds the page loads itself again; null = never.</param>
public sealed record Frame(string Title, string Section, bool Demonstration, int? Refresh = null);
