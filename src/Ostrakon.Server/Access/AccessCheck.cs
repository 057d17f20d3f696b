using Microsoft.AspNetCore.Http;
using Ostrakon.Server.Hosting;
using Ostrakon.Store.Keys;

namespace Ostrakon.Server.Access;

/// <summary>
/// Lets a request through to its endpoint where its key may. Programs present the key in a header, <c>Authorization: Bearer KEY</c>, <c>Authorization: ApiKey KEY</c> or
/// <c>X-Api-Key: KEY</c>; browsers in a cookie that the sign-in page sets.
/// </summary>
sealed class AccessCheck(KeyRing ring, KeyRates rates)
{
    const string Challenge = "Bearer realm=\"ostrakon\"";

    public async Task Middleware(HttpContext http, RequestDelegate next)
    {
        var needed = http.GetEndpoint() is { } endpoint ? endpoint.Metadata.GetMetadata<NeededScope>()?.Scope ?? Scopes.Read : Scopes.None;
        if (needed != Scopes.None && await ring.NeededAsync(http.RequestAborted))
        {
            var presented = Presented(http.Request);
            if (presented is null || await ring.FindAsync(presented, http.RequestAborted) is not { } key)
            {
                if (SignIn.Asked(http)) return;
                http.Response.AtStart(static h => h.WWWAuthenticate = Challenge);
                throw new ProblemException(StatusCodes.Status401Unauthorized, presented is null
                    ? "This server wants a key: send Authorization: Bearer KEY. The operator makes one with ostrakon keys create."
                    : "This key is not accepted: it is unknown or was revoked.");
            }
            if (!key.May(needed))
                throw new ProblemException(StatusCodes.Status403Forbidden, $"This key may {key.Scopes.Words()}; this call needs the scope {needed.Words()}.");
            rates.Check(http, key);
            Caller.SetKey(http, key);
        }
        await next(http);
    }

    static string? Presented(HttpRequest request)
    {
        if (request.Headers["X-Api-Key"] is [{ Length: > 0 } plain]) return plain;
        if (request.Headers.Authorization is [{ } header] && header.Split(' ', 2, StringSplitOptions.TrimEntries) is [var scheme, var key]
            && (scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || scheme.Equals("ApiKey", StringComparison.OrdinalIgnoreCase))) return key;
        return request.Cookies[SignIn.Cookie];
    }
}
