using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Ostrakon.Server.Tests.Api;

[Collection(StarterTests.Name)]
public class ScreenApiTests(StarterServer starter)
{
    readonly TestServer server = starter.Server;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_listed_name_is_found_with_its_listing_and_the_versions()
    {
        var answer = await server.PostAsync("/v1/screen", """{"name":"Wladimir Putin","birthDate":"1952-10-07"}""");
        var hit = answer.GetProperty("hits")[0];
        hit.GetProperty("caption").GetString().ShouldBe("Vladimir Vladimirovich Putin");
        hit.GetProperty("score").GetDouble().ShouldBeGreaterThan(0.9);
        hit.GetProperty("listings")[0].GetProperty("standsFor").GetProperty("list").GetString().ShouldBe("us-ofac-sdn");
        answer.GetProperty("versions").GetProperty("lists")[0].GetProperty("id").GetString().ShouldBe("starter");
        answer.GetProperty("versions").GetProperty("config").GetString()!.Length.ShouldBe(16);
        answer.GetProperty("demonstration").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_address_asks_the_same_as_the_body()
    {
        var body = await server.PostAsync("/v1/screen", """{"name":["Kim Jong Un"],"country":"KP","limit":3,"threshold":0.6}""");
        var address = await server.GetAsync("/v1/screen?name=Kim+Jong+Un&country=KP&limit=3&threshold=0.6");
        address.GetRawText().ShouldBe(body.GetRawText());
    }

    [Fact]
    public async Task Nobody_is_found_where_nobody_is_listed()
    {
        var answer = await server.PostAsync("/v1/screen", """{"name":"Ilse Marrowfield"}""");
        answer.GetProperty("total").GetInt32().ShouldBe(0);
        answer.GetProperty("hits").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("{}", "no name")]
    [InlineData("""{"name":"  "}""", "no name")]
    [InlineData("""{"name":"A B","schema":"Dragon"}""", "unknown schema 'Dragon'")]
    [InlineData("""{"name":"A B","birthDate":"7.10.1952"}""", "bad date '7.10.1952'")]
    [InlineData("""{"name":"A B","threshold":2}""", "threshold is a number from 0 to 1")]
    [InlineData("""{"name":"A B","threshold":"high"}""", "threshold is a number from 0 to 1")]
    [InlineData("""{"name":"A B","limit":0}""", "limit is a number from 1 to 500")]
    [InlineData("""{"name":"A B","list":"nowhere"}""", "'nowhere' is not loaded")]
    [InlineData("""{"name":"A B","algorithm":"magic"}""", "'magic' is not known")]
    [InlineData("""{"name":"\ud800 B"}""", "half a character")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{", "no JSON")]
    public async Task A_bad_question_gets_a_problem_that_says_what_to_mend(string body, string words)
    {
        using var response = await server.SendAsync("/v1/screen", body);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement;
        problem.GetProperty("detail").GetString()!.ShouldContain(words);
        problem.GetProperty("requestId").GetString().ShouldBe(response.Headers.GetValues("X-Request-Id").Single());
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/screen")
        {
            Content = new StringContent($$"""{"name":"{{new string('a', 2 << 20)}}"}""", Encoding.UTF8, "application/json"), Headers = { ExpectContinue = true },
        };
        using var response = await server.Client.SendAsync(request, Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_stream_of_queries_is_answered_line_by_line_in_order_and_bad_lines_with_their_error()
    {
        var lines = new StringBuilder();
        for (var i = 0; i < 500; i++) lines.Append(i % 100 == 7 ? "{broken\n" : $$"""{"id":"q{{i}}","name":"{{(i % 2 == 0 ? "Vladimir Putin" : "Ilse Marrowfield")}}"}""" + "\n");
        using var response = await server.SendAsync("/v1/screen/batch?header=true", lines.ToString(), "application/x-ndjson");
        var answers = (await response.Content.ReadAsStringAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        answers[0].GetProperty("versions").GetProperty("lists").GetArrayLength().ShouldBe(1);
        answers.RemoveAt(0);
        answers.Count.ShouldBe(500);
        for (var i = 0; i < 500; i++)
        {
            answers[i].GetProperty("inputRow").GetInt32().ShouldBe(i + 1);
            if (i % 100 == 7) answers[i].GetProperty("error").GetString()!.ShouldContain("no JSON");
            else
            {
                answers[i].GetProperty("id").GetString().ShouldBe($"q{i}");
                answers[i].GetProperty("total").GetInt32().ShouldBe(i % 2 == 0 ? 1 : 0);
            }
        }
    }

    [Fact]
    public async Task The_first_answers_leave_before_the_last_queries_have_come()
    {
        // By hand: HttpClient reads nothing of an HTTP/1.1 answer before it has sent the whole request.
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port, Cancel);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        var lines = string.Concat(Enumerable.Repeat("""{"name":"Vladimir Putin"}""" + "\n", 64));
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"POST /v1/screen/batch HTTP/1.1\r\nHost: {server.Address.Authority}\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n{lines.Length:x}\r\n{lines}\r\n"), Cancel);
        while (!(await reader.ReadLineAsync(Cancel))!.Contains("\"inputRow\":64,", StringComparison.Ordinal)) { }
        const string last = """{"id":"last","name":"Kim Jong Un"}""";
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{last.Length:x}\r\n{last}\r\n0\r\n\r\n"), Cancel);
        (await reader.ReadToEndAsync(Cancel)).ShouldContain("\"id\":\"last\"");
    }

    [Fact]
    public async Task Two_names_are_compared()
    {
        var answer = await server.PostAsync("/v1/compare", """{"name1":"Владимир Путин","name2":"Vladimir Putin"}""");
        answer.GetProperty("match").GetBoolean().ShouldBeTrue();
        var other = await server.GetAsync("/v1/compare?name1=Ilse+Marrowfield&name2=Vladimir+Putin");
        other.GetProperty("match").GetBoolean().ShouldBeFalse();
    }
}
