using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Ostrakon.Store.Keys;

namespace Ostrakon.Server.Access;

/// <summary>What an endpoint needs of a key; <see cref="Scopes.None"/> is open to everybody. Immutable.</summary>
sealed record NeededScope(Scopes Scope);

/// <summary>Who asks.</summary>
static class Caller
{
    /// <summary>Says what a key must be allowed to reach these endpoints. Where nothing is said, it is <see cref="Scopes.Read"/>.</summary>
    public static T Needs<T>(this T endpoints, Scopes scope) where T : IEndpointConventionBuilder => endpoints.WithMetadata(new NeededScope(scope));

    /// <summary>The key of a request; null on a server without keys.</summary>
    public static ApiKey? Key(this HttpContext http) => http.Items.TryGetValue(typeof(ApiKey), out var key) ? (ApiKey?)key : null;

    /// <summary>Whether a request may do this too.</summary>
    public static bool May(this HttpContext http, Scopes scope) => http.Key() is not { } key || key.May(scope);

    public static void SetKey(HttpContext http, ApiKey key) => http.Items[typeof(ApiKey)] = key;
}
