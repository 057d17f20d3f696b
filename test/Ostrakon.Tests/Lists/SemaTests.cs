using Ostrakon.Lists;
using Ostrakon.Parties;
using Ostrakon.TestData;

namespace Ostrakon.Tests.Lists;

public class SemaTests
{
    static readonly string FixturePath = SharedData.Fixture("lists/sema/sema.xml");

    static ParsedList Fixture() => TestLists.Parse("ca-sema", FixturePath);

    static string[] Values(Entry entry, string property) => [.. entry.Facts.Where(f => f.Property == property).Select(f => f.Value)];

    [Fact]
    public void Aliases_are_divided_by_all_that_divides_them()
    {
        var tarvo = Fixture().Entries[0];
        (tarvo.Schema, tarvo.ListedOn).ShouldBe(("Person", "2030-06-29"));
        tarvo.Names.Select(n => (n.Text, n.Kind)).ShouldBe([
            ("Tarvo Ibel NEMELKA", NameKind.Primary), ("Tarvas Nemelkas", NameKind.Alias), ("Tarvo Nemelko", NameKind.Alias), ("Tavi", NameKind.WeakAlias),
            ("Тарво Немелка", NameKind.OriginalScript), ("Тарва Немелкин", NameKind.OriginalScript), ("Тарво Немелкин", NameKind.OriginalScript)]);
        tarvo.Names[0].Family.ShouldBe("NEMELKA");
        tarvo.Programs.ShouldBe(["Ostmark"]);
        Values(tarvo, "birthDate").ShouldBe(["1961-03-04"]);
        Values(tarvo, "title").ShouldBe(["Major General"]);
        Values(tarvo, "sanctions.provisions").ShouldBe(["Schedule 1, Part 1"]);
    }

    [Fact]
    public void Entities_have_a_name_in_each_language_and_keep_their_legal_form()
    {
        var quillon = Fixture().Entries[3];
        quillon.Names.Select(n => (n.Text, n.Kind)).ShouldBe([
            ("Quillon Research Centre (QRC)", NameKind.Primary), ("Quillon Research Centre", NameKind.Alias), ("QRC", NameKind.WeakAlias),
            ("Centre de recherche Quillon", NameKind.Alias), ("НИЦ «Квиллон», ООО", NameKind.OriginalScript), ("Научный центр \"Квиллон\"", NameKind.OriginalScript),
            ("Quillon Labs, LLC", NameKind.Alias)]);
    }

    [Fact]
    public void Ships_are_told_by_their_number()
    {
        var ship = Fixture().Entries[4];
        ship.Schema.ShouldBe("Vessel");
        Values(ship, "imoNumber").ShouldBe(["9000002"]);
        Values(ship, "buildDate").ShouldBe(["2006"]);
        Values(ship, "type").ShouldBe(["Oil Tanker"]);
    }

    [Fact]
    public void The_entry_id_survives_renumbered_items_and_corrected_dates()
    {
        var text = File.ReadAllText(FixturePath);
        var before = TestLists.ParseText("ca-sema", text).Entries.Select(e => e.Id).ToList();
        before.ShouldBeUnique();
        var after = TestLists.ParseText("ca-sema", text.Replace("<Item>1</Item>", "<Item>17</Item>").Replace("1961-03-04", "1961-03-05").Replace("NEMELKA </LastName>", "Nemelka</LastName>"));
        after.Entries.Select(e => e.Id).ShouldBe(before);
        // Two of one name under one regime are told apart by their birth dates.
        (before[1], before[2]).ShouldBe(($"{before[2][..16]}-1970", $"{before[1][..16]}-1988-01-02"));
    }

    [Fact]
    public void Nothing_is_unmapped_but_the_moving_number()
    {
        var list = Fixture();
        list.Coverage.Unmapped.ShouldBe([new("record/Item", 6)]);
        list.Warnings.ShouldHaveSingleItem().ShouldContain("without a name");
    }

    [Fact]
    public void Another_list_id_is_refused() => Should.Throw<ListFormatException>(() => TestLists.Parse("un-sc", FixturePath)).Message.ShouldContain("not un-sc");

    [Fact]
    public void Any_other_data_set_is_no_Canadian_list() =>
        Should.Throw<ListFormatException>(() => TestLists.ParseText("ca-sema", "<data-set><record><Name>x</Name></record></data-set>")).Message.ShouldContain("in no format that is known");

    [Theory]
    [InlineData("sema_2025-06.xml.gz", 4759)]
    [InlineData("sema_2020-04.xml", 1369)]
    public void Both_generations_are_read_completely(string file, int entries)
    {
        var list = TestLists.Parse("ca-sema", SharedData.File("data/lists/ca/" + file));
        (list.Entries.Length, list.Warnings.Length).ShouldBe((entries, 0));
        list.Coverage.Unmapped.Select(u => u.Path).ShouldBe(["record/Item"]);
        // One person stands twice in a schedule.
        list.Entries.GroupBy(e => e.Id).Count(g => g.Count() > 1).ShouldBeLessThanOrEqualTo(1);
        list.Entries.Count(e => e.Facts.Any(f => f.Note is "birthDate" or "buildDate" or "date of listing")).ShouldBeLessThanOrEqualTo(2);   // "born in the early 1970s", "Sep-99"
        list.Entries.SelectMany(e => e.Names).ShouldAllBe(n => n.Text.Length > 1);
    }

    [Fact]
    public void A_listing_keeps_its_id_from_2020_to_2025()
    {
        var old = TestLists.Parse("ca-sema", SharedData.File("data/lists/ca/sema_2020-04.xml")).Entries.Select(e => e.Id).ToHashSet();
        var kept = TestLists.Parse("ca-sema", SharedData.File("data/lists/ca/sema_2025-06.xml.gz")).Entries.Count(e => old.Contains(e.Id));
        kept.ShouldBeGreaterThan(800);   // of 1,369: many left the list, and one regime has a new name
    }
}
