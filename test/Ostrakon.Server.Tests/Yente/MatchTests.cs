using System.Net;
using System.Text.Json;

namespace Ostrakon.Server.Tests.Yente;

[Collection(InventedTests.Name)]
public class MatchTests(InventedLists invented)
{
    const string Mirko = """{"queries":{"q":{"schema":"Person","properties":{"name":["Mirko Vandalovski"]}}},"weights":{},"config":{}}""";

    async Task<JsonElement> One(string address, string body = Mirko) => (await invented.Server.PostAsync($"/match/{address}", body)).GetProperty("responses").GetProperty("q");

    [Fact]
    public async Task An_answer_has_what_clients_read()
    {
        using var response = await invented.Server.SendAsync("/match/default", """{"queries":{"a":{"id":"mine","schema":"Person","properties":{"name":"Mirko Vandalovski","birthDate":["1961-03-04"]}},"b":{"schema":"Vessel","properties":{"imoNumber":["IMO 9074729"]}}}}""");
        response.Headers.GetValues("x-batch-size").Single().ShouldBe("2");
        var answer = await TestServer.JsonOf(response);
        answer.GetProperty("limit").GetInt32().ShouldBe(5);
        answer.GetProperty("versions").GetProperty("lists").GetArrayLength().ShouldBe(2);
        var a = answer.GetProperty("responses").GetProperty("a");
        a.GetProperty("status").GetInt32().ShouldBe(200);
        ClientShape.Total(a).ShouldBe(1);
        foreach (var result in a.GetProperty("results").EnumerateArray()) ClientShape.Scored(result);
        a.GetProperty("query").GetProperty("id").GetString().ShouldBe("mine");
        a.GetProperty("query").GetProperty("properties").GetProperty("name")[0].GetString().ShouldBe("Mirko Vandalovski");
        var best = a.GetProperty("results")[0];
        best.GetProperty("id").GetString().ShouldBe("harbour-a1");
        best.GetProperty("match").GetBoolean().ShouldBeTrue();
        best.GetProperty("features").GetProperty("birthDate").GetDouble().ShouldBe(1);
        best.GetProperty("properties").GetProperty("nationality")[0].GetString().ShouldBe("ru");
        best.GetProperty("datasets")[0].GetString().ShouldBe("harbour");
        ClientShape.Ids(answer.GetProperty("responses").GetProperty("b").GetProperty("results")).ShouldBe(["harbour-a3"]);
    }

    [Theory]
    [InlineData("""{"firstName":["Mirko"],"lastName":["Vandalovski"]}""", "harbour-a1")]
    [InlineData("""{"lastName":"Вандаловский","firstName":"Мирко"}""", "harbour-a1")]
    [InlineData("""{"alias":["Mirko Vandalovski"],"nationality":["ru"],"birthDate":["not a date"]}""", "harbour-a1")]
    [InlineData("""{"passportNumber":["AB 123-4567"]}""", "harbour-a1")]
    [InlineData("""{"birthDate":["1961-03-04"],"nationality":["ru"]}""", null)]
    [InlineData("""{"name":[],"email":["x@example.org"]}""", null)]
    public async Task Queries_by_example_are_understood(string properties, string? expected) =>
        ClientShape.Ids((await One("default", $$"""{"queries":{"q":{"schema":"Person","properties":{{properties}} } } }""")).GetProperty("results"))
            .FirstOrDefault().ShouldBe(expected);

