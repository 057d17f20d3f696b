using Microsoft.Playwright;

namespace Ostrakon.Server.Tests.Pages;

/// <summary>Debian's Chromium, driven by Playwright. Without it the tests of the pages are skipped; with <c>CI=true</c> they fail.</summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    IPlaywright? playwright;
    IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } chosen ? chosen : Places.FirstOrDefault(File.Exists);
        if (path is null) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    /// <summary>A new page of a server, with or without scripts; a request to any other machine, or a complaint of the page, fails the test at its end.</summary>
    internal async Task<Visit> VisitAsync(TestServer server, bool scripts = true)
    {
        if (browser is null)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail("Chromium is missing; with CI=true every test of the pages must run");
            Assert.Skip("needs Chromium (apt-get install chromium, or CHROMIUM=path)");
        }
        var context = await browser!.NewContextAsync(new() { BaseURL = server.Address.AbsoluteUri, JavaScriptEnabled = scripts });
        return new(context, await context.NewPageAsync(), server);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>One visit of one user.</summary>
sealed class Visit : IAsyncDisposable
{
    readonly IBrowserContext context;
    readonly List<string> complaints = [];

    public Visit(IBrowserContext context, IPage page, TestServer server)
    {
        (this.context, Page) = (context, page);
        page.SetDefaultTimeout(60_000);   // patience for busy machines; nothing here depends on a time
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(server.Address.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) complaints.Add($"asked for {request.Url}");
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal)) complaints.Add(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>The page made no request to elsewhere and broke none of its own rules.</summary>
    public void ShouldBeQuiet() => complaints.ShouldBeEmpty();

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class PageTests : ICollectionFixture<Chromium>, ICollectionFixture<StarterServer>
{
    public const string Name = "pages";
}
