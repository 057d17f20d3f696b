using Ostrakon.Lists;
using Ostrakon.Parties;
using Ostrakon.TestData;

namespace Ostrakon.Tests.Lists;

public class DebarredTests
{
    static readonly string FixturePath = SharedData.Fixture("lists/wb/debarred.json");

    static ParsedList Fixture() => TestLists.Parse("wb-debarred", FixturePath);

    static string[] Values(Entry entry, string property) => [.. entry.Facts.Where(f => f.Property == property).Select(f => f.Value)];

    [Fact]
    public void Persons_lose_the_form_of_address_and_keep_other_names()
    {
        var tarvo = Fixture().Entries[0];
        (tarvo.Id, tarvo.Schema, tarvo.ListedOn, tarvo.Reason).ShouldBe(("900001", "Person", "2029-01-24", "Procurement Guidelines, 1.15(a)(ii)"));
        tarvo.Names.Select(n => (n.Text, n.Kind)).ShouldBe([("TARVO NEMELKA", NameKind.Primary), ("Tarbo NEMELCA", NameKind.Alias)]);
        tarvo.Programs.ShouldBe(["DEBARRED"]);
        tarvo.Facts.ShouldContain(new Fact("address", "4 QUAY ROAD, GOMA, 1000, Rwanda", Country: "Rwanda"));
        Values(tarvo, "sanctions.endDate").ShouldBeEmpty();
        Values(tarvo, "sanctions.status").ShouldBe(["Ongoing"]);
    }

    [Fact]
    public void Additional_information_is_divided_into_what_it_holds()
    {
        var quillon = Fixture().Entries[1];
        quillon.Schema.ShouldBe("Company");
        quillon.Names.Select(n => (n.Text, n.Kind)).ShouldBe([
            ("QUILLON BUILDING CO., LTD. (QBC)", NameKind.Primary), ("QUILLON BUILDING CO., LTD.", NameKind.Alias), ("QBC", NameKind.WeakAlias),
            ("OLD QUILLON LTD", NameKind.Former), ("奎隆建筑有限公司", NameKind.OriginalScript)], ignoreOrder: true);
        Values(quillon, "registrationNumber").ShouldBe(["0305350288"]);
        Values(quillon, "notes").ShouldBe(["Quillon Group"]);
        Values(quillon, "sanctions.endDate").ShouldBe(["2033-07-22"]);
        Values(quillon, "address").ShouldBeEmpty();
    }

    [Fact]
    public void What_changes_with_every_refresh_is_no_part_of_an_entry()
    {
        var list = Fixture();
        list.Published.ShouldBe(new DateOnly(2031, 5, 17));
        list.Entries.SelectMany(e => e.Published).ShouldNotContain(f => f.Name == "UPD_DATE" || f.Name == "LAST_REFRESH_DATE");
        list.Coverage.Unmapped.Select(u => u.Path).ShouldBe(["MANDT", "LAST_REFRESH_DATE", "UPD_DATE"]);
        list.Warnings.ShouldHaveSingleItem().ShouldContain("supplier 3 has no id or no name");
    }

    [Fact]
    public void Another_list_id_is_refused() => Should.Throw<ListFormatException>(() => TestLists.Parse("us-csl", FixturePath)).Message.ShouldContain("not us-csl");

    [Theory]
    [InlineData("{\"response\":{\"ZPROCSUPP\":[{\"SUPP_ID\":1,", "no proper JSON")]
    [InlineData("{\"ZPROCSUPP\":[]}", "not built like this list")]
    [InlineData("{\"response\":{\"ZPROCSUPP\":[1]}}", "not built like this list")]
    [InlineData("{\"response\":{\"ZPROCSUPP\":[]}}", "holds no entry")]
    public void Broken_answers_end_in_one_clear_error(string text, string reason) =>
        Should.Throw<ListFormatException>(() => TestLists.ParseText("wb-debarred", text)).Message.ShouldContain(reason);

    [Fact]
    public void The_list_of_2026_is_read_completely()
    {
        var list = TestLists.Parse("wb-debarred", SharedData.File("data/lists/wb/world_bank_debarred_2026-03.json.gz"));
        (list.Entries.Length, list.Published).ShouldBe((1370, new DateOnly(2026, 2, 21)));
        list.Warnings.ShouldBeEmpty();
        string[] own = ["MANDT", "LEGACY_FLG", "UN_SUPP_FLG", "INELIG_FLG", "DEBAR_TYPE", "CRIS_SUPP_ID", "SUPP_ELIG_STAT", "CRPD_MATCH", "CRPD_STAT", "CREATE_USER", "CREATE_DATE",
            "CREATE_TIME", "UPD_USER", "UPD_DATE", "UPD_TIME", "RECHK_IND", "LAST_REFRESH_DATE", "AML_ENTR_IND", "PARENT", "CREATE_USER_NAME", "UPD_USER_NAME", "REGISTER"];
        list.Coverage.Unmapped.Select(u => u.Path).ShouldBeSubsetOf(own);
        list.Entries.Count(e => e.Names.Any(n => n.Kind == NameKind.OriginalScript)).ShouldBeGreaterThan(100);
        list.Entries.SelectMany(e => e.Names).ShouldAllBe(n => !n.Text.Contains('*'));
        list.Entries.Where(e => e.Schema == "Person").SelectMany(e => e.Names).ShouldAllBe(n => !n.Text.StartsWith("MR", StringComparison.Ordinal) || n.Text.Length > 3 && char.IsLetter(n.Text[2]));
    }
}
