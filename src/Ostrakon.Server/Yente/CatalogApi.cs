using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Ostrakon.Lists;
using Ostrakon.Server.Entities;
using Ostrakon.Server.Hosting;

namespace Ostrakon.Server.Yente;

/// <summary>Which datasets are here and how fresh, which algorithms, and the wish that a new state be taken into use.</summary>
static class CatalogApi
{
    public static IResult Catalog(ListsInUse lists)
    {
        using var use = lists.Use();
        var loaded = use.Snapshot.Lists;
        return JsonAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("datasets");
            Write(json, DatasetScope.Default, "All lists in use", Version(loaded), loaded.Max(static l => l.Fetched), use.Snapshot.PartyCount, [.. loaded.Select(static l => l.List)]);
            foreach (var list in loaded) Write(json, list.List, ListTitles.Of(list.List), Version([list]), list.Fetched, list.Entries, [], list);
            json.WriteEndArray();
            EntityJson.WriteTexts(json, "current", [DatasetScope.Default, .. loaded.Select(static l => l.List)]);
            EntityJson.WriteTexts(json, "outdated", []);
            json.WriteBoolean("index_stale", false);
            json.WriteEndObject();
        });
    }

    public static IResult GetAlgorithms() => JsonAnswer.Of(Algorithms.Write);

    /// <summary>A new state is noticed at every question; this call answers when it is in use.</summary>
    public static IResult Update(string? token, ListsInUse lists, ServerOptions options)
    {
        if (string.IsNullOrEmpty(options.UpdateToken) || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token ?? ""), Encoding.UTF8.GetBytes(options.UpdateToken)))
            throw new ProblemException(StatusCodes.Status403Forbidden, "Invalid token.");
        using var use = lists.Use();
        return JsonAnswer.Of(static json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "ok");
            json.WriteEndObject();
        });
    }

    static void Write(Utf8JsonWriter json, string name, string title, string version, DateTimeOffset updated, int entities, ImmutableArray<string> children, ListVersion? list = null)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("title", title);
        json.WriteNull("summary");
        json.WriteNull("url");
        json.WriteBoolean("load", true);
        json.WriteNull("entities_url");
        json.WriteString("version", version);
        json.WriteString("index_version", version);
        json.WriteBoolean("index_current", true);
        json.WriteString("updated_at", EntityJson.Time(updated));
        json.WriteString("last_export", EntityJson.Time(updated));
        json.WriteNumber("entity_count", entities);
        if (list is not null) json.WriteString("list_version", list.Version);
        EntityJson.WriteTexts(json, "children", children);
        json.WriteEndObject();
    }

    /// <summary>A version as yente's clients read it: the time of the latest import, and three letters of a hash over all contents.</summary>
    static string Version(ImmutableArray<ListVersion> lists)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lists.Select(static l => l.Sha256))));
        return $"{lists.Max(static l => l.Fetched).UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(hash)[..3]}";
    }
}
