using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ostrakon.TestData;

namespace Ostrakon.Cli.Tests;

public sealed class ExtractTests : IDisposable
{
    const string Html = """
        <html lang="en"><head><title>Tanker seized</title></head><body><article><h1>Tanker seized</h1>
        <p>Coast guards boarded the tanker on Tuesday and found that its papers had been forged, officials said in the capital.</p>
        <p>The crew was questioned for two days before the captain was allowed to leave, a spokesman for the coast guard said.</p></article></body></html>
        """;

    readonly Cli cli = new();

    public void Dispose() => cli.Dispose();

    [Theory]
    [InlineData("extract")]
    [InlineData("read")]
    public async Task An_address_inside_is_fetched_only_with_leave_and_its_bytes_are_kept(string verb)
    {
        var bytes = Encoding.UTF8.GetBytes(Html);
        await using var server = new LocalServer((_, stream) => LocalServer.SendAsync(stream, "HTTP/1.1 200 OK\nContent-Type: text/html", bytes));
        var address = server.Address("127.0.0.1", "/news/tanker");

        var refused = cli.Run(verb, address, "--json");
        refused.Code.ShouldBe(1);
        refused.Errors.ShouldContain("--allow-private");
        server.Asked.ShouldBe(0);

        var done = cli.Run(verb, address, "--json", "--allow-private");
        done.Code.ShouldBe(0, done.Errors);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        using var answer = JsonDocument.Parse(done.Output);
        var document = verb == "read" ? answer.RootElement.GetProperty("document") : answer.RootElement;
        document.GetProperty("text").GetString().ShouldStartWith("Coast guards boarded");
        if (verb == "read") document.GetProperty("id").GetString().ShouldBe($"sha256:{hash}");
        else document.GetProperty("fetched").GetProperty("sha256").GetString().ShouldBe(hash);
        File.ReadAllBytes(Path.Combine(cli.Data, "fetched", hash)).ShouldBe(bytes);
    }
}
