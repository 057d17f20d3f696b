using System.CommandLine;
using Microsoft.Extensions.Hosting;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Server.Assistants;

namespace Ostrakon.Cli.Commands;

/// <summary><c>mcp</c>: the tools for assistants, over standard input and output.</summary>
static class McpCommand
{
    public static Command Create()
    {
        var command = Common.Command("mcp", "Serve an assistant by the Model Context Protocol over standard input and output: screen, compare, read, party.", "ostrakon mcp");
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        using var host = AssistantServer.OverStandardStreams(new() { Folder = DataAccess.Folder(parsed) });
        await host.RunAsync(cancel);
        return App.Done;
    }
}
