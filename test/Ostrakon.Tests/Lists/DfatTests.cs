using Ostrakon.Lists;
using Ostrakon.Parties;
using Ostrakon.TestData;

namespace Ostrakon.Tests.Lists;

public class DfatTests
{
    static readonly string FixturePath = SharedData.Fixture("lists/dfat/dfat.csv");

    static ParsedList Fixture() => TestLists.Parse("au-dfat", FixturePath);

    static string[] Values(Entry entry, string property) => [.. entry.Facts.Where(f => f.Property == property).Select(f => f.Value)];

    [Fact]
    public void Rows_with_a_letter_are_names_of_the_party_with_that_number()
    {
        var tarvo = Fixture().Entries[0];
        (tarvo.Id, tarvo.Schema, tarvo.ListedOn).ShouldBe(("12", "Person", "2001-01-25"));
        tarvo.Names.Select(n => (n.Text, n.Kind)).ShouldBe([
            ("Tarvo Ibel NEMELKA", NameKind.Primary), ("Тарво Немелка", NameKind.OriginalScript), ("Tavi", NameKind.WeakAlias), ("Tarbo NEMELCA", NameKind.Alias)]);
        tarvo.Programs.ShouldBe(["1267 (Examples)"]);
        Values(tarvo, "sanctions.provisions").ShouldBe(["Targeted Financial Sanction", "Travel Ban"]);
        Fixture().Entries[2].Names.Select(n => (n.Text, n.Kind)).ShouldContain(("Old Quillon", NameKind.Former));
    }

    [Fact]
    public void Enumerations_in_a_cell_become_values()
    {
        var tarvo = Fixture().Entries[0];
        Values(tarvo, "birthDate").ShouldBe(["1955~/1958~", "1961-03-04", "1962-05-12"]);
        Values(tarvo, "birthPlace").ShouldBe(["Goma, Rwanda", "Kindu"]);
        Values(tarvo, "nationality").ShouldBe(["Rwandan", "Ugandan"]);
        Values(tarvo, "address").ShouldBe(["4 Quay Road, Goma"]);
        Values(tarvo, "country").ShouldBe(["Kenya"]);
        Values(tarvo, "modifiedAt").ShouldBe(["2026-04-14"]);
        // A serial date in a cell without a date's style; a country with "and" in its name.
        Values(Fixture().Entries[1], "birthDate").ShouldBe(["1961-03-05"]);
        Values(Fixture().Entries[1], "nationality").ShouldBe(["Bosnia and Herzegovina"]);
    }

    [Fact]
    public void Facts_behind_labels_in_free_text_are_read()
    {
        var tarvo = Fixture().Entries[0];
        Values(tarvo, "sanctions.unscId").ShouldBe(["XXi.001"]);
        Values(tarvo, "title").ShouldBe(["Mullah", "Haji"]);
        Values(tarvo, "position").ShouldBe(["Director of Quillon Trading", "Owner"]);
        Values(tarvo, "gender").ShouldBe(["male"]);
        tarvo.Facts.ShouldContain(new Fact("passportNumber", "P7781 22", "Passport no", Note: "Rwandan number P7781 22, issued on 3 Jun. 2004 (expired)"));
        tarvo.Facts.ShouldContain(new Fact("passportNumber", "B-33 991", "Passport no", Note: "Ugandan number B-33 991"));
        tarvo.Relations.ShouldBe([new("family", "Oskel Nemelka", "13")]);
        var quillon = Fixture().Entries[2];
        Values(quillon, "registrationNumber").ShouldBe(["7701000001"]);
        Values(quillon, "website").ShouldBe(["http://example.org"]);
    }

    [Fact]
    public void Ships_have_their_number()
    {
        var ship = Fixture().Entries[3];
        (ship.Schema, ship.ListedOn).ShouldBe(("Vessel", "2025-06-18"));
        Values(ship, "imoNumber").ShouldBe(["9000002"]);
    }

    [Fact]
    public void Everything_is_mapped_and_a_row_without_a_number_is_warned_of()
    {
        var list = Fixture();
        list.Coverage.Unmapped.ShouldBeEmpty();
        list.Warnings.ShouldHaveSingleItem().ShouldContain(":10: row without a reference");
    }

    [Fact]
    public void Another_list_id_is_refused() => Should.Throw<ListFormatException>(() => TestLists.Parse("uk-sl", FixturePath)).Message.ShouldContain("not uk-sl");

    [Theory]
    [InlineData("dfat_consolidated_2026-08.xlsx", 3846, "2026-07-23")]
    [InlineData("regulation8_consolidated_2024-12.xlsx", 3062, "2024-11-11")]
    public void Both_generations_are_read_completely(string file, int entries, string saved)
    {
        var list = TestLists.Parse("au-dfat", SharedData.File("data/lists/au/" + file));
        list.Entries.Length.ShouldBe(entries);
        list.Published.ShouldBe(DateOnly.Parse(saved, System.Globalization.CultureInfo.InvariantCulture));
        list.Coverage.Unmapped.ShouldBeEmpty();
        list.Warnings.ShouldBeEmpty();
        list.Entries.Select(e => e.Id).ShouldBeUnique();
        var dates = list.Entries.SelectMany(e => e.Facts).ToLookup(f => f.Property == "birthDate", f => f.Note == "birthDate");
        dates[false].Count(isDate => isDate).ShouldBeLessThan(dates[true].Count() / 50);
        var putin = list.Entries.Single(e => e.Names.Any(n => n.Text is "Vladimir Vladimirovich PUTIN" or "Vladimir Vladimirovich Putin"));
        Values(putin, "birthDate").ShouldBe(["1952-10-07"]);
    }
}
