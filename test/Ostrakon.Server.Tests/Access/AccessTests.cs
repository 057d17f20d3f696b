using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Ostrakon.Lists.Archive;
using Ostrakon.Server.Access;
using Ostrakon.Server.Hosting;
using Ostrakon.Store;
using Ostrakon.Store.Keys;

namespace Ostrakon.Server.Tests.Access;

/// <summary>Who may ask a server that has keys, and which server does not start at all.</summary>
public class AccessTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    const string Question = "/v1/screen?name=Kim+Jong+Un";

    [Fact]
    public async Task With_a_key_in_the_store_every_request_needs_one()
    {
        var key = "";
        await using var server = await TestServer.StartAsync(f => key = Make(f, Scopes.Screen | Scopes.Read));
        using var refused = await Ask(server, Question, null);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
        refused.Headers.Contains("X-Request-Id").ShouldBeTrue();
        foreach (var header in new[] { $"Authorization: Bearer {key}", $"Authorization: ApiKey {key}", $"X-Api-Key: {key}" })
        {
            using var answer = await Ask(server, Question, header);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, header);
        }
        foreach (var bad in new[] { key[..^1] + (key[^1] == '0' ? '1' : '0'), "ostrakon_", "x", $"ostrakon_{new string('0', 12)}_{new string('0', 64)}" })
        {
            using var answer = await Ask(server, Question, $"X-Api-Key: {bad}");
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, bad);
        }
        using var health = await Ask(server, "/healthz", null);
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(Scopes.Read, "GET", "/v1/lists", HttpStatusCode.OK)]
    [InlineData(Scopes.Read, "GET", Question, HttpStatusCode.Forbidden)]
    [InlineData(Scopes.Screen, "GET", Question, HttpStatusCode.OK)]
    [InlineData(Scopes.Screen, "GET", "/metrics", HttpStatusCode.Forbidden)]
    [InlineData(Scopes.Read | Scopes.Screen, "POST", "/v1/jobs", HttpStatusCode.Forbidden)]
    [InlineData(Scopes.Write, "POST", "/v1/jobs", HttpStatusCode.Accepted)]
    [InlineData(Scopes.Read | Scopes.Screen | Scopes.Write, "POST", "/lists/update", HttpStatusCode.Forbidden)]
    [InlineData(Scopes.Admin, "GET", Question, HttpStatusCode.OK)]
    [InlineData(Scopes.Admin, "POST", "/v1/jobs", HttpStatusCode.Accepted)]
    public async Task A_key_does_what_its_scopes_say(Scopes scopes, string method, string path, HttpStatusCode expected)
    {
        var key = "";
        await using var server = await TestServer.StartAsync(f => key = Make(f, scopes));
        using var request = new HttpRequestMessage(new(method), path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
        if (method == "POST") request.Content = new StringContent("name\nA\n", null, "text/csv");
        using var answer = await server.Client.SendAsync(request, Cancel);
        answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Nothing_is_open_that_should_not_be()
    {
        await using var server = await TestServer.StartAsync();
        var endpoints = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        endpoints.Count.ShouldBeGreaterThan(30);
        endpoints.Where(static e => e.Metadata.GetMetadata<NeededScope>()?.Scope == Scopes.None).Select(static e => e.RoutePattern.RawText!).Distinct()
            .ShouldBe(["/healthz", "/readyz", "/assets/{name}", "/favicon.ico", "/sign-in", "/sign-out", "/updatez"], ignoreOrder: true);
        // What changes something needs more than to read; the rest is what is asked.
        endpoints.Where(static e => e.Metadata.GetMetadata<NeededScope>() is null && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(static m => m != "GET") == true)
            .Select(static e => e.RoutePattern.RawText).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_revoked_key_is_refused_within_seconds_and_a_new_one_taken_at_once()
    {
        var first = "";
        await using var server = await TestServer.StartAsync(f => first = Make(f, Scopes.Screen));
        await using var store = DataStore.Of(server.Folder, TimeProvider.System);
        await Task.Delay(300, Cancel);
        var (_, second) = await store.Keys.CreateAsync("second", Scopes.Screen, 0, Cancel);
        using (var answer = await Ask(server, Question, $"X-Api-Key: {second}")) answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        await store.Keys.RevokeAsync(first.Split('_')[1], Cancel);
        while (true)
        {
            using var answer = await Ask(server, Question, $"X-Api-Key: {first}");
            if (answer.StatusCode == HttpStatusCode.Unauthorized) break;
            await Task.Delay(100, Cancel);
        }
    }

    [Fact]
    public async Task A_key_that_asks_too_fast_is_told_to_wait_and_hinders_no_other()
    {
        string slow = "", free = "";
        await using var server = await TestServer.StartAsync(f => (slow, free) = (Make(f, Scopes.Screen, rate: 2), Make(f, Scopes.Screen, rate: 0)));
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 20; i++) answers.Add(await Ask(server, Question, $"X-Api-Key: {slow}"));
        answers.Count(static a => a.StatusCode == HttpStatusCode.OK).ShouldBeInRange(2, 18);
        var refused = answers.First(static a => a.StatusCode != HttpStatusCode.OK);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        for (var i = 0; i < 20; i++)
        {
            using var answer = await Ask(server, Question, $"X-Api-Key: {free}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        answers.ForEach(static a => a.Dispose());
    }

    [Fact]
    public async Task A_person_signs_in_with_a_key_and_out_again()
    {
        var key = "";
        await using var server = await TestServer.StartAsync(f => key = Make(f, Scopes.Screen));
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address, DefaultRequestHeaders = { { "Accept", "text/html" } } };
        using var sent = await browser.GetAsync(new Uri("/?name=Kim+Jong+Un", UriKind.Relative), Cancel);
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        sent.Headers.Location!.OriginalString.ShouldBe("/sign-in?to=%2F%3Fname%3DKim%2BJong%2BUn");
        (await browser.GetStringAsync(sent.Headers.Location, Cancel)).ShouldContain("Your key");
        Task<HttpResponseMessage> Sign(string with, string to) => browser.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent(new Dictionary<string, string> { ["key"] = with, ["to"] = to }), Cancel);
        using var wrong = await Sign("nonsense", "/");
        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var (to, expected) in new[] { ("/?name=Kim+Jong+Un", "/?name=Kim+Jong+Un"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil.example", "/") })
        {
            using var signed = await Sign(key, to);
            signed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            signed.Headers.Location!.OriginalString.ShouldBe(expected);
            var cookie = signed.Headers.GetValues("Set-Cookie").Single();
            foreach (var word in new[] { "httponly", "samesite=strict", "path=/" }) cookie.ShouldContain(word, Case.Insensitive);
        }
        var page = await browser.GetStringAsync(new Uri("/?name=Kim+Jong+Un", UriKind.Relative), Cancel);
        page.ShouldContain("Sign out");
        using var signedOut = await browser.PostAsync(new Uri("/sign-out", UriKind.Relative), null, Cancel);
        using var after = await browser.GetAsync(new Uri("/", UriKind.Relative), Cancel);
        after.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", false, false, "in the clear")]
    [InlineData("http://[::]:0", true, false, "in the clear")]
    [InlineData("http://*:0", true, false, "in the clear")]
    [InlineData("http://192.0.2.1:0", true, false, "in the clear")]
    [InlineData("https://127.0.0.1:0", true, false, "certificate")]
    [InlineData("http://0.0.0.0:0", false, true, "no key yet")]
    public async Task A_server_that_would_be_open_does_not_start(string url, bool withKey, bool behindProxy, string why)
    {
        var refusal = await Should.ThrowAsync<ExposureException>(() => TestServer.StartAsync(f => { if (withKey) Make(f, Scopes.Read); }, o => o with { Urls = [url], BehindProxy = behindProxy }));
        refusal.Message.ShouldContain(why);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", true)]
    [InlineData("http://127.0.0.1:0", false)]
    [InlineData("http://[::1]:0", false)]
    [InlineData("http://localhost:5939", false)]
    public async Task A_server_behind_a_proxy_or_on_this_machine_starts(string url, bool exposed)
    {
        var key = "";
        await using var server = await TestServer.StartAsync(f => { if (exposed) key = Make(f, Scopes.Screen); }, o => o with { Urls = [url], BehindProxy = exposed });
        using var client = new HttpClient { BaseAddress = new UriBuilder(server.Address) { Host = server.Address.Host is "0.0.0.0" ? "127.0.0.1" : server.Address.Host }.Uri };
        if (!exposed) { (await client.GetStringAsync(new Uri(Question, UriKind.Relative), Cancel)).ShouldContain("hits"); return; }
        // The proxy speaks TLS to the browser and plain http to us; our own forms come from the https origin.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["key"] = key }) };
        request.Headers.Host = "ostrakon.example";
        request.Headers.Add("Origin", "https://ostrakon.example");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await client.SendAsync(request, Cancel);
        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/");
        using var direct = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = client.BaseAddress };
        using var again = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["key"] = key }) };
        again.Headers.Add("X-Forwarded-Proto", "https");
        using var cookie = await direct.SendAsync(again, Cancel);
        cookie.Headers.GetValues("Set-Cookie").Single().ShouldContain("secure");
    }

    [Fact]
    public async Task A_server_with_a_certificate_speaks_tls()
    {
        using var rsa = RSA.Create(2048);
        using var made = new CertificateRequest("CN=localhost", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        var key = "";
        await using var server = await TestServer.StartAsync(f => key = Make(f, Scopes.Screen), o => o with { Urls = ["https://0.0.0.0:0"], Certificate = certificate });
        using var client = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown!.Thumbprint == certificate.Thumbprint });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"https://127.0.0.1:{server.Address.Port}{Question}")) { Headers = { { "X-Api-Key", key } } };
        using var answer = await client.SendAsync(request, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    static string Make(DataFolder folder, Scopes scopes, int rate = 0) => Task.Run(async () =>
    {
        await using var store = DataStore.Of(folder, TimeProvider.System);
        return (await store.Keys.CreateAsync("test", scopes, rate, Cancel)).Presented;
    }).Result;

    static Task<HttpResponseMessage> Ask(TestServer server, string path, string? header)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header?.Split(": ") is [var name, var value]) request.Headers.Add(name, value);
        return server.Client.SendAsync(request, Cancel);
    }
}
