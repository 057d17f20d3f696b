using System.Text;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;

namespace Ostrakon.Tests.Lists.Archive;

public sealed class ListImportTests : IDisposable
{
    readonly TestFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void Nothing_imported_is_the_starter_list()
    {
        data.InUse().ShouldBe("starter 2024-05-03: Starter");
        Directory.Exists(data.Folder.Root).ShouldBeFalse("readers create nothing");
    }

    [Fact]
    public void The_latest_publication_is_in_use_and_an_older_one_adds_history()
    {
        data.Import("a-list", "published 2024-02-01\n1;Ann;P\n").InUse.ShouldBe("2024-02-01");
        data.InUse().ShouldBe("a-list 2024-02-01: Ann");
        var newer = data.Import("a-list", "published 2024-03-01\n1;Ann;P\n2;Bob;P\n");
        (newer.InUse, newer.IsNew, newer.Before!.Version).ShouldBe(("2024-03-01", true, "2024-02-01"));
        newer.Delta!.Added.Single().Caption.ShouldBe("Bob");
        data.Import("a-list", "published 2023-01-01\n1;Old;P\n").InUse.ShouldBe("2024-03-01");
        data.InUse().ShouldBe("a-list 2024-03-01: Ann, Bob");
        data.Archive.Versions("a-list").Select(v => v.Version.Version).ShouldBe(["2023-01-01", "2024-02-01", "2024-03-01"]);
    }

    [Fact]
    public void Lists_are_compiled_together()
    {
        data.Import("b-list", "published 2024-02-01\n1;Ann;P\n");
        data.Import("a-list", "published 2024-02-02\n1;Bob;P\n");
        data.Import("b-list", "published 2024-02-03\n1;Cid;P\n");
        data.InUse().ShouldBe("a-list 2024-02-02: Bob | b-list 2024-02-03: Cid");
    }

    [Fact]
    public void The_same_bytes_are_one_version()
    {
        data.Import("a-list", "1;Ann;P\n", "2024-02-01");
        var again = data.Import("a-list", "1;Ann;P\n", "2024-04-01");
        (again.IsNew, again.Version.Version, again.InUse).ShouldBe((false, "2024-02-01", "2024-02-01"));
        data.Archive.Versions("a-list").Length.ShouldBe(1);
    }

    [Fact]
    public void A_second_version_of_a_date_is_told_apart_by_its_hash_and_is_in_use()
    {
        data.Import("a-list", "1;Ann;P\n", "2024-02-01");
        var second = data.Import("a-list", "1;Bea;P\n", "2024-02-01").Version;
        second.Version.ShouldBe($"2024-02-01-{second.Sha256[..8]}");
        data.InUse().ShouldBe($"a-list {second.Version}: Bea");
        data.Import("a-list", "1;Ann;P\n", "2024-02-01").InUse.ShouldBe(second.Version, "the first is older although it came again");
    }

    [Theory]
    [InlineData("published 2024-02-01\n1;Ann;P\n", "2023-01-01", "2024-02-01", "file")]
    [InlineData("1;Ann;P\n", "2023-01-01", "2023-01-01", "option")]
    [InlineData("1;Ann;P\n", null, "2020-05-05", "file time")]
    public void The_date_says_where_it_comes_from(string content, string? option, string version, string from)
    {
        var result = data.Import("a-list", content, option);
        (result.Version.Version, result.Version.PublishedFrom).ShouldBe((version, from));
        result.Warnings.Any(w => w.Contains("--published", StringComparison.Ordinal)).ShouldBe(from == "file");
    }

    [Fact]
    public void A_date_in_the_future_is_warned_of() =>
        data.Import("a-list", "1;Ann;P\n", "2062-02-01").Warnings.Single().ShouldContain("lies in the future");

