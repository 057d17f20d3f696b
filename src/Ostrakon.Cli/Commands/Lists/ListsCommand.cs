using System.CommandLine;
using System.Globalization;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Index;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;

namespace Ostrakon.Cli.Commands.Lists;

/// <summary><c>lists</c>: which lists are in use, in which version, how old and how completely read?</summary>
static class ListsCommand
{
    public static Command Create()
    {
        var command = Common.Command("lists", "Which lists are in use, in which version?", "ostrakon lists --max-age 7");
        command.Add(DataAccess.MaxAge);
        foreach (var part in new[] { ListsImportCommand.Create(), ListsUpdateCommand.Create(), ListsDiffCommand.Create(), ListsUseCommand.Create(), ListsExportCommand.Create() }) command.Add(part);
        command.SetAction(Run);
        return command;
    }

    static int Run(ParseResult parsed)
    {
        var age = DataAccess.Age(parsed);
        var archive = DataAccess.Archive(parsed);
        using var source = DataAccess.Open(parsed);
        using var lease = source.Lease();
        if (parsed.GetValue(Common.Json)) ConsoleJson.Write(json => ListsJson.WriteLists(json, lease.Snapshot, age, archive));
        else
        {
            Demonstration.Tell(Console.Error, lease.Snapshot);
            var inUse = archive.InUse();
            foreach (var list in lease.Snapshot.Lists) Print(list, age, archive, inUse);
        }
        return DataAccess.Done(lease.Snapshot, age);
    }

    static void Print(ListVersion list, ListAge age, ListArchive archive, InUse inUse)
    {
        Console.WriteLine($"{list.List}  {ListTitles.Of(list.List)}");
        var pinned = inUse.Of(list.List) is { Pinned: true } ? ", pinned" : "";
        Console.WriteLine($"  version    {list.Version} (date from: {list.PublishedFrom}), {age.Days(list)} days old{pinned}{(age.IsStale(list) ? ", STALE" : "")}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  holds      {list.Entries:N0} entries, {list.Names:N0} names"));
        if (list.Sha256.Length > 0) Console.WriteLine($"  sha256     {list.Sha256}");
        Console.WriteLine($"  coverage   {CoverageText.Of(list.Coverage)}");
        if (archive.Versions(list.List) is { Length: > 1 } kept) Console.WriteLine($"  kept       {string.Join(", ", kept.Select(v => v.Version.Version))}");
    }
}
