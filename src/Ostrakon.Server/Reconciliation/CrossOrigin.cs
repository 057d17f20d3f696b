using Microsoft.AspNetCore.Http;
using Ostrakon.Server.Hosting;

namespace Ostrakon.Server.Reconciliation;

/// <summary>
/// Reconciliation is made for other programs' pages, so here alone they are answered across origins: those of programs on this machine, as
/// OpenRefine is, and those that the operator names. A page from the web is not: the user's own lists may be asked here too.
/// </summary>
sealed class CrossOrigin(ServerOptions options)
{
    const string Path = "/reconcile";

    /// <summary>Whether a request comes from a page that may ask here.</summary>
    public bool Admits(HttpRequest request) =>
        request.Path.StartsWithSegments(Path) && request.Headers.Origin is [{ Length: > 0 } origin]
        && ((Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.IsLoopback) || options.ReconcileOrigins.Contains("*") || options.ReconcileOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase));

    public Task Middleware(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments(Path)) return next(http);
        var admitted = Admits(http.Request);
        var origin = http.Request.Headers.Origin;
        http.Response.AtStart(headers =>
        {
            headers.Vary = "Origin";
            if (!admitted) return;
            headers.AccessControlAllowOrigin = origin;
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        });
        if (!admitted || !HttpMethods.IsOptions(http.Request.Method)) return next(http);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        http.Response.Headers.AccessControlAllowMethods = "GET, POST";
        http.Response.Headers.AccessControlAllowHeaders = "Content-Type, Authorization";
        http.Response.Headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
    }

    /// <summary>The pages that may show a preview in a frame, for a content security policy.</summary>
    public static string FrameAncestors(ServerOptions options) =>
        string.Join(' ', ["'self'", "http://127.0.0.1:*", "http://localhost:*", .. options.ReconcileOrigins]);
}