    [Fact]
    public void A_loss_of_more_than_a_tenth_is_refused_unless_accepted()
    {
        data.Import("a-list", TestFolder.Lines("2024-01-01", 100));
        data.Import("a-list", TestFolder.Lines("2024-01-02", 90)).InUse.ShouldBe("2024-01-02");
        data.Import("a-list", TestFolder.Lines("2024-01-03", 100));
        var before = data.InUse();
        Should.Throw<DataFolderException>(() => data.Import("a-list", TestFolder.Lines("2024-01-04", 89)))
            .Message.ShouldBe("a-list 2024-01-04: has 89 entries where the version 2024-01-03 has 100, a loss of more than a tenth. The version in use is kept. Is the file whole? If so, import it with --accept-loss.");
        data.InUse().ShouldBe(before);
        data.Archive.Versions("a-list").Length.ShouldBe(3);
        data.Import("a-list", TestFolder.Lines("2024-01-04", 89), acceptLoss: true).InUse.ShouldBe("2024-01-04");
    }

    [Fact]
    public void History_may_be_smaller()
    {
        data.Import("a-list", TestFolder.Lines("2024-01-02", 100));
        data.Import("a-list", TestFolder.Lines("2024-01-01", 50)).InUse.ShouldBe("2024-01-02");
    }

    [Theory]
    [InlineData("published 2024-02-01\n")]
    [InlineData("<html>Service unavailable</html>")]
    public void An_empty_or_broken_file_changes_nothing(string content)
    {
        data.Import("a-list", "published 2024-01-01\n1;Ann;P\n");
        Should.Throw<ListFormatException>(() => data.Import("a-list", content)).Message.ShouldStartWith("list.txt");
        data.InUse().ShouldBe("a-list 2024-01-01: Ann");
        data.Archive.Versions("a-list").Length.ShouldBe(1);
    }

    [Fact]
    public void A_pinned_version_stays_in_use_until_it_is_unpinned()
    {
        data.Import("a-list", "published 2024-01-01\n1;Ann;P\n");
        data.Import("a-list", "published 2024-02-01\n1;Bea;P\n");
        using (var writer = data.Lock()) Publication.Pin(data.Archive, "a-list", "2024-01-01", writer);
        data.InUse().ShouldBe("a-list 2024-01-01: Ann");
        data.Import("a-list", "published 2024-03-01\n1;Cid;P\n").InUse.ShouldBe("2024-01-01");
        data.Import("b-list", "published 2024-03-01\n1;Dan;P\n");
        data.InUse().ShouldBe("a-list 2024-01-01: Ann | b-list 2024-03-01: Dan");
        using (var writer = data.Lock())
        {
            Should.Throw<DataFolderException>(() => Publication.Pin(data.Archive, "a-list", "2024-01-09", writer))
                .Message.ShouldBe("a-list 2024-01-09: is not kept here. Kept are 2024-01-01, 2024-02-01, 2024-03-01.");
            Publication.Unpin(data.Archive, "a-list", writer);
        }
        data.InUse().ShouldBe("a-list 2024-03-01: Cid | b-list 2024-03-01: Dan");
    }

    [Fact]
    public void Several_lists_are_imported_together_or_not_at_all()
    {
        static ListImport Of(string list, string content) => new(list, [new("list.txt", System.Text.Encoding.UTF8.GetBytes(content), default)]);
        data.Import("a-list", "published 2024-01-01\n1;Ann;P\n");
        var results = ListImport.RunAll([Of("b-list", "published 2024-02-01\n1;Bob;P\n"), Of("a-list", "published 2024-02-01\n1;Anna;P\n")], data.Archive, data.Lock, data.Time, TestContext.Current.CancellationToken);
        results.Select(r => $"{r.Version.List} {r.InUse}").ShouldBe(["b-list 2024-02-01", "a-list 2024-02-01"]);
        var before = data.InUse();
        before.ShouldBe("a-list 2024-02-01: Anna | b-list 2024-02-01: Bob");
        // The second is refused (every entry lost), so the first is not kept either.
        Should.Throw<ListFormatException>(() => ListImport.RunAll([Of("c-list", "published 2024-03-01\n1;Cleo;P\n"), Of("a-list", "published 2024-03-01\n")], data.Archive, data.Lock, data.Time));
        data.Import("a-list", TestFolder.Lines("2024-03-01", 20));
        Should.Throw<DataFolderException>(() => ListImport.RunAll([Of("c-list", "published 2024-03-01\n1;Cleo;P\n"), Of("a-list", "published 2024-04-01\n1;Anna;P\n")], data.Archive, data.Lock, data.Time));
        data.Archive.Lists.ShouldBe(["a-list", "b-list"]);
        Should.Throw<ArgumentException>(() => ListImport.RunAll([Of("c-list", "published 2024-03-01\n1;Cleo;P\n"), Of("c-list", "published 2024-03-02\n1;Cleo;P\n")], data.Archive, data.Lock, data.Time));
    }

