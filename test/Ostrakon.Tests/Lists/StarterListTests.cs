using Ostrakon.Lists;
using Ostrakon.Lists.Reading;
using Ostrakon.Lists.Starter;
using Ostrakon.Parties;
using Ostrakon.TestData;

namespace Ostrakon.Tests.Lists;

public class StarterListTests
{
    static readonly ParsedList List = StarterList.Parse();

    [Fact]
    public void Every_party_says_which_real_listing_it_stands_for()
    {
        List.Warnings.ShouldBeEmpty();
        List.Coverage.Unmapped.ShouldBeEmpty();
        List.Entries.ShouldAllBe(e => e.StandsFor != null && e.Programs.Length > 0);
    }

    [Theory]
    [InlineData("Person", 60)]
    [InlineData("Company", 40)]
    [InlineData("Organization", 20)]
    [InlineData("Vessel", 10)]
    [InlineData("Airplane", 5)]
    [InlineData("CryptoWallet", 10)]
    public void All_kinds_of_party_are_there(string schema, int least) => List.Entries.Count(e => e.Schema == schema).ShouldBeGreaterThanOrEqualTo(least);

    [Theory]
    [InlineData("35096", "Vladimir Vladimirovich Putin", "Владимир Путин")]
    [InlineData("20157", "Kim Jong Un", "김정은")]
    public void Whom_the_seed_story_names_are_there(string entry, string name, string original)
    {
        var party = List.Entries.Single(e => e.StandsFor!.Entry == entry && e.Schema == "Person");
        party.Caption.ShouldBe(name);
        party.Names.ShouldContain(n => n.Text == original && n.Kind == NameKind.OriginalScript);
    }

    [Fact]
    public void Every_fact_stands_in_the_official_list()
    {
        var official = Official();
        foreach (var entry in List.Entries)
        {
            var row = official[entry.StandsFor!.Entry];
            entry.Programs.ShouldBe(row[3].Split("] ["));
            if (entry.Schema != "CryptoWallet") Letters(entry.Caption).ShouldBe(Letters(row[1]), entry.Id);
            foreach (var fact in entry.Facts.Where(f => f.Property is "publicKey" or "imoNumber" or "swiftBic" or "taxNumber" or "serialNumber" or "mmsi"))
                row[11].Contains(fact.Value).ShouldBeTrue($"{entry.Id} {fact}");
            foreach (var birth in entry.Facts.Where(f => f.Property == "birthDate"))
                birth.Value.Split('/').All(d => row[11].Contains(d[..4])).ShouldBeTrue(entry.Id);
        }
    }

    static Dictionary<string, string[]> Official()
    {
        var rows = new CsvRows(ListFile.Read(SharedData.File("data/lists/ofac/sdn_2024-05-03.csv.gz")));
        var byNumber = new Dictionary<string, string[]>();
        while (rows.Read())
            if (rows.Count == 12) byNumber[rows[0]] = [.. Enumerable.Range(0, 12).Select(i => rows[i].Trim())];
        return byNumber;
    }

    /// <summary>The letters of a name, whatever their case and the order of its parts.</summary>
    static string Letters(string name) => new([.. name.ToUpperInvariant().Where(char.IsLetterOrDigit).Order()]);
}
