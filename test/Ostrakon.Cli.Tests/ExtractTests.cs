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

    [Fact]
    public void A_batch_answers_in_order_with_one_id_for_one_story_and_goes_on_after_a_bad_page()
    {
        var other = Html.Replace("Tanker seized", "Ship held", StringComparison.Ordinal).Replace("<article>", "<nav><a href='/'>Home</a></nav><article>", StringComparison.Ordinal);
        var input = cli.Write("pages.jsonl", string.Concat(new object[] { new { id = "a", html = Html }, new { id = "b", html = "<html></html>" }, new { id = "c", html = other }, new { id = "d", text = "The parliament passed the budget late on Friday after a long debate." } }
            .Select(row => JsonSerializer.Serialize(row) + "\n")));
        var done = cli.Run("extract", "--batch", input);
        done.Code.ShouldBe(0, done.Errors);
        var rows = done.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        rows.Select(r => r.GetProperty("id").GetString()).ShouldBe(["a", "b", "c", "d"]);
        rows[1].GetProperty("error").GetString()!.ShouldContain("JavaScript");
        rows[0].GetProperty("storyId").GetString().ShouldBe(rows[2].GetProperty("storyId").GetString());
        rows[3].GetProperty("storyId").GetString().ShouldNotBe(rows[0].GetProperty("storyId").GetString());
    }
}
