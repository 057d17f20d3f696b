using System.Net;
using System.Text.Json;
using Ostrakon.Server.Tests.Yente;

namespace Ostrakon.Server.Tests.Reconciliation;

/// <summary>The service against Reconciliation Service API 0.2 of the W3C community group.</summary>
[Collection(InventedTests.Name)]
public class ReconciliationTests(InventedLists invented)
{
    const string Service = "/reconcile/default";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    TestServer Server => invented.Server;

    Task<JsonElement> Form(string field, string json) => Json(new FormUrlEncodedContent([new(field, json)]));

    async Task<JsonElement> Json(HttpContent content)
    {
        using (content) return await TestServer.JsonOf(await Server.Client.PostAsync(new Uri(Service, UriKind.Relative), content, Cancel));
    }

    [Fact]
    public async Task The_manifest_names_services_that_answer()
    {
        var manifest = await Server.GetAsync(Service);
        manifest.GetProperty("versions").EnumerateArray().Select(static v => v.GetString()).ShouldContain("0.2");
        ClientShape.Texts(manifest, "name", "identifierSpace", "schemaSpace");
        foreach (var type in manifest.GetProperty("defaultTypes").EnumerateArray()) ClientShape.Texts(type, "id", "name");
        foreach (var template in (string[])["view", "preview"])
            await Answers(manifest.GetProperty(template).GetProperty("url").GetString()!.Replace("{{id}}", "harbour-a1", StringComparison.Ordinal));
        foreach (var (what, id) in new[] { ("entity", "harbour-a1"), ("property", "birthDate"), ("type", "Person") })
        {
            var suggest = manifest.GetProperty("suggest").GetProperty(what);
            var url = suggest.GetProperty("service_url").GetString();
            await Answers($"{url}{suggest.GetProperty("service_path").GetString()}?prefix=mir");
            var flyout = await TestServer.JsonOf(await Server.Client.GetAsync(new Uri(url + suggest.GetProperty("flyout_service_path").GetString()!.Replace("${id}", id, StringComparison.Ordinal)), Cancel));
            flyout.GetProperty("id").GetString().ShouldBe(id);
            ClientShape.Texts(flyout, "html");
        }
        var propose = manifest.GetProperty("extend").GetProperty("propose_properties");
        await Answers($"{propose.GetProperty("service_url").GetString()}{propose.GetProperty("service_path").GetString()}?type=Person&limit=3");
    }

    async Task Answers(string url)
    {
        using var response = await Server.Client.GetAsync(new Uri(url), Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, url);
    }

    [Fact]
    public async Task A_batch_is_answered_alike_as_form_address_and_json()
    {
        const string batch = """{"q0":{"query":"Mirko Vandalovski","type":"Person","limit":3,"properties":[{"pid":"birthDate","v":"1961"},{"pid":"nationality","v":[{"id":"ru","name":"Russia"}]}]},"q1":{"query":"qwertzuiop"},"q2":{"properties":[{"pid":"imoNumber","v":9074729}]}}""";
        var answer = await Form("queries", batch);
        (await Server.GetAsync($"{Service}?queries={Uri.EscapeDataString(batch)}")).GetRawText().ShouldBe(answer.GetRawText());
        (await Server.PostAsync(Service, $$"""{"queries":{{batch}}}""")).GetRawText().ShouldBe(answer.GetRawText());
        var best = answer.GetProperty("q0").GetProperty("result")[0];
        ClientShape.Texts(best, "id", "name", "description");
        best.GetProperty("id").GetString().ShouldBe("harbour-a1");
        best.GetProperty("score").GetDouble().ShouldBeInRange(90, 100);
        best.GetProperty("match").GetBoolean().ShouldBeTrue();
        best.GetProperty("type")[0].GetProperty("id").GetString().ShouldBe("Person");
        var features = best.GetProperty("features").EnumerateArray().ToDictionary(static f => f.GetProperty("id").GetString()!, static f => f.GetProperty("value").GetDouble());
        features["birthDate"].ShouldBe(1);
        features["country"].ShouldBe(1);
        features["name"].ShouldBeInRange(0.9, 1);
        answer.GetProperty("q1").GetProperty("result").GetArrayLength().ShouldBe(0);
        ClientShape.Ids(answer.GetProperty("q2").GetProperty("result")).ShouldBe(["harbour-a3"]);
    }

