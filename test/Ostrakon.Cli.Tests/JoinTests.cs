namespace Ostrakon.Cli.Tests;

/// <summary>Which entries are one party, as people decide it, from the command line.</summary>
public sealed class JoinTests : IDisposable
{
    readonly Cli cli = new();

    public void Dispose() => cli.Dispose();

    string Csv(string name, string rows) => cli.Write(name, "id,schema,name,country,idNumber\n" + rows);

    string[] Listings(string party) => [.. cli.Run("party", party, "--json").Done().Json.GetProperty("listings").EnumerateArray()
        .Select(l => $"{l.GetProperty("list").GetString()}-{l.GetProperty("entry").GetString()}")];

    [Fact]
    public void Joins_are_explained_undone_and_made_and_survive_an_update()
    {
        cli.Run("lists", "import", "a-list", Csv("a.csv", "1,Person,Tarvo Nemelka,RW,P778123\n2,Person,Quillon Bardo,RW,\n"), "b-list", Csv("b.csv", "7,Person,NEMELKA Tarvo,RW,P778123\n")).Done();
        Listings("a-list-1").ShouldBe(["a-list-1", "b-list-7"]);
        Listings("b-list-7").ShouldBe(["a-list-1", "b-list-7"]);
        var join = cli.Run("party", "a-list-1", "--json").Done().Json.GetProperty("joinedBy").EnumerateArray().Single();
        join.GetProperty("reason").GetString()!.ShouldContain("P778123");
        cli.Run("screen", "Tarvo Nemelka", "--json").Done().Json.GetProperty("hits").EnumerateArray().Single().GetProperty("listings").GetArrayLength().ShouldBe(2);

        cli.Run("party", "split", "a-list-1", "b-list-7").Done();
        Listings("b-list-7").ShouldBe(["b-list-7"]);
        cli.Run("lists", "import", "b-list", Csv("b2.csv", "7,Person,NEMELKA Tarvo,RW,P778123\n8,Person,Oskel Varn,RW,\n"), "--published", "2099-01-01").Done();
        Listings("b-list-7").ShouldBe(["b-list-7"]);
        cli.Run("party", "join", "a-list-2", "b-list-8").Done().Output.ShouldContain("b-list entry 8");
        cli.Run("party", "join", "b-list-7", "a-list-1").Done();
        Listings("b-list-7").ShouldBe(["a-list-1", "b-list-7"]);
        Listings("b-list-8").ShouldBe(["a-list-2", "b-list-8"]);

        cli.Run("party", "split", "a-list-1", "a-list-2").ShouldFail(1, "b-list-7");
        cli.Run("party", "split", "nothing-1", "b-list-7").ShouldFail(1, "nothing-1");
        cli.Run("party", "join", "a-list-1", "b-list-7").ShouldFail(1, "one party already");
        cli.Run("party", "join", "a-list-1").ShouldFail(2, "entry");
    }
}