    [Theory]
    [InlineData("harbour?threshold=0.5", "harbour-a1")]
    [InlineData("quay?threshold=0.5", "quay-b1")]
    [InlineData("default?threshold=0.5", "harbour-a1 quay-b1")]
    [InlineData("default?threshold=0.5&limit=1", "harbour-a1")]
    [InlineData("default?threshold=0.5&include_dataset=quay", "quay-b1")]
    [InlineData("default?threshold=0.5&exclude_dataset=quay", "harbour-a1")]
    [InlineData("default?threshold=0.5&exclude_schema=Person", "")]
    [InlineData("default?threshold=0.5&topics=poi", "quay-b1")]
    [InlineData("default?threshold=0.5&topics=sanction", "")]
    [InlineData("default?threshold=0.5&exclude_entity_ids=harbour-a1", "quay-b1")]
    [InlineData("default?threshold=0.5&changed_since=2000-01-01", "harbour-a1 quay-b1")]
    [InlineData("default?threshold=0.5&changed_since=2999-01-01T00:00:00", "")]
    [InlineData("quay?threshold=0.5&include_dataset=harbour", "harbour-a1 quay-b1")]
    [InlineData("default?threshold=0.5&exclude_dataset=quay&exclude_dataset=harbour", "")]
    public async Task Filters_choose_who_may_be_answered(string address, string expected)
    {
        var results = (await One(address)).GetProperty("results");
        ClientShape.Ids(results).Order().ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_result_between_cutoff_and_threshold_is_shown_and_is_no_match()
    {
        var q = await One("quay?threshold=0.99&cutoff=0.5");
        ClientShape.Total(q).ShouldBe(1);
        q.GetProperty("results")[0].GetProperty("match").GetBoolean().ShouldBeFalse();
        ClientShape.Total(await One("quay?threshold=0.99")).ShouldBe(0);
    }

    [Theory]
    [InlineData("best")]
    [InlineData("logic-v1")]
    [InlineData("logic-v2")]
    [InlineData("ofac")]
    public async Task Algorithms_are_known_by_the_names_that_clients_send(string algorithm) =>
        ClientShape.Ids((await One($"harbour?algorithm={algorithm}")).GetProperty("results")).ShouldBe(["harbour-a1"]);

    [Theory]
    [InlineData("default", """{"queries":{}}""", HttpStatusCode.BadRequest, "No queries")]
    [InlineData("default", """{"query":{}}""", HttpStatusCode.BadRequest, "queries")]
    [InlineData("default", """{"queries":{"q":{"schema":"Dragon","properties":{}}}}""", HttpStatusCode.BadRequest, "Dragon")]
    [InlineData("default", """{"queries":{"q":{"schema":"Person"}}}""", HttpStatusCode.BadRequest, "properties")]
    [InlineData("default", """{"queries":{"q":{"schema":"Person","properties":{"name":["\ud800"]}}}}""", HttpStatusCode.BadRequest, "half a character")]
    [InlineData("default", """{"queries":{"\ud800":{"schema":"Person","properties":{"name":["a"]}}}}""", HttpStatusCode.BadRequest, "half a character")]
    [InlineData("default", "{", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("default", """{"weights":{"name_literal":0.8},"queries":{"q":{"schema":"Person","properties":{}}}}""", HttpStatusCode.BadRequest, "weights")]
    [InlineData("default?algorithm=magic", Mirko, HttpStatusCode.BadRequest, "magic")]
    [InlineData("default?threshold=7", Mirko, HttpStatusCode.BadRequest, "threshold")]
    [InlineData("default?changed_since=yesterday", Mirko, HttpStatusCode.BadRequest, "changed_since")]
    [InlineData("default?include_dataset=nowhere", Mirko, HttpStatusCode.NotFound, "No such dataset")]
    [InlineData("nowhere", Mirko, HttpStatusCode.NotFound, "No such dataset")]
    public async Task Errors_say_in_detail_what_is_wrong(string address, string body, HttpStatusCode status, string words)
    {
        using var response = await invented.Server.SendAsync($"/match/{address}", body);
        response.StatusCode.ShouldBe(status);
        var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        json.GetProperty("detail").GetString()!.ShouldContain(words);
    }

    [Fact]
    public async Task More_than_a_hundred_queries_are_too_many()
    {
        static string Batch(int count) => "{\"queries\":{" + string.Join(',', Enumerable.Range(0, count).Select(static i => $$"""
            "q{{i}}":{"schema":"Person","properties":{"name":["Mirko {{i}}"] } }
            """)) + "}}";
        (await invented.Server.PostAsync("/match/default", Batch(100))).GetProperty("responses").EnumerateObject().Count().ShouldBe(100);
        using var response = await invented.Server.SendAsync("/match/default", Batch(101));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
