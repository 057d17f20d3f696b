using System.CommandLine;
using Ostrakon.Cli.Commands;
using Ostrakon.Cli.Commands.Lists;
using Ostrakon.Documents.Web;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;
using Ostrakon.Server.Access;

namespace Ostrakon.Cli.CommandLine;

/// <summary>The command line as a whole: which commands there are, and what their ends mean (exit codes: 0 done, 1 failed, 2 wrong usage, 3 stale list).</summary>
static class App
{
    public const int Done = 0, Failed = 1, WrongUsage = 2, Stale = 3;

    static RootCommand Root() => new("Ostrakon keeps the sanctions watch: who is listed, who is in this document and what do they do, what has changed.")
    {
        Common.Json, Common.Data,
        ScreenCommand.Create(),
        CompareCommand.Create(),
        ExtractCommand.Create(),
        ReadCommand.Create(),
        ListsCommand.Create(),
        PartyCommand.Create(),
        ServeCommand.Create(),
        McpCommand.Create(),
        KeysCommand.Create(),
        LogCommand.Create(),
        ReplayCommand.Create(),
        BackupCommand.Create(),
        BackupCommand.CreateRestore(),
    };

    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Add --help to see how the command is used.");
            return WrongUsage;
        }
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Cancel(); };
        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false }, stop.Token);
        }
        catch (Exception e) when (Explain(e) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return e is UsageException ? WrongUsage : Failed;
        }
    }

    /// <summary>What went wrong, for the user; null for a fault of ours, which ends with its stack.</summary>
    static string? Explain(Exception e) => e switch
    {
        ListFormatException or DataFolderException or UsageException or FailedException or FetchException or InvalidDataException or ExposureException => e.Message,
        FileNotFoundException or DirectoryNotFoundException => $"{e.Message} Check the path.",
        UnauthorizedAccessException => $"{e.Message} Check the permissions.",
        IOException => $"{e.Message} Nothing was changed; check the disk and the path.",
        OperationCanceledException => "Stopped.",
        _ => null,
    };
}
