using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;
using Ostrakon.Server.Access;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Records;
using Ostrakon.Store.Keys;

namespace Ostrakon.Server.Assistants;

/// <summary>The tools for assistants by the Model Context Protocol: at <c>/mcp</c> of the server, or over the process's own input and output.</summary>
public static class AssistantServer
{
    /// <summary>Enough for the largest document as JSON.</summary>
    const int MostBytes = 64 << 20;

    internal static void Add(IServiceCollection services) =>
        Tools(services).WithHttpTransport(static o => o.SessionMode = ModelContextProtocol.AspNetCore.HttpServerSessionMode.Stateless);

    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapMcp("/mcp").Needs(Scopes.Screen).WithMetadata(new RequestSizeLimitAttribute(MostBytes)).RequireRateLimiting(Concurrency.Heavy);

    /// <summary>A host that speaks the protocol over standard input and output. Its log goes to standard error; nothing else may write to standard output.</summary>
    /// <exception cref="Lists.Archive.DataFolderException">The data folder cannot be read.</exception>
    public static IHost OverStandardStreams(ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddConsole(static c => c.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<ListsInUse>();
        RecordKeeping.Add(builder.Services);
        builder.Services.AddMetrics();
        builder.Services.AddSingleton<Telemetry>();
        Tools(builder.Services).WithStdioServerTransport();
        var host = builder.Build();
        host.Services.GetRequiredService<ListsInUse>();   // opened before the first question, or the command fails at once
        return host;
    }

    static IMcpServerBuilder Tools(IServiceCollection services) => services.AddMcpServer(static o =>
    {
        o.ServerInfo = new() { Name = "ostrakon", Title = "Ostrakon", Version = EngineVersion.Engine };
        o.ServerInstructions = "Ostrakon answers from official sanctions lists kept on this machine: who is listed (screen), how two names agree (compare), "
            + "what a document says about whom (read), and what the lists say of one party (party). It only reads. Always report list and version with a listing.";
    }).WithTools<AssistantTools>();
}
