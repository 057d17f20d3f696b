using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;
using Ostrakon.Server.Hosting;

namespace Ostrakon.Server.Tests;

/// <summary>The real server on a free port of this machine, over a data folder of its own that is gone after the test.</summary>
public sealed class TestServer : IAsyncDisposable
{
    readonly string root;
    readonly WebApplication app;

    TestServer(string root, WebApplication app)
    {
        (this.root, this.app) = (root, app);
        Address = new(app.Urls.First());
        Client = new() { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    internal DataFolder Folder => new(root);

    internal IServiceProvider Services => app.Services;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A running server; with lists of one's own, else over the built-in starter list.</summary>
    internal static async Task<TestServer> StartAsync(Action<DataFolder>? prepare = null, Func<ServerOptions, ServerOptions>? change = null)
    {
        var root = Path.Combine(Path.GetTempPath(), $"ostrakon-server-{Guid.NewGuid():N}");
        prepare?.Invoke(new(root));
        var options = new ServerOptions { Folder = new(root), Urls = ["http://127.0.0.1:0"] };
        var app = ServerApp.Build(change?.Invoke(options) ?? options);
        try { await app.StartAsync(Cancel); }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        return new(root, app);
    }

    /// <summary>Imports FollowTheMoney lines as a version of a list.</summary>
    internal static void Import(DataFolder folder, string list, string published, string lines)
    {
        var archive = new ListArchive(folder, static _ => { });
        new ListImport(list, [new($"{list}.jsonl", Encoding.UTF8.GetBytes(lines), DateTime.UnixEpoch)], DateOnly.Parse(published, null), AcceptLoss: true, Force: false)
            .Run(archive, () => WriterLock.Take(folder, "test", TimeSpan.FromSeconds(10), static _ => { }, TimeProvider.System, Cancel), TimeProvider.System, Cancel);
    }

    /// <summary>The FollowTheMoney line of an invented person.</summary>
    internal static string Person(string id, string name, string birth = "1960-01-02", string country = "ru") =>
        $$$"""{"id":"{{{id}}}","schema":"Person","caption":"{{{name}}}","properties":{"name":["{{{name}}}"],"birthDate":["{{{birth}}}"],"nationality":["{{{country}}}"]}}""" + "\n";

    internal async Task<JsonElement> GetAsync(string path) => await JsonOf(await Client.GetAsync(new Uri(path, UriKind.Relative), Cancel));

    internal async Task<JsonElement> PostAsync(string path, string json) => await JsonOf(await SendAsync(path, json));

    internal Task<HttpResponseMessage> SendAsync(string path, string content, string type = "application/json") =>
        Client.PostAsync(new Uri(path, UriKind.Relative), new StringContent(content, Encoding.UTF8, type), Cancel);

    internal static async Task<JsonElement> JsonOf(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Cancel);
        response.IsSuccessStatusCode.ShouldBeTrue($"{(int)response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
    }
}

/// <summary>One server over the starter list, for all tests that change nothing.</summary>
public sealed class StarterServer : IAsyncLifetime
{
    public TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class StarterTests : ICollectionFixture<StarterServer>
{
    public const string Name = "starter server";
}
