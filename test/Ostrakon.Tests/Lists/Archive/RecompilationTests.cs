using Ostrakon.Index;
using Ostrakon.Joins;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;
using Ostrakon.Parties;
using Ostrakon.TestData;

namespace Ostrakon.Tests.Lists.Archive;

/// <summary>What is compiled with the readings of the snapshot before is, byte for byte, what is compiled from nothing.</summary>
public sealed class RecompilationTests : IDisposable
{
    readonly TestFolder data = new();
    readonly ListArchive archive;

    public RecompilationTests() => archive = new(data.Folder, data.Said.Add);

    public void Dispose() => data.Dispose();

    [Fact]
    public void Over_a_history_of_two_lists_with_joins_and_a_way_back()
    {
        Import("un-sc", "un/history/un_consolidated_2024-12.xml.gz");
        Import("us-ofac-cons", "ofac/consolidated_2024-02.xml");
        Import("un-sc", "un/history/un_consolidated_2025-06.xml.gz");
        Import("us-ofac-cons", "ofac/consolidated_2025-06.xml");
        Import("un-sc", "un/history/un_consolidated_2026-01.xml.gz");
        Decide((snapshot, writer) => PartyDecisions.Join(archive, snapshot, PartyOf(snapshot, "us-ofac-cons"), PartyOf(snapshot, "un-sc"), writer, data.Time));
        Import("un-sc", "un/history/un_consolidated_2026-02.xml.gz");
        Import("us-ofac-cons", "ofac/consolidated_2026-01.xml");
        Import("un-sc", "un/un_consolidated_2026-08.xml.gz");
        Decide((snapshot, writer) => PartyDecisions.Split(archive, snapshot, Joined(snapshot).Id, Joined(snapshot).Listings[^1].Entry.Id, writer, data.Time));
        Decide((_, writer) => Publication.Pin(archive, "un-sc", archive.Versions("un-sc")[0].Version.Version, writer));
        Decide((_, writer) => Publication.Unpin(archive, "un-sc", writer));
        data.Said.ShouldBeEmpty();
    }

    [Fact]
    public void A_damaged_or_foreign_snapshot_is_not_taken_over_from()
    {
        Import("un-sc", "un/history/un_consolidated_2026-01.xml.gz");
        var path = Directory.EnumerateFiles(data.Folder.Snapshots).Single();
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 0x20;
        File.WriteAllBytes(path, bytes);
        Import("un-sc", "un/history/un_consolidated_2026-02.xml.gz");

        path = Directory.EnumerateFiles(data.Folder.Snapshots).Single();
        bytes = File.ReadAllBytes(path);
        bytes[8] ^= 0x20;   // the build
        File.WriteAllBytes(path, bytes);
        Import("un-sc", "un/un_consolidated_2026-08.xml.gz");

        File.Delete(Directory.EnumerateFiles(data.Folder.Snapshots).Single());
        Import("us-ofac-cons", "ofac/consolidated_2026-01.xml");
    }

    [Fact]
    public void Readings_are_taken_over_and_not_read_again()
    {
        var parties = new List<Party> { new("a-list-1", [new("a-list", "1", TestFolder.Entry("1;Tarvo Nemelka;"))]) };
        using var before = Compile(parties, null);
        var doctored = new SnapshotBuilder();
        foreach (var name in new[] { NameIndexCompiler.WordKeys, "party.names", "name", "name.words", "word.forms", "form.at", "form" }) doctored.Add<byte>(name, before.Section(name).ToArray());
        doctored.Add<byte>(NameIndexCompiler.PartyKeys, before.Section(NameIndexCompiler.PartyKeys).ToArray());
        doctored.Add("word", before.Section<WordRecord>("word").ToArray().Select(static w => w with { Rarity = 7 }).ToArray());
        using var stream = new MemoryStream();
        doctored.Write(stream);
        using var changed = SnapshotFile.FromBytes(stream.ToArray());
        using var after = Compile(parties, changed);
        after.Section<WordRecord>("word").ToArray().ShouldAllBe(static w => w.Rarity == 7);
    }

    static SnapshotFile Compile(List<Party> parties, SnapshotFile? before)
    {
        var builder = new SnapshotBuilder();
        NameIndexCompiler.AddTo(builder, parties, before, TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        builder.Write(stream);
        return SnapshotFile.FromBytes(stream.ToArray());
    }

    void Import(string list, string file)
    {
        data.Time.Advance(TimeSpan.FromMinutes(1));
        new ListImport(list, [ListFile.Read(SharedData.File($"data/lists/{file}"))], AcceptLoss: true).Run(archive, data.Lock, data.Time, TestContext.Current.CancellationToken);
        IsAsFromNothing();
    }

    void Decide(Func<Snapshot, WriterLock, InUse> decide)
    {
        using (var source = SnapshotSource.Open(data.Folder, data.Said.Add, TimeProvider.System))
        using (var lease = source.Lease())
        using (var writer = data.Lock()) decide(lease.Snapshot, writer);
        IsAsFromNothing();
    }

    void IsAsFromNothing()
    {
        using var whole = new MemoryStream();
        Publication.Compile(archive, archive.InUse(), null, whole, JoinChoices.Read(data.Folder), before: null, TestContext.Current.CancellationToken);
        File.ReadAllBytes(Path.Combine(data.Folder.Snapshots, archive.InUse().Snapshot)).AsSpan().SequenceEqual(whole.ToArray()).ShouldBeTrue();
    }

    static string PartyOf(Snapshot snapshot, string list) => All(snapshot).First(p => p.Listings is [var only] && only.List == list).Id;

    static Party Joined(Snapshot snapshot) => All(snapshot).First(static p => p.Listings.Length > 1);

    static IEnumerable<Party> All(Snapshot snapshot) => Enumerable.Range(0, snapshot.PartyCount).Select(snapshot.Party);
}
