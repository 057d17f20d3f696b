using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Ostrakon.Server.Pages;
using Ostrakon.Server.Pages.Slices;
using Ostrakon.Store.Keys;

namespace Ostrakon.Server.Access;

/// <summary>
/// The way in for people with a browser: the key is typed once and kept in a cookie that scripts cannot read and other sites cannot send.
/// </summary>
static class SignIn
{
    public const string Cookie = "ostrakon-key";

    const string Address = "/sign-in";

    static readonly TimeSpan Lasting = TimeSpan.FromHours(12);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, static (string? to) => Site.Show(SignInSlice.Create(new(Inside(to), null)))).Needs(Scopes.None);
        app.MapPost(Address, static async (HttpContext http, KeyRing ring) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            var (key, to) = (form["key"].FirstOrDefault()?.Trim() ?? "", Inside(form["to"].FirstOrDefault()));
            if (await ring.FindAsync(key, http.RequestAborted) is null)
                return Site.Show(SignInSlice.Create(new(to, "This key is not accepted: it is unknown or was revoked.")), StatusCodes.Status401Unauthorized);
            http.Response.Cookies.Append(Cookie, key, Options(http, Lasting));
            return Results.LocalRedirect(to);
        }).Needs(Scopes.None);
        app.MapPost("/sign-out", static (HttpContext http) =>
        {
            http.Response.Cookies.Delete(Cookie, Options(http, null));
            return Results.LocalRedirect(Address);
        }).Needs(Scopes.None);
    }

    /// <summary>Sends a browser that looks at a page to the sign-in; false for everything else.</summary>
    public static bool Asked(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Headers.Accept.All(static a => a?.Contains("text/html", StringComparison.OrdinalIgnoreCase) != true)) return false;
        http.Response.Redirect($"{Address}?to={Uri.EscapeDataString(request.Path + request.QueryString)}");
        return true;
    }

    /// <summary>Only a page of ours may be gone to afterwards.</summary>
    static string Inside(string? to) => to is ['/', not ('/' or '\\'), ..] && !to.Contains('\\', StringComparison.Ordinal) && !to.Any(char.IsControl) ? to : "/";

    static CookieOptions Options(HttpContext http, TimeSpan? lasting) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/", MaxAge = lasting, IsEssential = true };
}

/// <summary>The sign-in page. Immutable.</summary>
/// <param name="To">Where to go afterwards.</param>
/// <param name="Problem">What is wrong with the key.</param>
public sealed record SignInModel(string To, string? Problem);