    [Fact]
    public async Task Candidates_fall_in_score_and_a_doubtful_one_is_no_match()
    {
        var result = (await Form("queries", """{"q":{"query":"Mirka Vandalovski"}}""")).GetProperty("q").GetProperty("result").EnumerateArray().ToList();
        result.Count.ShouldBe(2);
        result.Select(static c => c.GetProperty("score").GetDouble()).ShouldBeInOrder(SortDirection.Descending);
        result[1].GetProperty("match").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task An_identifier_asks_for_its_party()
    {
        var answer = await Form("queries", """{"q":{"query":"quay-b2"}}""");
        var only = answer.GetProperty("q").GetProperty("result").EnumerateArray().ShouldHaveSingleItem();
        only.GetProperty("id").GetString().ShouldBe("quay-b2");
        only.GetProperty("score").GetDouble().ShouldBe(100);
    }

    [Theory]
    [InlineData("/suggest/entity?prefix=mirk", "harbour-a1 quay-b1")]
    [InlineData("/suggest/entity?prefix=mirk&cursor=1", "quay-b1")]
    [InlineData("/suggest/entity?prefix=harbour-a3", "harbour-a3")]
    [InlineData("/suggest/entity?prefix=", "")]
    [InlineData("/suggest/property?prefix=birth", "birthDate birthPlace")]
    [InlineData("/suggest/property?prefix=num", "idNumber taxNumber registrationNumber passportNumber imoNumber serialNumber")]
    [InlineData("/suggest/type?prefix=comp", "Company")]
    public async Task What_is_typed_is_completed(string address, string expected)
    {
        var result = (await Server.GetAsync(Service + address)).GetProperty("result");
        foreach (var one in result.EnumerateArray()) ClientShape.Texts(one, "id", "name");
        var ids = ClientShape.Ids(result);
        expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBeSubsetOf(ids);
        if (expected.Length == 0) ids.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_table_is_extended_with_what_the_lists_say()
    {
        var answer = await Form("extend", """{"ids":["harbour-a1","quay-b2","nobody"],"properties":[{"id":"birthDate"},{"id":"sanctions.program"},{"id":"datasets"},{"id":"country"}]}""");
        answer.GetProperty("meta").EnumerateArray().Select(static m => m.GetProperty("name").GetString()).ShouldBe(["Birth date", "Sanctions programme", "Lists", "Country"]);
        string[] Cells(string id, string property) => [.. answer.GetProperty("rows").GetProperty(id).GetProperty(property).EnumerateArray().Select(static v => v.GetProperty("str").GetString()!)];
        Cells("harbour-a1", "birthDate").ShouldBe(["1961-03-04"]);
        Cells("harbour-a1", "sanctions.program").ShouldBe(["HARBOUR-1"]);
        Cells("quay-b2", "datasets").ShouldBe(["quay"]);
        Cells("quay-b2", "country").ShouldBe(["pl"]);
        Cells("nobody", "birthDate").ShouldBeEmpty();
    }

    [Fact]
    public async Task Properties_are_proposed_for_a_type_the_particular_ones_first()
    {
        var answer = await Server.GetAsync($"{Service}/properties?type=Vessel&limit=2");
        answer.GetProperty("type").GetString().ShouldBe("Vessel");
        ClientShape.Ids(answer.GetProperty("properties")).ShouldBe(["imoNumber", "mmsi"]);
    }

    [Theory]
    [InlineData("http://127.0.0.1:3333", true)]
    [InlineData("http://localhost:3333", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("http://localhost.evil.example", false)]
    [InlineData("null", false)]
    public async Task Pages_of_programs_on_this_machine_may_ask_and_those_of_the_web_may_not(string origin, bool allowed)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Options })
        {
            using var request = new HttpRequestMessage(method, Service);
            request.Headers.TryAddWithoutValidation("Origin", origin);
            if (method == HttpMethod.Post) request.Content = new FormUrlEncodedContent([new("queries", """{"q":{"query":"Mirko"}}""")]);
            using var response = await Server.Client.SendAsync(request, Cancel);
            (response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null).ShouldBe(allowed ? origin : null, method.Method);
            if (allowed || method == HttpMethod.Get) response.IsSuccessStatusCode.ShouldBeTrue();
            else response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, "/catalog");
        elsewhere.Headers.TryAddWithoutValidation("Origin", origin);
        using var other = await Server.Client.SendAsync(elsewhere, Cancel);
        other.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task The_preview_loads_nothing_and_escapes_what_lists_say()
    {
        await using var server = await TestServer.StartAsync(static folder => TestServer.Import(folder, "own", "2026-01-01", TestServer.Person("p1", "Orlan <script>alert(1)</script> Deskovitch")));
        using var response = await server.Client.GetAsync(new Uri("/reconcile/own/preview?id=own-p1", UriKind.Relative), Cancel);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'self' http://127.0.0.1:*");
        var html = await response.Content.ReadAsStringAsync(Cancel);
        html.ShouldContain("Orlan &lt;script&gt;");
        html.ShouldNotContain("<script");
    }

    [Theory]
    [InlineData("queries=[]", HttpStatusCode.BadRequest)]
    [InlineData("queries={", HttpStatusCode.BadRequest)]
    [InlineData("queries={\"q\":7}", HttpStatusCode.BadRequest)]
    [InlineData("extend={}", HttpStatusCode.BadRequest)]
    [InlineData("other=1", HttpStatusCode.BadRequest)]
    public async Task Bad_batches_are_refused(string form, HttpStatusCode status)
    {
        using var response = await Server.SendAsync(Service, form, "application/x-www-form-urlencoded");
        response.StatusCode.ShouldBe(status);
        using var nowhere = await Server.Client.GetAsync(new Uri("/reconcile/nowhere", UriKind.Relative), Cancel);
        nowhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_batch_that_is_too_large_is_refused_as_such()
    {
        var batch = $"{{{string.Join(',', Enumerable.Range(0, 101).Select(static i => $"\"q{i}\":{{\"query\":\"a\"}}"))}}}";
        using var response = await Server.SendAsync(Service, $"queries={batch}", "application/x-www-form-urlencoded");
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }
}
