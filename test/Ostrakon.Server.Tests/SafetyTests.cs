using System.Net;
using System.Text;

namespace Ostrakon.Server.Tests;

[Collection(StarterTests.Name)]
public class SafetyTests(StarterServer starter)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "evil.example", null, HttpStatusCode.MisdirectedRequest)]
    [InlineData("POST", null, "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("POST", null, "null", HttpStatusCode.Forbidden)]
    [InlineData("POST", null, "own", HttpStatusCode.OK)]
    [InlineData("POST", null, null, HttpStatusCode.OK)]
    [InlineData("GET", "localhost", null, HttpStatusCode.OK)]
    public async Task Pages_of_other_sites_reach_nothing(string method, string? host, string? origin, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new(method), "/v1/compare?name1=a&name2=b");
        if (method == "POST") request.Content = new StringContent("""{"name1":"a","name2":"b"}""", Encoding.UTF8, "application/json");
        if (host is not null) request.Headers.Host = $"{host}:{starter.Server.Address.Port}";
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin == "own" ? starter.Server.Address.GetLeftPart(UriPartial.Authority) : origin);
        using var response = await starter.Server.Client.SendAsync(request, Cancel);
        response.StatusCode.ShouldBe(expected);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
    }

    [Theory]
    [InlineData("abc-123", true)]
    [InlineData("bad id<script>", false)]
    public async Task A_sane_request_id_is_kept(string id, bool kept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz");
        request.Headers.TryAddWithoutValidation("X-Request-Id", id);
        using var response = await starter.Server.Client.SendAsync(request, Cancel);
        (response.Headers.GetValues("X-Request-Id").Single() == id).ShouldBe(kept);
    }

    [Fact]
    public async Task Health_and_metrics_answer()
    {
        (await starter.Server.GetAsync("/healthz")).GetProperty("status").GetString().ShouldBe("ok");
        (await starter.Server.GetAsync("/readyz")).GetProperty("status").GetString().ShouldBe("ok");
        await starter.Server.GetAsync("/v1/screen?name=Kim+Jong+Un");
        var metrics = await starter.Server.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancel);
        metrics.ShouldContain("ostrakon_queries");
        metrics.ShouldContain("ostrakon_list_age");
    }
}
