using System.CommandLine;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Server.Updates;

namespace Ostrakon.Cli.Commands.Lists;

/// <summary><c>lists update [ID...]</c>: fetches what the authorities published since, checks it, and puts it in use.</summary>
static class ListsUpdateCommand
{
    static readonly Argument<string[]> Lists = new("lists") { Description = "Which lists; default those that are kept here.", Arity = ArgumentArity.ZeroOrMore };

    /// <summary>Also an option of <c>serve</c>.</summary>
    public static readonly Option<bool> AllowPrivate = new("--allow-private") { Description = "Also fetch lists over http and from addresses that are not public: a mirror of your own." };

    public static Command Create()
    {
        var command = Common.Command("update", "Fetch what the authorities published since, check it, put it in use.", "ostrakon lists update un-sc us-ofac-sdn --max-age 7");
        command.Add(Lists);
        command.Add(AllowPrivate);
        command.Add(DataAccess.MaxAge);
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var age = DataAccess.Age(parsed);
        var json = parsed.GetValue(Common.Json);
        using var updater = new ListUpdater(DataAccess.Folder(parsed), new() { AllowPrivate = parsed.GetValue(AllowPrivate) }, Console.Error.WriteLine, TimeProvider.System);
        var updates = await updater.RunAsync(parsed.GetValue(Lists) ?? [], done =>
        {
            if (done.Error is not null) Console.Error.WriteLine(done);
            else if (!json) Console.WriteLine(done);
        }, cancel);
        if (json) ConsoleJson.Write(writer => ListUpdate.Write(writer, updates));
        if (updates.Any(static u => u.Error is not null)) return App.Failed;
        using var source = DataAccess.Open(parsed);
        using var lease = source.Lease();
        return DataAccess.Done(lease.Snapshot, age);
    }
}
