using System.CommandLine;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Lists.Archive;

namespace Ostrakon.Cli.Commands.Lists;

/// <summary><c>lists use ID VERSION</c>: pins a kept version; <c>latest</c> ends that.</summary>
static class ListsUseCommand
{
    const string Latest = "latest";

    static readonly Argument<string> List = ListArguments.List();
    static readonly Argument<string> Version = new("version") { Description = $"A kept version, which later imports then do not replace; or {Latest}." };

    public static Command Create()
    {
        var command = Common.Command("use", "Use an earlier version of a list, until told otherwise.", "ostrakon lists use us-ofac-sdn 2024-02-20");
        command.Add(List);
        command.Add(Version);
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, cancel)));
        return command;
    }

    static int Run(ParseResult parsed, CancellationToken cancel)
    {
        var list = ListArguments.Checked(parsed.GetRequiredValue(List));
        var version = parsed.GetRequiredValue(Version);
        var archive = DataAccess.Archive(parsed);
        using var writer = DataAccess.Lock(archive, $"lists use {list}", cancel);
        var used = (version == Latest ? Publication.Unpin(archive, list, writer, cancel) : Publication.Pin(archive, list, version, writer, cancel)).Of(list)!.Value;
        if (parsed.GetValue(Common.Json))
            ConsoleJson.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("list", list);
                json.WriteString("version", used.Version);
                json.WriteBoolean("pinned", used.Pinned);
                json.WriteEndObject();
            });
        else Console.WriteLine($"{list}: {used.Version} is in use{(used.Pinned ? $" and stays so; end this with: ostrakon lists use {list} {Latest}" : "")}");
        return App.Done;
    }
}
