using Ostrakon.Joins;
using Ostrakon.Lists.Archive;
using Ostrakon.Tests.Lists.Archive;

namespace Ostrakon.Tests.Joins;

public sealed class JoinChoicesTests : IDisposable
{
    readonly TestFolder data = new();

    public void Dispose() => data.Dispose();

    string Parties()
    {
        using var source = data.Source();
        using var lease = source.Lease();
        return string.Join(" | ", Enumerable.Range(0, lease.Snapshot.PartyCount).Select(lease.Snapshot.Party).Select(p => string.Join("+", p.Listings.Select(l => $"{l.List}-{l.Entry.Id}"))));
    }

    void Decide(Action<Index.Snapshot, WriterLock> decide)
    {
        using var source = data.Source();
        using var lease = source.Lease();
        using var writer = data.Lock();
        decide(lease.Snapshot, writer);
    }

    [Fact]
    public void Decisions_are_kept_and_the_latest_about_a_pair_counts()
    {
        data.Import("a-list", TestFolder.Lines("2024-01-01", 2));
        data.Import("b-list", TestFolder.Lines("2024-01-01", 1, "Other"));
        Decide((s, w) => PartyDecisions.Join(data.Archive, s, "a-list-1", "b-list-1", w, data.Time));
        Parties().ShouldBe("a-list-1+b-list-1 | a-list-2");
        data.Import("b-list", TestFolder.Lines("2024-01-02", 2, "Other"), acceptLoss: true);
        Parties().ShouldBe("a-list-1+b-list-1 | a-list-2 | b-list-2");
        Decide((s, w) => PartyDecisions.Split(data.Archive, s, "b-list-1", "a-list-1", w, data.Time));
        Parties().ShouldBe("a-list-1 | a-list-2 | b-list-1 | b-list-2");
        JoinChoices.Read(data.Folder).All.ShouldHaveSingleItem().Together.ShouldBeFalse();
    }

    [Fact]
    public void A_line_that_is_no_decision_stops_an_import_and_not_the_answers()
    {
        data.Import("a-list", TestFolder.Lines("2024-01-01", 2));
        File.WriteAllText(Path.Combine(data.Folder.Root, "joins"), "# mine\ntogether a-list-1 b-list-1\n");
        Should.Throw<DataFolderException>(() => data.Import("a-list", TestFolder.Lines("2024-01-02", 3))).Message.ShouldContain("joins:2");
        Parties().ShouldBe("a-list-1 | a-list-2");
    }

    [Fact]
    public void The_demonstration_cannot_be_changed()
    {
        data.Folder.Create();
        Should.Throw<DataFolderException>(() => Decide((s, w) => PartyDecisions.Join(data.Archive, s, "starter-s1", "starter-s1", w, data.Time)));
        File.Exists(Path.Combine(data.Folder.Root, "joins")).ShouldBeFalse();
    }
}
