using System.Text.Json;
using Ostrakon.TestData;

namespace Ostrakon.Cli.Tests;

public sealed class ScreenTests : IDisposable
{
    readonly Cli cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public void A_name_is_answered_with_its_reason_and_the_lists()
    {
        var answer = cli.Run("screen", "Wladimir Putin").Done();
        answer.Output.ShouldContain("Vladimir Vladimirovich Putin");
        answer.Output.ShouldContain("stands for us-ofac-sdn 35096");
        answer.Output.ShouldContain("Demonstration");
    }

    [Fact]
    public void Json_has_the_shape_of_the_contract()
    {
        var json = cli.Run("screen", "김정은", "--birth-date", "1984-01-08", "--json").Done().Json;
        json.GetProperty("total").GetInt32().ShouldBeGreaterThan(0);
        json.GetProperty("demonstration").GetBoolean().ShouldBeTrue();
        json.GetProperty("query").GetProperty("birthDate")[0].GetString().ShouldBe("1984-01-08");
        json.GetProperty("versions").EnumerateObject().Select(p => p.Name).ShouldBe(["engine", "config", "lists"]);
        var hit = json.GetProperty("hits")[0];
        hit.EnumerateObject().Select(p => p.Name).ShouldBe(
            ["rank", "party", "caption", "schema", "matchedName", "nameKind", "score", "probability", "listings", "explanation"]);
        hit.GetProperty("caption").GetString().ShouldBe("Kim Jong Un");
        hit.GetProperty("listings")[0].GetProperty("standsFor").GetProperty("list").GetString().ShouldBe("us-ofac-sdn");
        var explanation = hit.GetProperty("explanation");
        explanation.GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace();
        explanation.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("name").GetString()).ShouldContain("birthDate");
        explanation.GetProperty("alignment").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_same_question_gets_the_same_bytes()
    {
        string[] question = ["screen", "Rosoboroneksport", "--json", "--threshold", "0.5"];
        cli.Run(question).Done().Output.ShouldBe(cli.Run(question).Done().Output);
    }

    [Fact]
    public void A_batch_answers_every_row_in_order_and_counts_the_bad_ones()
    {
        var input = cli.Write("in.csv", "id;name;birthDate\nx;Vladimir Putin;1952\nx;;\ny;Vladimir Putin;07.10.1952\n;Zdenka Nobodysson;\n");
        var output = cli.Write("out.jsonl", "");
        var run = cli.Run("screen", "--batch", input, "--out", output, "--header").Done();
        run.Errors.ShouldContain("4 rows: 1 with hits, 2 bad");
        var lines = File.ReadAllLines(output).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        lines[0].TryGetProperty("versions", out _).ShouldBeTrue();
        lines.Skip(1).Select(l => (l.GetProperty("id").GetString(), l.GetProperty("inputRow").GetInt32(), l.TryGetProperty("error", out _)))
            .ShouldBe([("x", 1, false), ("x", 2, true), ("y", 3, true), ("4", 4, false)]);
        lines[4].GetProperty("total").GetInt32().ShouldBe(0);
        using var meta = JsonDocument.Parse(File.ReadAllText(output + ".meta.json"));
        meta.RootElement.GetProperty("versions").GetProperty("lists")[0].GetProperty("id").GetString().ShouldBe("starter");
    }

    [Fact]
    public void Csv_out_has_a_row_per_listing_and_rank_0_without_hits()
    {
        var input = cli.Write("in.jsonl", "{\"name\":\"Vladimir Putin\"}\n{\"id\":\"=1+1\",\"name\":\"Zdenka Nobodysson\"}\n");
        var output = cli.Write("out.csv", "");
        cli.Run("screen", "--batch", input, "--out", output, "--limit", "1").Done();
        var lines = File.ReadAllLines(output);
        lines[0].ShouldBe("id,input_row,rank,party,schema,caption,matched_name,score,probability,list,entry,programs,error");
        lines[1].ShouldStartWith("1,1,1,starter-");
        lines[^1].ShouldBe("'=1+1,2,0,,,,,,,,,,");
    }

    [Fact]
    public void Wrong_use_is_exit_code_2_and_failed_work_1()
    {
        cli.Run("screen").ShouldFail(2, "--batch");
        cli.Run("screen", "...").ShouldFail(2, "no letters");
        cli.Run("screen", "A Name", "--birth-date", "yesterday").ShouldFail(2, "'yesterday' is no date");
        cli.Run("screen", "A Name", "--threshold", "7").ShouldFail(2, "0 to 1");
        cli.Run("screen", "A Name", "--frobnicate").ShouldFail(2, "--help");
        cli.Run("screen", "A Name", "--list", "un-sc").ShouldFail(1, "un-sc is not loaded");
        cli.Run("screen", "--batch", "nowhere.csv", "--out", "out.csv").ShouldFail(1, "nowhere.csv");
        cli.Run("screen", "--batch", cli.Write("none.csv", ""), "--out", "out.csv").ShouldFail(1, "is empty");
    }

    [Fact]
    public void Strange_names_are_answered()
    {
        foreach (var name in (string[])["x", "Ltd", "🙂", "‮Putin", "Z̷̛a̸l̶g̵o̷", "\ud800abc", new string('a', 10_000)])
            cli.Run("screen", name).Code.ShouldBe(name == "🙂" ? 2 : 0, name);
    }

    [Fact]
    public void Compare_tells_a_match_and_why()
    {
        cli.Run("compare", "Владимир Путин", "Vladimir Putin").Done().Output.ShouldStartWith("Match");
        var json = cli.Run("compare", "Ilse Marrow", "Otto Plinth", "--json").Done().Json;
        json.EnumerateObject().Select(p => p.Name).ShouldBe(["name1", "name2", "schema", "score", "probability", "match", "explanation"]);
        json.GetProperty("match").GetBoolean().ShouldBeFalse();
        cli.Run("compare", "one").ShouldFail(2, "two names");
    }

    [Fact]
    public void A_batch_of_pairs_keeps_its_columns()
    {
        var input = cli.Write("pairs.csv", "row,name1,name2,schema,note\n1,Siemens AG,Siemens Aktiengesellschaft,Company,\"a, b\"\n2,,x,,\n");
        var output = cli.Write("out.csv", "");
        cli.Run("compare", "--batch", input, "--out", output).Done().Errors.ShouldContain("1 without two names");
        var lines = File.ReadAllLines(output);
        lines[0].ShouldBe("row,name1,name2,schema,note,score,probability,match");
        lines[1].ShouldStartWith("1,Siemens AG,Siemens Aktiengesellschaft,Company,\"a, b\",0.");
        lines[1].ShouldEndWith(",true");
        lines[2].ShouldBe("2,,x,,,,,");
    }

    [Fact]
    public void The_treasurys_list_finds_its_parties()
    {
        var file = SharedData.File("data/lists/ofac/sdn_2024-05-03.csv.gz");
        cli.Run("lists", "import", "us-ofac-sdn", file).Done();
        var hit = cli.Run("screen", "Kim Jong-un", "--json").Done().Json.GetProperty("hits")[0];
        hit.GetProperty("listings")[0].GetProperty("entry").GetString().ShouldBe("20157");
        cli.Run("screen", "Kim Jong-un", "--json").Done().Json.GetProperty("demonstration").GetBoolean().ShouldBeFalse();
    }
}
