using System.Text;
using Ostrakon.TestData;

namespace Ostrakon.Cli.Tests;

/// <summary><c>lists update</c> against a server of the test's own.</summary>
public sealed class UpdateTests : IDisposable
{
    readonly Cli cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task Update_fetches_reports_and_says_what_failed()
    {
        var body = File.ReadAllText(cli.WriteList("mine.jsonl", "Ann Example", "Bob Example"));
        await using var server = new LocalServer((path, stream) => path == "/list"
            ? LocalServer.SendAsync(stream, $"HTTP/1.1 200 OK\nLast-Modified: Fri, 31 Jul 2026 10:00:00 GMT\nContent-Length: {body.Length}", Encoding.UTF8.GetBytes(body))
            : LocalServer.SendAsync(stream, "HTTP/1.1 404 Not Found\nContent-Length: 0"));
        Directory.CreateDirectory(cli.Data);
        File.WriteAllText(Path.Combine(cli.Data, "addresses.tsv"), $"my-list\t{server.Address("127.0.0.1", "/list")}\tlist.jsonl\nno-list\t{server.Address("127.0.0.1", "/none")}\tlist.jsonl\n");

        cli.Run("lists", "update", "my-list").ShouldFail(1, "https only", "--allow-private");
        server.Asked.ShouldBe(0);
        cli.Run("lists", "update", "my-list", "--allow-private").Done().Output.ShouldBe("my-list: 2026-07-31, 2 entries" + Environment.NewLine);
        cli.Run("lists", "update", "--allow-private", "--json").Done().Json.GetProperty("updates").EnumerateArray().Single().GetProperty("state").GetString().ShouldBe("unchanged");
        var half = cli.Run("lists", "update", "no-list", "my-list", "--allow-private", "--json");
        half.ShouldFail(1, "404");
        half.Json.GetProperty("updates").EnumerateArray().Select(u => u.GetProperty("state").GetString()).ShouldBe(["failed", "unchanged"]);
        cli.Run("lists", "update", "--allow-private", "--max-age", "0").Code.ShouldBe(3);
        cli.Run("lists", "update", "other-list").ShouldFail(1, "no address");
    }
}
