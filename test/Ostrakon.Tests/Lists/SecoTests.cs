using Ostrakon.Lists;
using Ostrakon.Parties;
using Ostrakon.TestData;

namespace Ostrakon.Tests.Lists;

/// <summary>Of the Swiss file only a specimen can be had; the fixture is written in the official format.</summary>
public class SecoTests
{
    static readonly string FixturePath = SharedData.Fixture("lists/seco/seco.xml");

    static ParsedList Fixture() => TestLists.Parse("ch-seco", FixturePath);

    static string[] Values(Entry entry, string property) => [.. entry.Facts.Where(f => f.Property == property).Select(f => f.Value)];

    [Fact]
    public void Names_come_into_reading_order_in_every_script()
    {
        var tarvo = Fixture().Entries[0];
        tarvo.Names.Select(n => (n.Text, n.Kind, n.Family)).ShouldBe([
            ("Tarvo Ibel Nemelka", NameKind.Primary, "Nemelka"), ("Tarvo Orsk", NameKind.Former, "Orsk"), ("Тарво Немелка", NameKind.OriginalScript, "Немелка"),
            ("Tavi", NameKind.WeakAlias, null), ("Tarvo Oldname", NameKind.Former, null), ("Tarbo Nemelca", NameKind.Alias, null)]);
        Values(tarvo, "title").ShouldBe(["Dr."]);
    }

    [Fact]
    public void References_are_resolved()
    {
        var list = Fixture();
        list.Published.ShouldBe(new DateOnly(2031, 5, 17));
        var tarvo = list.Entries[0];
        (tarvo.Id, tarvo.Schema, tarvo.ListedOn, tarvo.Reason).ShouldBe(("9001", "Person", "2029-01-02", "Sold examples."));
        tarvo.Programs.ShouldBe(["Example measures"]);
        Values(tarvo, "sanctions.provisions").ShouldBe(["Financial measures, annex 2"]);
        Values(tarvo, "birthDate").ShouldBe(["1961-03-04", "1962~"]);
        Values(tarvo, "birthPlace").ShouldBe(["Goma, North, Rwanda"]);
        Values(tarvo, "nationality").ShouldBe(["Rwanda"]);
        Values(tarvo, "modifiedAt").ShouldBe(["2030-01-02"]);
        tarvo.Facts.ShouldContain(new Fact("address", "c/o Quillon, 4 Quay Road, 1000, Goma, North, Rwanda", Country: "Rwanda", Note: "until 2030"));
        tarvo.Facts.ShouldContain(new Fact("passportNumber", "P7781", "diplomatic-passport", "Rwanda", "issued 2014-09-25; expires 2019-09-24"));
        tarvo.Relations.ShouldBe([new("related-to", "Quillon Trading Company (QTC)", "9020")]);
        Values(list.Entries[1], "incorporationDate").ShouldBe(["2022-12-16"]);
        (list.Entries[2].Schema, Values(list.Entries[2], "imoNumber")[0]).ShouldBe(("Vessel", "9000002"));
    }

    [Fact]
    public void Who_was_taken_off_the_list_is_no_entry() => Fixture().Warnings.ShouldHaveSingleItem().ShouldContain("1 targets that were taken off");

    [Fact]
    public void Nothing_that_identifies_a_party_is_unmapped() =>
        Fixture().Coverage.Unmapped.Select(u => u.Path.Split('/')[^1]).Distinct().ShouldBeSubsetOf(["@ssid", "@order", "@lang", "@quality", "@area-type", "@code", "@iso-code", "@version-date", "origin",
            "sanctions-set-id", "value", "@main", "@name-type", "@name-part-type", "program-key", "@list-type"]);

    [Fact]
    public void An_amendment_is_no_list_unless_forced()
    {
        var file = ListFile.Read(SharedData.File("data/lists/ch/seco_amendment_sample_2024-01.xml"));
        Should.Throw<ListFormatException>(() => ListFormats.Parse(new("ch-seco", [file]), TestContext.Current.CancellationToken)).Message.ShouldContain("only what changed");
        var list = ListFormats.Parse(new("ch-seco", [file], Force: true), TestContext.Current.CancellationToken);
        list.Entries.Select(e => (e.Id, e.Caption)).ShouldBe([("64398", "Test B"), ("64403", "Test C"), ("64393", "Test A")]);
        list.Published.ShouldBe(new DateOnly(2024, 1, 17));
        list.Entries[2].Facts.ShouldContain(new Fact("birthDate", "1900-01-01"));
    }

    [Fact]
    public void Another_list_id_is_refused() => Should.Throw<ListFormatException>(() => TestLists.Parse("eu-fsf", FixturePath)).Message.ShouldContain("not eu-fsf");
}
