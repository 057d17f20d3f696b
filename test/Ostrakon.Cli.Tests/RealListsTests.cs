using Ostrakon.TestData;

namespace Ostrakon.Cli.Tests;

/// <summary>The authorities' own files from the command line; counts are those of the shared data's manifest.</summary>
public sealed class RealListsTests : IDisposable
{
    readonly Cli cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public void Four_lists_are_in_use_together_with_every_entry()
    {
        var imports = cli.Run("lists", "import", "us-ofac-sdn", Data("ofac/sdn_2024-05-03.csv.gz"), "us-ofac-cons", Data("ofac/consolidated_2026-01.xml"),
            "un-sc", Data("un/un_consolidated_2026-08.xml.gz"), "uk-sl", Data("uk/ofsi_conlist_2025-04-10.xlsx"), "--published", "2024-05-03", "--json").Done().Json;
        imports.GetProperty("imports").EnumerateArray().Select(i => i.GetProperty("list").GetString()).ShouldBe(["us-ofac-sdn", "us-ofac-cons", "un-sc", "uk-sl"]);
        var json = cli.Run("lists", "--json").Done().Json;
        json.GetProperty("lists").EnumerateArray().Select(l => $"{l.GetProperty("id").GetString()} {l.GetProperty("entries").GetInt32()}")
            .ShouldBe(["uk-sl 4686", "un-sc 1011", "us-ofac-cons 442", "us-ofac-sdn 14965"]);
        json.GetProperty("demonstration").GetBoolean().ShouldBeFalse();
        cli.Run("party", "us-ofac-sdn-35096").Done().Output.ShouldContain("1952-10-07");
        cli.Run("lists", "import", "us-ofac-sdn", Data("ofac/cons_2025-12/cons_prim.csv")).ShouldFail(1, "us-ofac-cons");
        cli.Run("lists", "import", "un-sc", Data("un/un_consolidated_2026-08.xml.gz"), "uk-sl").ShouldFail(2, "'uk-sl' is no file");
    }

    [Fact]
    public void The_action_of_23_February_2024_from_the_archive()
    {
        foreach (var date in new[] { "2024-02-23", "2024-02-20" })   // the older one later: it only adds history
            cli.Run("lists", "import", "us-ofac-sdn", Data($"ofac/history/sdn_{date}.csv.gz"), "--published", date).Done();
        var delta = cli.Run("lists", "diff", "us-ofac-sdn", "--json").Done().Json;
        (delta.GetProperty("old").GetString(), delta.GetProperty("new").GetString()).ShouldBe(("2024-02-20", "2024-02-23"));
        (delta.GetProperty("added").GetArrayLength() - delta.GetProperty("removed").GetArrayLength()).ShouldBe(553);
    }

    static string Data(string path) => SharedData.File($"data/lists/{path}");
}
