using Ostrakon.Index;

namespace Ostrakon.Tests.Lists.Archive;

public sealed class SnapshotSourceTests : IDisposable
{
    readonly TestFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void A_running_process_sees_a_new_snapshot_and_its_old_leases_stay_good()
    {
        using var source = data.Source();
        using var starter = source.Lease();
        starter.Snapshot.Demonstration.ShouldBeTrue();
        data.Import("a-list", TestFolder.Lines("2024-01-01", 3));
        using var first = source.Lease();
        data.Import("a-list", TestFolder.Lines("2024-01-02", 4));
        using var second = source.Lease();
        using var same = source.Lease();
        (starter.Snapshot.PartyCount, first.Snapshot.PartyCount, second.Snapshot.PartyCount).ShouldBe((1, 3, 4));
        same.Snapshot.ShouldBeSameAs(second.Snapshot);
        first.Snapshot.Party(2).Caption.ShouldBe("Name 3");
    }

    [Fact]
    public void A_running_process_keeps_its_snapshot_where_the_new_one_is_bad()
    {
        data.Import("a-list", TestFolder.Lines("2024-01-01", 3));
        using var source = data.Source();
        using (var busy = data.Lock())
        {
            File.WriteAllText(data.Folder.InUse, "rubbish");
            using var lease = source.Lease();
            lease.Snapshot.PartyCount.ShouldBe(3);
        }
        data.Said.ShouldContain(s => s.Contains("The snapshot before stays in use here", StringComparison.Ordinal));
        data.Import("a-list", TestFolder.Lines("2024-01-02", 4));
        using var next = source.Lease();
        next.Snapshot.PartyCount.ShouldBe(4);
    }

    [Fact]
    public async Task Readers_never_wait_and_never_see_a_half_while_lists_change()
    {
        data.Import("a-list", TestFolder.Lines("2024-01-01", 10));
        using var source = data.Source();
        using var done = new CancellationTokenSource();
        using var begun = new CountdownEvent(3);
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var answers = 0;
            while (!done.IsCancellationRequested)
            {
                using var lease = source.Lease();
                var snapshot = lease.Snapshot;
                snapshot.PartyCount.ShouldBe(snapshot.Lists.Single().Entries);
                for (var i = 0; i < snapshot.PartyCount; i++) snapshot.Party(i).Listings.Single().Version.ShouldBe(snapshot.Lists[0].Version);
                if (answers++ == 0) begun.Signal();
            }
            return answers;
        })).ToList();
        while (!begun.Wait(100)) readers.ShouldAllBe(r => !r.IsFaulted);
        for (var i = 0; i < 20; i++) data.Import("a-list", TestFolder.Lines($"2024-02-{i % 28 + 1:00}", 11 + i));
        await done.CancelAsync();
        (await Task.WhenAll(readers)).ShouldAllBe(n => n > 0);
        using var last = source.Lease();
        last.Snapshot.Lists[0].Entries.ShouldBe(data.Archive.Versions("a-list")[^1].Version.Entries);
    }

    [Fact]
    public void A_lease_may_end_twice_and_after_the_source()
    {
        data.Import("a-list", TestFolder.Lines("2024-01-01", 3));
        var source = data.Source();
        var lease = source.Lease();
        source.Dispose();
        lease.Snapshot.Party(0).Caption.ShouldBe("Name 1");
        lease.Dispose();
        lease.Dispose();
    }
}
