using System.CommandLine;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Lists;
using Ostrakon.Matching;
using Ostrakon.Parties;

namespace Ostrakon.Cli.Commands;

/// <summary><c>party ID</c>: everything that the lists in use say about one party.</summary>
static class PartyCommand
{
    static readonly Argument<string> Id = new("party") { Description = "The party's id: list and entry id." };

    public static Command Create()
    {
        var command = Common.Command("party", "Everything that the lists say about one party.", "ostrakon party us-ofac-sdn-35096");
        command.Add(Id);
        command.SetAction(Run);
        command.Add(PartyDecisionCommand.Split());
        command.Add(PartyDecisionCommand.Join());
        return command;
    }

    static int Run(ParseResult parsed)
    {
        var id = parsed.GetRequiredValue(Id);
        using var source = DataAccess.Open(parsed);
        using var lease = source.Lease();
        var snapshot = lease.Snapshot;
        var number = snapshot.Find(id);
        if (number < 0) throw new FailedException($"{id}: no party of that id in the lists in use. Look it up by its name: ostrakon screen NAME");
        var party = snapshot.Party(number);
        if (parsed.GetValue(Common.Json)) ConsoleJson.Write(json => PartyJson.Write(json, party, snapshot));
        else
        {
            Demonstration.Tell(Console.Error, snapshot);
            Print(party, [.. StatedLink.Of(party, snapshot)]);
        }
        return App.Done;
    }

    static void Print(Party party, IReadOnlyCollection<StatedLink> links)
    {
        Console.WriteLine($"{party.Caption}  ({party.Schema}, {party.Id})");
        foreach (var listing in party.Listings) Print(listing);
        Section("One party, because", party.JoinedBy.Select(static j => (string.Join(" = ", j.Entries), j.Reason, "")));
        Section("Perhaps the same party (ostrakon party join)", party.Suggestions.Select(static s => (s.Entry, $"{s.Caption}: {s.Reason}", "")));
        Section("Names", party.Listings.SelectMany(static l => l.Entry.Names.Select(n => (ScreeningJson.KindText(n.Kind), n.Text, l.List))));
        Section("Facts", party.Listings.SelectMany(static l => l.Entry.Facts.Select(f => (f.Property, f.ToString(), l.List))));
        Section("Relations", links.Select(static l => (l.Kind, l.Party is null ? l.Caption : $"{l.Caption} ({l.Party})", l.List)));
        foreach (var listing in party.Listings)
            Section($"As published by {listing.List}", listing.Entry.Published.Select(static f => (f.Name, f.Value, "")));
    }

    static void Print(Listing listing)
    {
        var entry = listing.Entry;
        Console.WriteLine();
        Console.WriteLine($"Listed by {ListTitles.Of(listing.List)}");
        Console.WriteLine($"  list       {listing.List} {listing.Version}, entry {entry.Id}");
        if (entry.StandsFor is { } real) Console.WriteLine($"  stands for {real.List} entry {real.Entry}");
        if (!entry.Programs.IsEmpty) Console.WriteLine($"  programmes {string.Join(", ", entry.Programs)}");
        if (entry.ListedOn is { } date) Console.WriteLine($"  listed on  {date}");
        if (entry.Reason is { } reason) Console.WriteLine($"  reason     {OneLine(reason)}");
    }

    static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static void Section(string title, IEnumerable<(string What, string Value, string List)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        Console.WriteLine();
        Console.WriteLine(title);
        var width = Math.Min(40, all.Max(static r => r.What.Length));
        foreach (var (what, value, list) in all)
            Console.WriteLine($"  {what.PadRight(width)}  {OneLine(value)}{(list.Length == 0 ? "" : $"  [{list}]")}");
    }
}