    [Fact]
    public void Rows_of_one_id_become_one_entry_and_a_warning()
    {
        var result = data.Import("a-list", "published 2024-01-01\n7;Ann;P\n8;Bob;P\n7;Anna;Q\n7;Anna;Q\n");
        result.Warnings.ShouldBe(["entry id 7 stands 3 times; its rows were merged into one entry: check that they are the same party"]);
        var merged = data.Archive.Load("a-list", "2024-01-01").Entries.Single(e => e.Id == "7");
        merged.Names.Select(n => n.Text).ShouldBe(["Ann", "Anna"]);
        merged.Programs.ShouldBe(["P", "Q"]);
        result.Version.Entries.ShouldBe(2);
    }

    [Fact]
    public void Retention_lets_go_of_the_oldest_but_never_of_one_in_use_or_needed()
    {
        for (var i = 1; i <= 5; i++) data.Import("a-list", TestFolder.Lines($"2024-01-0{i}", 5));
        using (var writer = data.Lock())
        {
            Publication.Pin(data.Archive, "a-list", "2024-01-01", writer);
            data.Archive.Hold("a-list", "2024-01-02", "screening-17", writer);
            data.Archive.Hold("a-list", "2024-01-02", "screening-17", writer);
        }
        File.WriteAllText(Path.Combine(data.Folder.Root, "settings.json"), """{"keepVersions": 2}""");
        data.Import("a-list", TestFolder.Lines("2024-01-06", 5)).Removed.ShouldBe(["2024-01-03", "2024-01-04"]);
        data.Archive.Versions("a-list").Select(v => v.Version.Version).ShouldBe(["2024-01-01", "2024-01-02", "2024-01-05", "2024-01-06"]);
        using (var writer = data.Lock())
        {
            data.Archive.Release("a-list", "2024-01-02", "screening-17", writer);
            Publication.Unpin(data.Archive, "a-list", writer);
        }
        data.Import("a-list", TestFolder.Lines("2024-01-07", 5)).Removed.ShouldBe(["2024-01-01", "2024-01-02", "2024-01-05"]);
    }

    [Theory]
    [InlineData("""{"keepVersions": 0}""", "keepVersions must be 1 or more")]
    [InlineData("{\"keepVersions\":\n many}", ":2: is no JSON of this form")]
    public void Broken_settings_are_told_before_anything_changes(string settings, string message)
    {
        data.Import("a-list", TestFolder.Lines("2024-01-01", 5));
        File.WriteAllText(Path.Combine(data.Folder.Root, "settings.json"), settings);
        Should.Throw<DataFolderException>(() => data.Import("a-list", TestFolder.Lines("2024-01-02", 5))).Message.ShouldContain(message);
        data.Archive.Versions("a-list").Length.ShouldBe(1);
    }

    [Fact]
    public void The_hash_of_several_files_does_not_depend_on_their_order()
    {
        ListFile One(string text) => new(text, Encoding.UTF8.GetBytes(text), default);
        KeptVersion.HashOf([One("a"), One("b")]).ShouldBe(KeptVersion.HashOf([One("b"), One("a")]));
        KeptVersion.HashOf([One("a")]).ShouldBe("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");   // printf a | sha256sum
    }
}
