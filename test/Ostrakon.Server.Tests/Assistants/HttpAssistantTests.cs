using System.Net;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Ostrakon.Server.Tests.Yente;

namespace Ostrakon.Server.Tests.Assistants;

[Collection(InventedTests.Name)]
public class HttpAssistantTests(InventedLists invented)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    async Task<McpClient> Client() => await McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new(invented.Server.Address, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }), cancellationToken: Cancel);

    async Task<CallToolResult> Call(string tool, params (string Name, object? Value)[] arguments)
    {
        await using var client = await Client();
        return await client.CallToolAsync(tool, arguments.ToDictionary(static a => a.Name, static a => a.Value), cancellationToken: Cancel);
    }

    static JsonElement Json(CallToolResult result)
    {
        var text = result.Content.OfType<TextContentBlock>().Single().Text;
        (result.IsError ?? false).ShouldBeFalse(text);
        return JsonDocument.Parse(text).RootElement;
    }

    [Fact]
    public async Task The_tools_only_read_and_are_described()
    {
        await using var client = await Client();
        var tools = await client.ListToolsAsync(cancellationToken: Cancel);
        tools.Select(static t => t.Name).ShouldBe(["screen", "compare", "read", "party"], ignoreOrder: true);
        foreach (var tool in tools)
        {
            tool.Description!.Length.ShouldBeGreaterThan(80);
            tool.ProtocolTool.Annotations!.ReadOnlyHint.ShouldBe(true);
            foreach (var parameter in tool.JsonSchema.GetProperty("properties").EnumerateObject()) parameter.Value.GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
        }
        client.ServerInfo!.Name.ShouldBe("ostrakon");
    }

    [Fact]
    public async Task Answers_are_those_of_the_interface()
    {
        var screened = Json(await Call("screen", ("name", "Mirko Vandalovski"), ("birthDate", "1961-03-04")));
        screened.GetRawText().ShouldBe((await invented.Server.GetAsync("/v1/screen?name=Mirko+Vandalovski&birthDate=1961-03-04")).GetRawText());
        Json(await Call("party", ("id", "harbour-a1"))).GetRawText().ShouldBe((await invented.Server.GetAsync("/v1/parties/harbour-a1")).GetRawText());
        Json(await Call("compare", ("name1", "Мирко Вандаловский"), ("name2", "Mirko Vandalovski"))).GetProperty("match").GetBoolean().ShouldBeTrue();
        const string story = "Mirko Vandalovski met officials in Panama on Tuesday.";
        var brief = Json(await Call("read", ("text", story), ("date", "2026-03-04")));
        brief.GetRawText().ShouldBe((await invented.Server.PostAsync("/v1/read", JsonSerializer.Serialize(new { text = story, date = "2026-03-04" }))).GetRawText());
        brief.GetProperty("versions").GetProperty("lists").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Structured_content_is_the_same_answer()
    {
        var result = await Call("screen", ("name", "Mirko Vandalovski"));
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(result.StructuredContent), Json(result)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("screen", "name", "", "no name")]
    [InlineData("party", "id", "nobody", "no party")]
    [InlineData("read", "date", "2026-01-01", "text or as html")]
    public async Task Mistakes_are_told_so_that_they_can_be_mended(string tool, string argument, string value, string words)
    {
        var result = await Call(tool, (argument, value));
        result.IsError.ShouldBe(true);
        result.Content.OfType<TextContentBlock>().Single().Text.ShouldContain(words);
    }

    [Theory]
    [InlineData("http://evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "evil.example", HttpStatusCode.MisdirectedRequest)]
    public async Task A_page_in_a_browser_cannot_call_a_tool(string? origin, string? host, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) };
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        if (host is not null) request.Headers.Host = host;
        using var response = await invented.Server.Client.SendAsync(request, Cancel);
        response.StatusCode.ShouldBe(status);
    }
}
