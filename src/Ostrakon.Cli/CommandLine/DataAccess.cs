using System.CommandLine;
using Ostrakon.Index;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;
using Ostrakon.Store;

namespace Ostrakon.Cli.CommandLine;

/// <summary>The data folder of a command: what is in use, what is kept, and the right to change it. Messages go to stderr.</summary>
static class DataAccess
{
    /// <summary>How long a command waits for another process that changes the folder.</summary>
    static readonly TimeSpan WaitForWriter = TimeSpan.FromSeconds(60);

    public static readonly Option<int?> MaxAge = new("--max-age")
    {
        Description = "Exit with 3 if a list in use was published longer ago than this.", HelpName = "DAYS",
    };

    /// <summary>The lists in use, or the starter list. Dispose it at the end.</summary>
    public static SnapshotSource Open(ParseResult parsed) => SnapshotSource.Open(Folder(parsed), Say, TimeProvider.System);

    public static ListArchive Archive(ParseResult parsed) => new(Folder(parsed), Say);

    /// <summary>What the server keeps. Dispose it at the end.</summary>
    public static DataStore Store(ParseResult parsed) => DataStore.Of(Folder(parsed), TimeProvider.System);

    /// <summary>The right to change the folder.</summary>
    public static WriterLock Lock(ListArchive archive, string purpose, CancellationToken cancel) =>
        WriterLock.Take(archive.Folder, purpose, WaitForWriter, Say, TimeProvider.System, cancel);

    /// <summary>How old is too old.</summary>
    public static ListAge Age(ParseResult parsed) => ListAge.At(TimeProvider.System, parsed.GetValue(MaxAge) switch
    {
        < 0 => throw new UsageException("--max-age is a number of days, 0 or more."),
        var days => days,
    });

    /// <summary>The exit code of work that succeeded: 3 where a list in use is stale, which is told.</summary>
    public static int Done(Snapshot snapshot, ListAge age)
    {
        var stale = snapshot.Lists.Where(age.IsStale).ToList();
        foreach (var list in stale) Say($"{list.List} {list.Version} is {age.Days(list)} days old: import a newer version.");
        return stale.Count == 0 ? App.Done : App.Stale;
    }

    public static DataFolder Folder(ParseResult parsed) => DataFolder.Choose(parsed.GetValue(Common.Data));

    static void Say(string message) => Console.Error.WriteLine(message);
}
