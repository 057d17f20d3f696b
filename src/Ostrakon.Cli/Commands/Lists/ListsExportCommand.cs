using System.CommandLine;
using Ostrakon.Server.Files;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Index;
using Ostrakon.Lists.Ftm;
using Ostrakon.Parties;

namespace Ostrakon.Cli.Commands.Lists;

/// <summary><c>lists export</c>: the lists in use as FollowTheMoney JSON lines, which lose nothing, or as a table.</summary>
static class ListsExportCommand
{
    static readonly Argument<string[]> Lists = new("lists") { Description = "Which lists; default: all in use.", Arity = ArgumentArity.ZeroOrMore };
    static readonly Option<string> Format = Restricted(new("--format")
    {
        Description = "ftm: FollowTheMoney JSON lines, all facts. csv: a row an entry, the main facts.", DefaultValueFactory = static _ => "ftm",
    });
    static readonly Option<string?> Out = new("--out") { Description = "Where to; default: stdout.", HelpName = "FILE" };

    public static Command Create()
    {
        var command = Common.Command("export", "Write the lists in use for other tools.", "ostrakon lists export us-ofac-sdn --format ftm --out sdn.ftm.jsonl");
        command.Add(Lists);
        command.Add(Format);
        command.Add(Out);
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, cancel)));
        return command;
    }

    static int Run(ParseResult parsed, CancellationToken cancel)
    {
        using var source = DataAccess.Open(parsed);
        using var lease = source.Lease();
        var snapshot = lease.Snapshot;
        Demonstration.Tell(Console.Error, snapshot);
        var chosen = parsed.GetValue(Lists) is { Length: > 0 } some ? some : [.. snapshot.Lists.Select(static l => l.List)];
        if (chosen.FirstOrDefault(id => snapshot.Lists.All(l => l.List != id)) is { } unknown)
            throw new FailedException($"{unknown} is not in use. In use are {string.Join(", ", snapshot.Lists.Select(static l => l.List))}.");

        Action<Stream> write = stream => WriteFtm(snapshot, chosen, stream, cancel);
        if (parsed.GetValue(Format) == "csv") write = stream => ListTable.Write(Entries(snapshot, chosen), stream, cancel);
        if (parsed.GetValue(Out) is { } path)
        {
            using var file = new OutputFile(path);
            write(file.Stream);
            file.Keep();
        }
        else
        {
            using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            write(output);
        }
        return App.Done;
    }

    static void WriteFtm(Snapshot snapshot, string[] lists, Stream stream, CancellationToken cancel)
    {
        foreach (var list in lists) FtmWriter.Write(list, Entries(snapshot, [list]).Select(static l => l.Entry), stream, cancel);
    }

    static IEnumerable<Listing> Entries(Snapshot snapshot, string[] lists) =>
        Enumerable.Range(0, snapshot.PartyCount).SelectMany(i => snapshot.Party(i).Listings).Where(l => lists.Contains(l.List));

    static Option<string> Restricted(Option<string> option)
    {
        option.AcceptOnlyFromAmong("ftm", "csv");
        return option;
    }
}
