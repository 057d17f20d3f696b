using Microsoft.AspNetCore.OpenApi;

namespace Ostrakon.Server.Api;

/// <summary>What the description of the interface (OpenAPI) says about itself.</summary>
static class ApiDescription
{
    public static void Configure(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "Ostrakon";
        document.Info.Version = EngineVersion.Engine;
        document.Info.Description = "Is this party listed? Who is in this document, what do they do, and who of them is listed? What changed?";
        document.Servers?.Clear();   // the address is the reader's own
        return Task.CompletedTask;
    });
}
