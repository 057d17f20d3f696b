using Spectre.Console;

namespace Ostrakon.Cli.CommandLine;

/// <summary>A progress bar on stderr where that is a terminal; nothing elsewhere.</summary>
static class Progress
{
    /// <summary>Runs the work; it reports how far it is, 0..1.</summary>
    public static Task RunAsync(string what, Func<Action<double>, Task> work)
    {
        if (Console.IsErrorRedirected) return work(static _ => { });
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask(what, maxValue: 1);
            await work(share => bar.Value = share);
            bar.Value = 1;
        });
    }
}
