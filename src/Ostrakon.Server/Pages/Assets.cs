using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Ostrakon.Server.Access;
using Ostrakon.Store.Keys;

namespace Ostrakon.Server.Pages;

/// <summary>Style, script and sign of the pages, out of the assembly. Their addresses carry a hash, so that browsers keep them for good.</summary>
static class Assets
{
    static readonly FrozenDictionary<string, (byte[] Content, string Type, string Hash)> Files = new[]
    {
        ("site.css", "text/css; charset=utf-8"), ("site.js", "text/javascript; charset=utf-8"), ("shard.svg", "image/svg+xml"),
    }.ToFrozenDictionary(static f => f.Item1, static f => Load(f.Item1, f.Item2), StringComparer.Ordinal);

    /// <summary>The address of an asset.</summary>
    public static string Address(string name) => $"/assets/{name}?{Files[name].Hash}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/assets/{name}", static (string name, HttpResponse response) =>
        {
            if (!Files.TryGetValue(name, out var file)) return Results.NotFound();
            response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(file.Content, file.Type, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""));
        }).Needs(Scopes.None);
        app.MapGet("/favicon.ico", static () => Results.Redirect(Address("shard.svg"))).Needs(Scopes.None);
    }

    static (byte[], string, string) Load(string name, string type)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream($"Pages/Assets/{name}")!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return (content, type, Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6)));
    }
}
