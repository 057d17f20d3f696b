using Ostrakon.Lists;
using Ostrakon.Parties;
using Ostrakon.TestData;

namespace Ostrakon.Tests.Lists;

public class UkTests
{
    static readonly (string, NameKind, string?)[] TarvosNames =
    [
        ("TARVO IBEL NEMELKA", NameKind.Primary, "NEMELKA"), ("Tarbo NEMELCA", NameKind.Alias, "NEMELCA"), ("Tavi", NameKind.WeakAlias, null),
        ("Тарво Немелка", NameKind.OriginalScript, null),
    ];

    static ParsedList Fixture(string name) => TestLists.Parse("uk-sl", SharedData.Fixture("lists/uk/" + name));

    static string[] Values(Entry entry, string property) => [.. entry.Facts.Where(f => f.Property == property).Select(f => f.Value)];

    [Theory]
    [InlineData("uksl.xml")]
    [InlineData("uksl.csv")]
    public void The_formats_of_the_UK_Sanctions_List_say_the_same(string file)
    {
        var list = Fixture(file);
        list.Published.ShouldBe(new DateOnly(2031, 5, 17));
        var tarvo = list.Entries[0];
        (tarvo.Id, tarvo.Schema, tarvo.ListedOn, tarvo.Reason).ShouldBe(("XXX0001", "Person", "2030-06-29", "Sold examples to nobody in particular."));
        tarvo.Names.Select(n => (n.Text, n.Kind, n.Family)).ShouldBe(TarvosNames, ignoreOrder: true);
        tarvo.Names[0].Kind.ShouldBe(NameKind.Primary);
        Values(tarvo, "birthDate").ShouldBe(["1961", "1962-03-04"]);
        Values(tarvo, "birthPlace").ShouldBe(["Goma, Rwanda"]);
        Values(tarvo, "sanctions.provisions").ShouldBe(["Asset freeze", "Travel Ban"]);
        Values(tarvo, "sanctions.unscId").ShouldBe(["XXi.001"]);
        tarvo.Facts.ShouldContain(new Fact("passportNumber", "P7781", Note: "Issued in Kigali"));
        tarvo.Facts.ShouldContain(new Fact("address", "4 Quay Road, Goma, Rwanda", Country: "Rwanda"));
        var ship = list.Entries.Single(e => e.Schema == "Vessel");
        Values(ship, "imoNumber").ShouldBe(["9000002"]);
        Values(ship, "flag").ShouldBe(["Comoros"]);
        Values(ship, "buildDate").ShouldBe(["2011"]);
        ship.Relations.ShouldBe([new("owner-or-operator", "Quillon Freight")]);
    }

    [Fact]
    public void Free_text_links_by_UN_reference_and_fields_by_name()
    {
        var list = Fixture("uksl.xml");
        list.Entries[0].Relations.ShouldBe([new("family", "OSKEL NEMELKA", "XXX0004")]);
        list.Entries[1].Relations.ShouldBe([new("subsidiary-of", "Quillon Holding"), new("parent-of", "Quillon Freight")]);
    }

    [Fact]
    public void Consolidated_list_rows_are_grouped_and_its_tags_read()
    {
        var list = Fixture("conlist.csv");
        list.Published.ShouldBe(new DateOnly(2031, 5, 17));
        list.Entries.Select(e => e.Id).ShouldBe(["XXX0001", "OFSI:90002"]);
        var tarvo = list.Entries[0];
        tarvo.Names.Select(n => (n.Text, n.Kind)).ShouldBe([
            ("TARVO NEMELKA", NameKind.Primary), ("Tarbo NEMELCA", NameKind.Alias), ("Tavi", NameKind.WeakAlias), ("Tarvo OLDNAME", NameKind.Former)]);
        Values(tarvo, "birthDate").ShouldBe(["1961", "1962-03"]);
        Values(tarvo, "birthPlace").ShouldBe(["Goma, Rwanda", "Kindu, Uganda"]);
        Values(tarvo, "phone").ShouldBe(["+250 1", "+250 2"]);
        Values(tarvo, "position").ShouldBe(["Director", "Owner"]);
        Values(tarvo, "notes").ShouldBe(["Known as an example."]);
        Values(tarvo, "sanctions.recordId").ShouldBe(["YYY0009", "90001"], ignoreOrder: true);
        tarvo.Facts.ShouldContain(new Fact("passportNumber", "P7782", Note: "Expired 2020"));
        (tarvo.ListedOn, tarvo.Reason).ShouldBe(("2030-06-29", "Sold examples."));
        list.Coverage.Unmapped.ShouldContain(new UnmappedField("Other Information/(New tag)", 1));
    }

