using System.Text.Json;

namespace Ostrakon.Cli.Tests;

public sealed class ListsTests : IDisposable
{
    readonly Cli cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public void Without_any_import_the_starter_list_is_a_demonstration()
    {
        var json = cli.Run("lists", "--json").Done().Json;
        json.GetProperty("demonstration").GetBoolean().ShouldBeTrue();
        json.GetProperty("lists").EnumerateArray().Single().GetProperty("id").GetString().ShouldBe("starter");
        cli.Run("lists").Errors.ShouldContain("Demonstration");
        Directory.Exists(cli.Data).ShouldBeFalse();
    }

    [Fact]
    public void Import_reports_and_lists_shows_it()
    {
        var file = cli.WriteList("mine.jsonl", "Ann Example", "Bob Example");
        var text = cli.Run("lists", "import", "my-list", file, "--published", "2024-05-01").Done().Output;
        text.ShouldContain("my-list 2024-05-01 (date from: option): 2 entries, 2 names");
        text.ShouldContain("coverage ");

        var list = cli.Run("lists", "--json").Done().Json.GetProperty("lists").EnumerateArray().Single();
        string[] shape = ["id", "title", "version", "published", "publishedFrom", "fetched", "sha256", "entries", "names", "coverage", "ageDays", "stale"];
        shape.ShouldBeSubsetOf(list.EnumerateObject().Select(p => p.Name));
        list.GetProperty("version").GetString().ShouldBe("2024-05-01");
        list.GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));
        list.GetProperty("coverage").GetProperty("mapped").GetInt32().ShouldBeGreaterThan(3);
        list.GetProperty("stale").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void A_stale_list_is_exit_code_3()
    {
        cli.Run("lists", "import", "my-list", cli.WriteList("mine.jsonl", "Ann Example"), "--published", "2024-05-01").Done();
        var stale = cli.Run("lists", "--max-age", "30", "--json");
        stale.Code.ShouldBe(3);
        stale.Json.GetProperty("lists")[0].GetProperty("stale").GetBoolean().ShouldBeTrue();
        stale.Errors.ShouldContain("my-list 2024-05-01 is ");
        cli.Run("lists", "--max-age", "100000").Done();
        cli.Run("lists", "--max-age", "-1").ShouldFail(2, "--max-age");
    }

    [Fact]
    public void Diff_use_and_the_history()
    {
        cli.Run("lists", "import", "my-list", cli.WriteList("a.jsonl", "Ann Example", "Bob Example"), "--published", "2024-05-01").Done();
        cli.Run("lists", "import", "my-list", cli.WriteList("b.jsonl", "Ann Sample", "Bob Example", "Cid Example"), "--published", "2024-06-01", "--json").Done()
            .Json.GetProperty("added").GetInt32().ShouldBe(1);

        var delta = cli.Run("lists", "diff", "my-list", "--json").Done().Json;
        (delta.GetProperty("list").GetString(), delta.GetProperty("old").GetString(), delta.GetProperty("new").GetString()).ShouldBe(("my-list", "2024-05-01", "2024-06-01"));
        delta.GetProperty("added").EnumerateArray().Single().GetProperty("caption").GetString().ShouldBe("Cid Example");
        delta.GetProperty("removed").GetArrayLength().ShouldBe(0);
        var change = delta.GetProperty("changed").EnumerateArray().Single();
        change.GetProperty("entry").GetString().ShouldBe("p1");
        var name = change.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "name");
        (name.GetProperty("old")[0].GetString(), name.GetProperty("new")[0].GetString()).ShouldBe(("Ann Example", "Ann Sample"));

        var text = cli.Run("lists", "diff", "my-list", "2024-06-01", "2024-05-01").Done().Output;
        text.ShouldContain("0 added, 1 removed, 1 changed");
        text.ShouldContain("- p3 ");
        text.ShouldContain("name: - Ann Sample");

        cli.Run("lists", "use", "my-list", "2024-05-01").Done();
        cli.Run("party", "my-list-p1", "--json").Done().Json.GetProperty("caption").GetString().ShouldBe("Ann Example");
        cli.Run("lists", "use", "my-list", "latest").Done();
        cli.Run("party", "my-list-p1", "--json").Done().Json.GetProperty("caption").GetString().ShouldBe("Ann Sample");
        cli.Run("lists", "use", "my-list", "2020-01-01").ShouldFail(1, "is not kept here", "2024-05-01, 2024-06-01");
        cli.Run("lists", "diff", "my-list", "2020-01-01").ShouldFail(1, "is not kept here");
        cli.Run("lists", "diff", "other-list").ShouldFail(1, "Import it first");
    }

    [Fact]
    public void Export_comes_in_again_without_loss()
    {
        cli.Run("lists", "import", "my-list", cli.WriteList("a.jsonl", "Ann Example", "Bob Example"), "--published", "2024-05-01").Done();
        var ftm = Path.Combine(cli.Data, "..", "out.jsonl");
        cli.Run("lists", "export", "--out", ftm).Done();
        cli.Run("lists", "import", "copy", ftm, "--published", "2024-05-01").Done();
        var (mine, copy) = (cli.Run("party", "my-list-p2", "--json").Json, cli.Run("party", "copy-p2", "--json").Json);
        copy.GetProperty("properties").GetRawText().ShouldBe(mine.GetProperty("properties").GetRawText());
        cli.Run("lists", "export", "my-list", "--format", "csv").Done().Output.Split('\n')[..3].ShouldBe(
        [
            "id,schema,name,birthDate,country,idNumber,list,entry,programs,listedOn,reason",
            "my-list-p1,Person,Ann Example,1960,ru,,my-list,p1,,,",
            "my-list-p2,Person,Bob Example,1960,ru,,my-list,p2,,,",
        ]);
        cli.Run("lists", "export", "no-list").ShouldFail(1, "no-list is not in use");
        cli.Run("lists", "export", "--format", "xml").ShouldFail(2);
    }

    [Fact]
    public void What_is_refused_changes_nothing()
    {
        var people = Enumerable.Range(1, 20).Select(i => $"Person {(char)('A' + i)}").ToList();
        cli.Run("lists", "import", "my-list", cli.WriteList("a.jsonl", people), "--published", "2024-05-01").Done();
        var before = cli.Run("lists", "--json").Done().Output;

        cli.Run("lists", "import", "my-list", cli.WriteList("b.jsonl", people.Take(17)), "--published", "2024-06-01").ShouldFail(1, "loss of more than a tenth", "--accept-loss");
        cli.Run("lists", "import", "my-list", cli.Write("empty.jsonl", "")).ShouldFail(1, "empty.jsonl", "is empty");
        cli.Run("lists", "import", "my-list", cli.Write("page.jsonl", "<html><body>Service unavailable</body></html>")).ShouldFail(1, "page.jsonl");
        cli.Run("lists", "import", "un-sc", cli.Write("dtd.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>")).ShouldFail(1, "dtd.xml");
        cli.Run("lists", "import", "my-list", "no-such-file.jsonl").ShouldFail(1, "no-such-file.jsonl");
        cli.Run("lists", "import", "My List", cli.WriteList("c.jsonl", people)).ShouldFail(2, "is no list id");
        cli.Run("lists", "import", "starter", cli.WriteList("c.jsonl", people)).ShouldFail(2, "is no list id");
        cli.Run("lists", "import", "my-list", cli.WriteList("c.jsonl", people), "--published", "1.5.2024").ShouldFail(2, "YYYY-MM-DD");
        cli.Run("lists", "import", "my-list").ShouldFail(2);

        cli.Run("lists", "--json").Done().Output.ShouldBe(before);
        cli.Run("lists", "import", "my-list", cli.WriteList("b.jsonl", people.Take(17)), "--published", "2024-06-01", "--accept-loss").Done();
    }

    [Fact]
    public void A_party_is_a_page_or_an_entity()
    {
        cli.Run("lists", "import", "my-list", cli.WriteList("a.jsonl", "Ann Example"), "--published", "2024-05-01").Done();
        var json = cli.Run("party", "my-list-p1", "--json").Done().Json;
        json.EnumerateObject().Select(p => p.Name).ShouldBe(["id", "schema", "caption", "properties", "listings", "joinedBy", "suggestions", "relations", "demonstration"]);
        var listing = json.GetProperty("listings").EnumerateArray().Single();
        listing.EnumerateObject().Select(p => p.Name).ShouldBe(["list", "entry", "version", "programs", "listedOn", "reason", "published"]);
        json.GetProperty("properties").GetProperty("birthDate")[0].GetString().ShouldBe("1960");
        listing.GetProperty("published").ValueKind.ShouldBe(JsonValueKind.Object);

        var page = cli.Run("party", "my-list-p1").Done().Output;
        foreach (var words in new[] { "Ann Example  (Person, my-list-p1)", "my-list 2024-05-01, entry p1", "birthDate", "1960" }) page.ShouldContain(words);
        cli.Run("party", "my-list-p9").ShouldFail(1, "my-list-p9: no party of that id");
        cli.Run("party").ShouldFail(2);
    }
}
