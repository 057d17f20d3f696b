using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Ostrakon.Server.Tests.Api;

[Collection(StarterTests.Name)]
public class DocumentApiTests(StarterServer starter)
{
    const string Story = "Kim Jong Un met Vladimir Putin in Moscow on Monday. North Korea will deliver shells to Russia, officials said.";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_taken_as_it_is()
    {
        using var response = await starter.Server.SendAsync("/v1/read?date=2024-05-03", $"<html><head><title>Summit</title></head><body><article><p>{Story}</p></article></body></html>", "text/html");
        var brief = await TestServer.JsonOf(response);
        brief.GetProperty("document").GetProperty("text").GetString().ShouldBe(Story);
        brief.GetProperty("document").GetProperty("published").GetString().ShouldBe("2024-05-03");
        brief.GetProperty("parties").EnumerateArray().Count(p => p.GetProperty("listings").GetArrayLength() > 0).ShouldBe(2);
    }

    [Theory]
    [InlineData("html", "<!doctype html>")]
    [InlineData("text", "")]
    public async Task A_brief_comes_as_a_page_too(string format, string begin)
    {
        using var response = await starter.Server.SendAsync($"/v1/read?format={format}", Story, "text/plain");
        var page = await response.Content.ReadAsStringAsync(Cancel);
        page.ShouldStartWith(begin);
        page.ShouldContain("Vladimir Putin");
    }

    [Theory]
    [InlineData("""{"text":"a","html":"b"}""", HttpStatusCode.BadRequest, "html or as text")]
    [InlineData("{}", HttpStatusCode.BadRequest, "html or as text")]
    [InlineData("""{"text":"a","date":"yesterday"}""", HttpStatusCode.BadRequest, "'yesterday' is no date")]
    [InlineData("""{"text":" "}""", HttpStatusCode.BadRequest, "The document is empty")]
    [InlineData("""{"url":"http://127.0.0.1:1/secret"}""", HttpStatusCode.UnprocessableEntity, "127.0.0.1")]
    [InlineData("""{"url":"file:///etc/passwd"}""", HttpStatusCode.UnprocessableEntity, "http")]
    public async Task What_cannot_be_read_says_why(string body, HttpStatusCode status, string words)
    {
        using var response = await starter.Server.SendAsync("/v1/extract", body);
        response.StatusCode.ShouldBe(status);
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("detail").GetString()!.ShouldContain(words);
    }

    [Fact]
    public async Task A_document_beyond_the_limit_is_refused()
    {
        // By hand: the length alone is enough, nothing of the body has to be sent.
        using var client = new TcpClient();
        await client.ConnectAsync(starter.Server.Address.Host, starter.Server.Address.Port, Cancel);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"POST /v1/extract HTTP/1.1\r\nHost: {starter.Server.Address.Authority}\r\nContent-Type: text/plain\r\nContent-Length: 100000000\r\nConnection: close\r\n\r\n"), Cancel);
        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync(Cancel)).ShouldBe("HTTP/1.1 413 Payload Too Large");
    }
}