    [Fact]
    public void North_Korean_names_have_no_marked_surname() => Fixture("conlist.csv").Entries[1].Names[0].ShouldBe(new("PAEK MIN JUN", NameKind.Primary));

    [Fact]
    public void Published_fields_keep_what_belongs_together_once()
    {
        var fields = Fixture("conlist.csv").Entries[0].Published;
        fields.Count(f => f.Name == "Country of Birth").ShouldBe(1);
        fields.SkipWhile(f => f.Value != "OLDNAME").Take(3).Select(f => f.Name).ShouldBe(["Name 6", "Name 1", "Alias Type"]);
    }

    [Fact]
    public void Another_list_id_is_refused_unless_forced()
    {
        var file = ListFile.Read(SharedData.Fixture("lists/uk/uksl.csv"));
        Should.Throw<ListFormatException>(() => ListFormats.Parse(new("un-sc", [file]), TestContext.Current.CancellationToken)).Message.ShouldContain("not un-sc");
        ListFormats.Parse(new("un-sc", [file], Force: true), TestContext.Current.CancellationToken).Entries.Length.ShouldBe(2);
    }

    [Fact]
    public void Consolidated_list_of_2025_is_read_completely()
    {
        var list = TestLists.Parse("uk-sl", SharedData.File("data/lists/uk/ofsi_conlist_2025-04-10.xlsx"));
        list.Published.ShouldBe(new DateOnly(2025, 4, 10));
        list.Entries.Length.ShouldBe(4686);
        list.Entries.Count(e => e.Id.StartsWith("OFSI:", StringComparison.Ordinal)).ShouldBe(3);
        list.Entries.Select(e => e.Id).ShouldBeUnique();
        list.Warnings.ShouldBeEmpty();
        list.Coverage.Unmapped.Select(u => u.Path).ShouldBe(["Non-Latin Script Language", "Non-Latin Script Type", "Other Information/(United States of America)"]);
        var putin = list.Entries.Single(e => e.Id == "RUS0251");
        putin.Names[0].Family.ShouldBe("PUTIN");
        putin.Names.ShouldContain(n => n.Kind == NameKind.OriginalScript && n.Text.Contains("Путин", StringComparison.OrdinalIgnoreCase));
        Values(putin, "birthDate").ShouldBe(["1952-10-07"]);
    }

    [Fact]
    public void Consolidated_list_of_2014_is_read_completely()
    {
        var list = TestLists.Parse("uk-sl", SharedData.File("data/lists/uk/ofsi_sanctionsconlist_2014.csv.gz"));
        (list.Published, list.Entries.Length, list.Coverage.Unmapped.Length).ShouldBe((new DateOnly(2014, 4, 2), 2297, 0));
        list.Entries.ShouldContain(e => e.Reason != null && e.Reason.Contains('’'), "the file is in Windows-1252");
    }

    [Fact]
    public void Search_tool_export_is_read_completely()
    {
        var list = TestLists.Parse("uk-sl", SharedData.File("data/lists/uk/FCDO_SL_2025-08-11.ods"));
        list.Entries.Length.ShouldBe(5300);
        list.Warnings.Length.ShouldBe(2);   // two rows have a blank for a name
        list.Coverage.Unmapped.ShouldBeEmpty();
    }
}
