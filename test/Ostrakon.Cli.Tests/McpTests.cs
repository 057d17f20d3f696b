using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Ostrakon.Cli.Tests;

/// <summary>The assistants' tools over standard input and output, asked by the protocol's own client.</summary>
public class McpTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_assistant_screens_reads_and_looks_up_over_standard_streams()
    {
        using var cli = new Cli();
        await using var client = await McpClient.CreateAsync(new StdioClientTransport(new()
        {
            Command = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "ostrakon.exe" : "ostrakon"), Arguments = ["mcp", "--data", cli.Data],
        }), cancellationToken: Cancel);
        (await client.ListToolsAsync(cancellationToken: Cancel)).Select(static t => t.Name).ShouldBe(["screen", "compare", "read", "party"], ignoreOrder: true);
        async Task<JsonElement> Call(string tool, string argument, string value)
        {
            var result = await client.CallToolAsync(tool, new Dictionary<string, object?> { [argument] = value }, cancellationToken: Cancel);
            (result.IsError ?? false).ShouldBeFalse();
            return JsonDocument.Parse(result.Content.OfType<TextContentBlock>().Single().Text).RootElement;
        }
        var screened = await Call("screen", "name", "Kim Jong Un");
        screened.GetProperty("demonstration").GetBoolean().ShouldBeTrue();
        var party = screened.GetProperty("hits")[0].GetProperty("party").GetString()!;
        (await Call("party", "id", party)).GetProperty("id").GetString().ShouldBe(party);
        (await Call("read", "text", "Kim Jong Un met officials in Vladivostok.")).GetProperty("parties").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Standard_output_carries_the_protocol_and_nothing_else()
    {
        using var cli = new Cli();
        var own = cli.WriteList("own.jsonl", "Orlan Deskovitch");
        cli.Run("lists", "import", "own", own).Done();
        foreach (var file in Directory.GetFiles(Path.Combine(cli.Data, "snapshots"))) await File.WriteAllBytesAsync(file, [1, 2, 3], Cancel);   // opening it will have something to say
        var info = new System.Diagnostics.ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "ostrakon.exe" : "ostrakon"), ["mcp", "--data", cli.Data])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = System.Diagnostics.Process.Start(info)!;
        var errors = process.StandardError.ReadToEndAsync(Cancel);
        await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""");
        JsonDocument.Parse((await process.StandardOutput.ReadLineAsync(Cancel))!).RootElement.GetProperty("id").GetInt32().ShouldBe(1);
        process.StandardInput.Close();
        (await process.StandardOutput.ReadToEndAsync(Cancel)).ShouldBeEmpty();
        await process.WaitForExitAsync(Cancel);
        process.ExitCode.ShouldBe(0);
        (await errors).ShouldContain("Compiling");
    }
}
