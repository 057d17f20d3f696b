using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Ostrakon.Lists;
using Ostrakon.Server.Entities;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Yente;

namespace Ostrakon.Server.Reconciliation;

/// <summary>What the service says about itself: Reconciliation Service API 0.2, "Service Manifest".</summary>
static class Manifest
{
    public static JsonAnswer Answer(DatasetScope scope, HttpRequest request) => JsonAnswer.Of(json =>
    {
        var server = $"{request.Scheme}://{request.Host}{request.PathBase}";
        var service = $"{server}/reconcile/{Uri.EscapeDataString(scope.Name)}";
        json.WriteStartObject();
        EntityJson.WriteTexts(json, "versions", ["0.1", "0.2"]);
        json.WriteString("name", $"Ostrakon: {(scope.Name == DatasetScope.Default ? "all sanctions lists in use" : ListTitles.Of(scope.Name))}");
        json.WriteString("identifierSpace", $"{server}/party/");
        json.WriteString("schemaSpace", "https://followthemoney.tech/explorer/schemata/");
        json.WriteString("documentation", $"{server}/docs");
        json.WriteString("serviceVersion", EngineVersion.Engine);
        json.WriteNumber("batchSize", ReconcileQueries.BatchSize);
        Types(json, "defaultTypes", Schemata.All.Where(static s => s.Query is not null && s.Name != "PublicBody"));
        json.WriteStartObject("view");
        json.WriteString("url", $"{server}/party/{{{{id}}}}");
        json.WriteEndObject();
        json.WriteStartObject("preview");
        json.WriteString("url", $"{service}/preview?id={{{{id}}}}");
        json.WriteNumber("width", PartyPreview.Width);
        json.WriteNumber("height", PartyPreview.Height);
        json.WriteEndObject();
        json.WriteStartObject("suggest");
        foreach (var what in (ReadOnlySpan<string>)["entity", "property", "type"])
        {
            Service(json, what, service, $"/suggest/{what}", $"/flyout/{what}?id=${{id}}");
        }
        json.WriteEndObject();
        json.WriteStartObject("extend");
        Service(json, "propose_properties", service, "/properties");
        json.WriteStartArray("property_settings");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    static void Service(Utf8JsonWriter json, string member, string url, string path, string? flyout = null)
    {
        json.WriteStartObject(member);
        json.WriteString("service_url", url);
        json.WriteString("service_path", path);
        if (flyout is not null) json.WriteString("flyout_service_path", flyout);
        json.WriteEndObject();
    }

    /// <summary>Types as a member, each with what it is a kind of.</summary>
    public static void Types(Utf8JsonWriter json, string member, IEnumerable<Schema> schemata)
    {
        json.WriteStartArray(member);
        foreach (var schema in schemata)
        {
            json.WriteStartObject();
            json.WriteString("id", schema.Name);
            json.WriteString("name", schema.Label);
            if (!schema.Parents.IsEmpty) Types(json, "broader", schema.Parents.Select(Schemata.Find).OfType<Schema>());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
