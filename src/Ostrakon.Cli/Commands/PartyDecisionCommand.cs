using System.CommandLine;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Index;
using Ostrakon.Joins;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;

namespace Ostrakon.Cli.Commands;

/// <summary><c>party split|join PARTY ENTRY</c>: a person decides which entries are one party; the decision holds over all updates.</summary>
static class PartyDecisionCommand
{
    static readonly Argument<string> Id = new("party") { Description = "The party's id." };
    static readonly Argument<string> Entry = new("entry") { Description = "An entry: list and entry id." };

    public static Command Split() =>
        Create("split", "Take an entry out of a party, for good.", "ostrakon party split us-ofac-sdn-35096 uk-sl-RUS0251", PartyDecisions.Split);

    public static Command Join() =>
        Create("join", "Make an entry, with all that is one party with it, part of a party, for good.", "ostrakon party join us-ofac-sdn-35096 uk-sl-RUS0251", PartyDecisions.Join);

    delegate InUse Decide(ListArchive archive, Snapshot snapshot, string party, string entry, WriterLock writer, TimeProvider time, CancellationToken cancel);

    static Command Create(string name, string what, string example, Decide decide)
    {
        var command = Common.Command(name, what, example);
        command.Add(Id);
        command.Add(Entry);
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, name, decide, cancel)));
        return command;
    }

    static int Run(ParseResult parsed, string name, Decide decide, CancellationToken cancel)
    {
        var (id, entry) = (parsed.GetRequiredValue(Id), parsed.GetRequiredValue(Entry));
        using var source = DataAccess.Open(parsed);
        var archive = DataAccess.Archive(parsed);
        using (var writer = DataAccess.Lock(archive, $"party {name}", cancel))
        using (var before = source.Lease())
            decide(archive, before.Snapshot, id, entry, writer, TimeProvider.System, cancel);
        using var lease = source.Lease();
        var party = lease.Snapshot.Party(lease.Snapshot.Find(id));
        if (parsed.GetValue(Common.Json)) ConsoleJson.Write(json => PartyJson.Write(json, party, lease.Snapshot));
        else
        {
            Console.WriteLine($"{party.Caption}  ({party.Schema}, {party.Id})");
            foreach (var listing in party.Listings) Console.WriteLine($"  {listing.List} entry {listing.Entry.Id}");
        }
        return App.Done;
    }
}
