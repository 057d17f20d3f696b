using System.Diagnostics;
using System.Globalization;
using Ostrakon.Index;
using Ostrakon.Lists.Archive;

namespace Ostrakon.Cli.Tests;

/// <summary>What a killed, starved or second writer leaves behind, with real processes.</summary>
public sealed class DurabilityTests : IDisposable
{
    readonly Cli cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task A_writer_killed_at_any_point_leaves_the_old_or_the_new_state_whole()
    {
        const int Kills = 100;
        var random = new Random(20240223);
        Import(0).Done();
        await File.WriteAllTextAsync(Path.Combine(cli.Data, "settings.json"), """{"keepVersions": 3}""");
        var length = await Writing(1, TimeSpan.MaxValue);
        var (state, committed) = (1, 0);
        for (var i = 2; i < 2 + Kills; i++)
        {
            await Writing(i, length * random.NextDouble());
            var found = Read();
            found.ShouldBeOneOf(state, i);
            if (found == i) committed++;
            state = found;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{committed} of {Kills} had committed when they were killed");
        Import(2 + Kills).Done();
        Read().ShouldBe(2 + Kills);
        Directory.EnumerateFileSystemEntries(cli.Data, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void A_full_disk_is_one_sentence_and_the_old_state_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell that limits the size of files");
        Import(0).Done();
        Import(1).Done();
        foreach (var (kilobytes, place) in new[] { (1, "lists"), (40, "snapshots") })
        {
            var ostrakon = Path.Combine(AppContext.BaseDirectory, "ostrakon");
            // The runtime's own double mapping of code would meet the limit first.
            var result = Cli.Finish(cli.Start("bash", ["-c",
                $"trap '' XFSZ; ulimit -f {kilobytes}; export DOTNET_EnableWriteXorExecute=0; exec \"$0\" lists import my-list \"$1\" --published 2024-01-03", ostrakon, List(2)]));
            result.ShouldFail(1, "cannot be written", "What was in use stays in use", Path.DirectorySeparatorChar + place + Path.DirectorySeparatorChar);
            Read().ShouldBe(1);
            Directory.EnumerateFileSystemEntries(cli.Data, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
        }
        Import(2).Done();
        Read().ShouldBe(2);
    }

    [Fact]
    public void Two_writers_at_once_take_turns()
    {
        var both = new[] { "a-list", "b-list" }.Select(list => cli.Start("lists", "import", list, List(0), "--published", "2024-01-01")).ToList();
        foreach (var process in both) Cli.Finish(process).Done();
        cli.Run("lists", "--json").Done().Json.GetProperty("lists").EnumerateArray().Select(l => l.GetProperty("id").GetString()).ShouldBe(["a-list", "b-list"]);
    }

    [Fact]
    public async Task A_writer_that_must_wait_says_for_whom_and_goes_on()
    {
        Process process;
        string? said;
        using (WriterLock.Take(cli.Folder, "the test", TimeSpan.Zero, _ => { }, TimeProvider.System))
        {
            process = Start(0);
            said = await process.StandardError.ReadLineAsync();
            cli.Run("lists").Done();   // readers never wait
        }
        said.ShouldNotBeNull().ShouldContain($"being changed by another process (process {Environment.ProcessId}, the test");
        Cli.Finish(process).Done();
        Read().ShouldBe(0);
    }

    [Fact]
    public void A_folder_that_cannot_be_read_is_no_empty_folder()
    {
        File.WriteAllText(cli.Data, "a file in its place");
        cli.Run("lists").ShouldFail(1, cli.Data, "cannot be read", "--data");
        Import(0).ShouldFail(1, cli.Data, "cannot be read");
        File.Delete(cli.Data);
        Import(0).Done();
        if (OperatingSystem.IsWindows() || Environment.UserName == "root") return;   // root reads everything
        File.SetUnixFileMode(cli.Data, UnixFileMode.None);
        try
        {
            cli.Run("lists").ShouldFail(1, cli.Data, "cannot be read");
            Import(1).ShouldFail(1, cli.Data, "cannot be read");
        }
        finally { File.SetUnixFileMode(cli.Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute); }
    }

    [Fact]
    public void A_damaged_snapshot_is_compiled_again_and_told()
    {
        Import(0).Done();
        var snapshot = Directory.EnumerateFiles(Path.Combine(cli.Data, "snapshots")).Single();
        var bytes = File.ReadAllBytes(snapshot);
        bytes[^20] ^= 1;
        File.WriteAllBytes(snapshot, bytes);
        cli.Run("party", "my-list-p1").Done().Errors.ShouldContain("Compiling the lists in use again");
        cli.Run("party", "my-list-p1").Done().Errors.ShouldBeEmpty();
    }

    /// <summary>Imports a state and kills the writer this long after it began to write, if it still runs. How long it wrote.</summary>
    async Task<TimeSpan> Writing(int state, TimeSpan limit)
    {
        var owner = Path.Combine(cli.Data, "lock.owner");
        File.Delete(owner);   // of the writer killed before
        using var process = Start(state);
        while (!process.HasExited && !File.Exists(owner)) await Task.Delay(1);
        var began = Stopwatch.StartNew();
        var end = process.WaitForExitAsync();
        if (limit < TimeSpan.MaxValue && await Task.WhenAny(end, Task.Delay(limit)) != end) process.Kill();
        await end;
        return began.Elapsed;
    }

    /// <summary>State n: 500 people of that number.</summary>
    string List(int state) => cli.WriteList("list.jsonl", Enumerable.Range(1, 500).Select(i => $"Person {i} of {state}"));

    Process Start(int state) => cli.Start("lists", "import", "my-list", List(state), "--published",
        new DateOnly(2024, 1, 1).AddDays(state).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    CliResult Import(int state) => Cli.Finish(Start(state));

    /// <summary>The state that a reader finds, without any complaint.</summary>
    int Read()
    {
        var said = new List<string>();
        using var source = SnapshotSource.Open(cli.Folder, said.Add, TimeProvider.System);
        using var lease = source.Lease();
        new ListArchive(cli.Folder, said.Add).Versions("my-list").ShouldNotBeEmpty();
        said.ShouldBeEmpty();
        lease.Snapshot.PartyCount.ShouldBe(500);
        var captions = Enumerable.Range(0, 500).Select(i => lease.Snapshot.Party(i).Caption.Split(' ')[^1]).Distinct();
        return int.Parse(captions.Single(), CultureInfo.InvariantCulture);
    }
}
