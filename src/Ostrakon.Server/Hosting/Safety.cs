using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ostrakon.Server.Hosting;

/// <summary>
/// What keeps other people's web pages away from a server on the analyst's machine: only known host names are answered (a name rebound to
/// 127.0.0.1 is not), nothing is changed at the wish of another origin, and our pages load nothing from elsewhere and stand in nobody's frame.
/// </summary>
static class Safety
{
    const string Pages = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The page of the interface's description carries its own script and styles inside; it too loads nothing from elsewhere.</summary>
    const string Docs = "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <param name="app">The server.</param>
    /// <param name="hosts">The host names that it answers for.</param>
    /// <param name="admits">Which requests of other origins' pages are answered all the same.</param>
    public static void Use(IApplicationBuilder app, IReadOnlyList<string> hosts, Func<HttpRequest, bool> admits)
    {
        app.Use((HttpContext http, RequestDelegate next) =>
        {
            http.Response.AtStart(headers => Guard(headers, http.Request.Path));
            if (!IsKnown(http.Request.Host.Host, hosts))
                throw new ProblemException(StatusCodes.Status421MisdirectedRequest, $"This server does not answer for the host '{http.Request.Host.Host}'. Start it with --host {http.Request.Host.Host} to allow it.");
            if (IsForeign(http.Request) && !admits(http.Request))
                throw new ProblemException(StatusCodes.Status403Forbidden, "A page of another site may not change anything here.");
            return next(http);
        });
    }

    static void Guard(IHeaderDictionary headers, PathString path)
    {
        headers.TryAdd("Content-Security-Policy", path.StartsWithSegments("/docs") ? Docs : Pages);   // an answer may bring a stricter or an odd one of its own
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";   // with none at all, browsers hide the Origin of our own forms
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
    }

    static bool IsKnown(string host, IReadOnlyList<string> hosts) => hosts.Contains("*") || hosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>Browsers send Origin with every request that may change something; programs send none.</summary>
    static bool IsForeign(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && request.Headers.Origin is [{ } origin] && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    /// <summary>The host names that a server on these addresses answers for.</summary>
    public static IReadOnlyList<string> Hosts(ServerOptions options)
    {
        var hosts = new List<string>(options.AllowedHosts);
        foreach (var url in options.Urls)
        {
            var host = BindingAddress.Parse(url).Host;
            // Listening on all addresses is a decision to be found under any name.
            hosts.AddRange(host is "+" or "*" or "0.0.0.0" or "[::]" ? ["*"] : host is "localhost" or "127.0.0.1" or "[::1]" ? ["localhost", "127.0.0.1", "[::1]"] : [host]);
        }
        return hosts;
    }
}
