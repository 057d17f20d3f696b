using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Ostrakon.Lists.Archive;
using Ostrakon.Server.Access;
using Ostrakon.Server.Api;
using Ostrakon.Server.Assistants;
using Ostrakon.Server.Jobs;
using Ostrakon.Server.Pages;
using Ostrakon.Server.Reconciliation;
using Ostrakon.Server.Records;
using Ostrakon.Server.Roster;
using Ostrakon.Server.Updates;
using Ostrakon.Server.Yente;
using Scalar.AspNetCore;

namespace Ostrakon.Server.Hosting;

/// <summary>The composition root: one process that answers over HTTP, with pages, out of one data folder.</summary>
public static class ServerApp
{
    /// <summary>Builds the server; run it with <c>RunAsync</c>, which ends gracefully at SIGTERM or Ctrl+C.</summary>
    /// <exception cref="DataFolderException">The data folder cannot be read.</exception>
    public static WebApplication Build(ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls([.. options.Urls]);
        if (options.Certificate is not null) builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = ServerOptions.MaxUploadBytes;
            if (options.Certificate is { } certificate) k.ConfigureHttpsDefaults(tls => tls.ServerCertificate = certificate);
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(static c => c.LogToStandardErrorThreshold = LogLevel.Trace);
        if (Console.IsErrorRedirected) builder.Logging.AddJsonConsole(static c => { c.IncludeScopes = false; c.UseUtcTimestamp = true; c.TimestampFormat = "O"; });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        // A start that is refused is told to the user in a sentence; the host would print the stack besides.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);

        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(options.Time);
        services.AddSingleton<KeyRates>();
        services.AddSingleton<KeyRing>();
        services.AddHostedService(static s => s.GetRequiredService<KeyRing>());   // the first: it may refuse the start
        services.AddSingleton<AccessCheck>();
        services.AddSingleton<ListsInUse>();
        services.AddHttpContextAccessor();   // for the assistants' tools
        RecordKeeping.Add(services);
        services.AddSingleton<WebPages>();
        services.AddSingleton<BriefShelf>();
        services.AddSingleton<RosterInUse>();
        services.AddSingleton<UpdateRunner>();
        services.AddHostedService(static s => s.GetRequiredService<UpdateRunner>());
        services.AddSingleton<JobRunner>();
        services.AddHostedService(static s => s.GetRequiredService<JobRunner>());
        Problems.Add(services);
        Telemetry.Add(services);
        Concurrency.Add(services);
        AssistantServer.Add(services);
        services.AddRequestTimeouts(static t => t.DefaultPolicy = new RequestTimeoutPolicy { Timeout = ServerOptions.RequestTime });
        services.AddResponseCompression();
        services.AddOpenApi("v1", ApiDescription.Configure);

        var app = builder.Build();
        if (options.BehindProxy) app.UseForwardedHeaders(Forwarded());
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(RequestIds.Middleware);
        var origins = new CrossOrigin(options);
        Safety.Use(app, Safety.Hosts(options), origins.Admits);
        app.Use(origins.Middleware);
        app.UseResponseCompression();
        app.UseRouting();
        app.Use(app.Services.GetRequiredService<AccessCheck>().Middleware);
        app.UseRequestTimeouts();
        app.UseRateLimiter();
        app.MapPrometheusScrapingEndpoint();
        app.MapOpenApi();
        app.MapScalarApiReference("/docs", static s => s.WithTitle("Ostrakon").DisableDefaultFonts().DisableTelemetry());
        Health.Map(app);
        ApiV1.Map(app);
        SignIn.Map(app);
        Site.Map(app);
        YenteApi.Map(app);
        ReconciliationApi.Map(app);
        AssistantServer.Map(app);
        return app;
    }

    /// <summary>The proxy is trusted wherever it stands: who says --behind-proxy lets nobody else reach the server.</summary>
    static ForwardedHeadersOptions Forwarded()
    {
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        return forwarded;
    }
}
