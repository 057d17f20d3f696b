using Ostrakon.Lists;
using Ostrakon.Parties;
using Ostrakon.TestData;

namespace Ostrakon.Tests.Lists;

public class CslTests
{
    static ParsedList Fixture(string name) => TestLists.Parse("us-csl", SharedData.Fixture("lists/csl/" + name));

    static string[] Values(Entry entry, string property) => [.. entry.Facts.Where(f => f.Property == property).Select(f => f.Value)];

    [Theory]
    [InlineData("csl.csv")]
    [InlineData("csl.json")]
    public void Rows_of_the_Treasury_are_read_as_its_own_files_are(string file)
    {
        var list = Fixture(file);
        list.Warnings.ShouldBeEmpty();
        var tarvo = list.Entries[0];
        (tarvo.Id, tarvo.Schema).ShouldBe(("90001", "Person"));
        tarvo.Names.Select(n => (n.Text, n.Kind, n.Family)).ShouldBe(
            [("Tarvo Ibel Nemelka", NameKind.Primary, "Nemelka"), ("Tarbo Nemelca", NameKind.Alias, "Nemelca"), ("Tavi", NameKind.Alias, null)]);
        tarvo.Programs.ShouldBe(["SDGT", "IFSR"]);
        Values(tarvo, "birthDate").ShouldBe(["1961-03-04", "1962/1964"]);
        Values(tarvo, "birthPlace").ShouldBe(["Goma, Rwanda"]);
        Values(tarvo, "nationality").ShouldBe(["RW"]);
        Values(tarvo, "gender").ShouldBe(["male"]);
        Values(tarvo, "country").ShouldBe(["CD", "KE"]);
        Values(tarvo, "provisions").ShouldBe(["Additional Sanctions Information - part one; part two"]);
        tarvo.Facts.ShouldContain(new Fact("address", "4 Quay Road, Goma, CD", Country: "CD"));
        tarvo.Facts.ShouldContain(new Fact("passportNumber", "P7781", "Passport", "RW", "issued 2014-09-25; expires 2019-09-24"));
        tarvo.Facts.ShouldContain(new Fact("sanctions.recordId", "90001", "OFAC entity number"));
        tarvo.Relations.ShouldBe([new("linked-to", "QUILLON TRADING", "90002")]);
        list.Entries[1].Schema.ShouldBe("Company");
        Values(list.Entries[1], "innCode").ShouldBe(["7701000001"]);
    }

    [Fact]
    public void A_party_on_several_of_the_Treasurys_lists_is_one_entry()
    {
        var quillon = Fixture("csl.csv").Entries.Where(e => e.Id == "90002").ShouldHaveSingleItem();
        quillon.Programs.ShouldBe(["UKRAINE-EO13662", "RUSSIA-EO14024"]);
        quillon.Names.Select(n => n.Text).ShouldBe(["QUILLON TRADING", "QUILLON TRADE"]);
        Values(quillon, "sanctions.authority").Length.ShouldBe(2);
    }

    [Fact]
    public void Vessels_keep_what_identifies_them()
    {
        var ship = Fixture("csl.csv").Entries[2];
        ship.Schema.ShouldBe("Vessel");
        Values(ship, "imoNumber").ShouldBe(["9000002"]);
        Values(ship, "callSign").ShouldBe(["5VAB1"]);
        Values(ship, "flag").ShouldBe(["Comoros"]);
    }

    [Fact]
    public void Rows_of_other_departments_name_parties_of_any_kind()
    {
        var vostra = Fixture("csl.csv").Entries[3];
        (vostra.Id, vostra.Schema, vostra.ListedOn, vostra.Reason).ShouldBe(("0a1b2c3d4e5f60718293a4b5c6d7e8f901234567", "LegalEntity", "2022-04-07", "87 FR 90001"));
        vostra.Names.Select(n => (n.Text, n.Kind)).ShouldBe([
            ("Vostra Optics JSC", NameKind.Primary), ("Vostra Glass JSC", NameKind.Former),
            ("Open Joint Stock Company Vostra Optics", NameKind.Alias), ("JSC Vostra", NameKind.Alias)]);
        vostra.Programs.ShouldBe(["Entity List (EL) - Bureau of Industry and Security"]);
        vostra.Published.ShouldContain(f => f.Name == "name" && f.Value.EndsWith("subsidiary thereof", StringComparison.Ordinal));
    }

    [Fact]
    public void The_JSON_file_says_when_it_was_made_and_what_is_new_in_it()
    {
        var list = Fixture("csl.json");
        list.Published.ShouldBe(new DateOnly(2031, 5, 17));
        list.Coverage.Unmapped.ShouldContain(new UnmappedField("new_field", 1));
        var oskel = list.Entries[2];
        (oskel.Caption, oskel.ListedOn).ShouldBe(("OSKEL NEMELKA", "2017-10-16"));
        Values(oskel, "sanctions.endDate").ShouldBe(["2027-10-13"]);
        Values(oskel, "country").ShouldBe(["US"]);
    }

    [Fact]
    public void Another_list_id_is_refused() =>
        Should.Throw<ListFormatException>(() => TestLists.Parse("us-ofac-sdn", SharedData.Fixture("lists/csl/csl.csv"))).Message.ShouldContain("not us-ofac-sdn");

    [Theory]
    [InlineData("""{"results":[{"federal_register_notice":null,"alt_names":""", "no proper JSON")]
    [InlineData("""{"results":{"federal_register_notice":null,"alt_names":[]}}""", "not built like this list")]
    [InlineData("""{"results":[],"x":{"federal_register_notice":null,"alt_names":[]}}""", "holds no entry")]
    public void Broken_JSON_ends_in_one_clear_error(string text, string reason) =>
        Should.Throw<ListFormatException>(() => TestLists.ParseText("us-csl", text)).Message.ShouldContain(reason);

    [Fact]
    public void The_list_of_April_2022_is_read_completely()
    {
        var list = TestLists.Parse("us-csl", SharedData.File("data/lists/us_csl/csl_consolidated_2022-04.csv.gz"));
        // 14,160 rows, of which parties on several of the Treasury's lists have one each.
        list.Entries.Length.ShouldBe(14048);
        list.Entries.Select(e => e.Id).ShouldBeUnique();
        list.Warnings.ShouldBeEmpty();
        list.Coverage.Unmapped.Select(u => u.Path).ShouldBe(["source_information_url", "source_list_url"], ignoreOrder: true);
        list.Entries.Count(e => e.Facts.Any(f => f is { Property: "sanctions.recordId", Type: "OFAC entity number" })).ShouldBe(10423);
        var putin = list.Entries.Single(e => e.Id == "35096");
        putin.Schema.ShouldBe("Person");
        Values(putin, "birthDate").ShouldBe(["1952-10-07"]);
        putin.Names[0].Family.ShouldBe("Putin");
        // Two numbers have commas of their own (one is a sentence of the remarks).
        list.Entries.SelectMany(e => e.Facts).Count(f => f.Property == "passportNumber" && f.Value.Contains(", ")).ShouldBe(2);
    }

    [Fact]
    public void A_sample_of_2019_without_ids_is_read_too() =>
        TestLists.Parse("us-csl", SharedData.File("data/lists/us_csl/csl_sample_2019-12.csv")).Entries.Length.ShouldBe(115);
}
