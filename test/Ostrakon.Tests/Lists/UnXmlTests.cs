using Ostrakon.Lists;
using Ostrakon.Parties;
using Ostrakon.TestData;

namespace Ostrakon.Tests.Lists;

public class UnXmlTests
{
    static readonly ParsedList Fixture = Parse(SharedData.Fixture("lists/un/un.xml"));
    static readonly Entry Tarvo = Fixture.Entries[0];

    static ParsedList Parse(string path) => TestLists.Parse("un-sc", path);

    static string[] Values(Entry entry, string property) => [.. entry.Facts.Where(f => f.Property == property).Select(f => f.Value)];

    [Fact]
    public void Publication_date_stands_in_the_root() => Fixture.Published.ShouldBe(new DateOnly(2031, 5, 17));

    [Fact]
    public void Names_have_their_kind_and_keep_the_published_form()
    {
        (string, NameKind)[] expected =
        [
            ("TARVO NEMELKA", NameKind.Primary), ("Тарво Немелка", NameKind.OriginalScript), ("Tarvo Ibel NEMELKA", NameKind.Alias),
            ("Abu Tarvo", NameKind.WeakAlias), ("Абу Тарво", NameKind.OriginalScript), ("Tarbo Nemelca", NameKind.Alias), ("Tarvo Nemelqa", NameKind.Alias),
        ];
        Tarvo.Names.Select(n => (n.Text, n.Kind)).ShouldBe(expected);
        Tarvo.Names[2].Published.ShouldBe("NEMELKA, Tarvo Ibel");
        Tarvo.Names.ShouldAllBe(n => n.Family == null);
    }

    [Fact]
    public void Acronyms_in_brackets_are_names_too()
    {
        (string, NameKind)[] expected =
        [
            ("QUILLON TRADING AND FREIGHT (QTF)", NameKind.Primary), ("QUILLON TRADING AND FREIGHT", NameKind.Alias), ("QTF", NameKind.WeakAlias),
            ("Quillon Company, Ltd.", NameKind.Former),
        ];
        Fixture.Entries[2].Names.Select(n => (n.Text, n.Kind)).ShouldBe(expected);
    }

    [Fact]
    public void Facts_are_complete()
    {
        Tarvo.ListedOn.ShouldBe("2030-01-02");
        Tarvo.Programs.ShouldBe(["DRC"]);
        Values(Tarvo, "birthDate").ShouldBe(["1961-03-04", "1962~", "1960/1964", "1961-11", "1960/1964"]);
        Values(Tarvo, "birthPlace").ShouldBe(["Goma, Rwanda"]);
        Values(Tarvo, "nationality").ShouldBe(["Rwanda", "Uganda"]);
        Values(Tarvo, "position").ShouldBe(["Director of Quillon Trading"]);
        Tarvo.Facts.ShouldContain(new Fact("passportNumber", "P 778 1", "Numéro de passeport", "Rwanda", "issued 2001-02-03"));
        Tarvo.Facts.ShouldContain(new Fact("idNumber", "99-1", "National Identification Number"));
        Tarvo.Facts.ShouldContain(new Fact("address", "4 Quay Road, Goma, Rwanda", null, "Rwanda", "previous address"));
        Values(Fixture.Entries[2], "swiftBic").ShouldBe(["QTFXRWRW"]);
    }

    [Fact]
    public void Comments_link_entries_but_name_nobody()
    {
        Tarvo.Relations.ShouldBe([new("family", "OSKEL NEMELKA", "XXi.002"), new("owned-by", "QUILLON TRADING AND FREIGHT (QTF)", "XXe.001")]);
        Fixture.Entries.SelectMany(e => e.Names).ShouldNotContain(n => n.Text.Contains("Dray"));
    }

    [Fact]
    public void A_vessel_among_the_entities_is_one()
    {
        Fixture.Entries[3].Schema.ShouldBe("Vessel");
        Values(Fixture.Entries[3], "imoNumber").ShouldBe(["9000002"]);
        Values(Fixture.Entries[3], "flag").ShouldBe(["Cameroon"]);
    }

    [Fact]
    public void What_is_not_mapped_is_reported_and_kept()
    {
        Fixture.Coverage.Unmapped.ShouldContain(new UnmappedField("INDIVIDUAL/FUTURE_ELEMENT", 1));
        Tarvo.Published.ShouldContain(new PublishedField("FUTURE_ELEMENT", "kept"));
        Tarvo.Published.ShouldContain(new PublishedField("INDIVIDUAL_ALIAS/ALIAS_NAME", "NEMELKA, Tarvo Ibel"));
    }

    [Theory]
    [InlineData("<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>A", "no proper XML")]
    [InlineData("<!DOCTYPE x [<!ENTITY e 'boom'>]><CONSOLIDATED_LIST>&e;</CONSOLIDATED_LIST>", "DTD")]
    [InlineData("<CONSOLIDATED_LIST><INDIVIDUALS/><ENTITIES/></CONSOLIDATED_LIST>", "holds no entry")]
    [InlineData("<html><body>503 Service Unavailable</body></html>", "no format that is known")]
    public void Broken_files_are_refused_with_a_reason(string xml, string reason) =>
        Should.Throw<ListFormatException>(() => TestLists.ParseText("un-sc", xml)).Message.ShouldContain(reason);

    [Fact]
    public void Another_list_is_refused() =>
        Should.Throw<ListFormatException>(() => TestLists.ParseText("eu-fsf", "<CONSOLIDATED_LIST/>")).Message.ShouldContain("not eu-fsf");

    [Theory]
    [InlineData("un_consolidated_2026-08.xml.gz", "2026-08-01", 736, 275)]
    [InlineData("history/un_consolidated_2026-02.xml.gz", "2026-02-27", 730, 273)]
    [InlineData("history/un_consolidated_2026-01.xml.gz", "2026-01-28", 726, 273)]
    [InlineData("history/un_consolidated_2025-06.xml.gz", "2025-04-19", 684, 193)]
    [InlineData("history/un_consolidated_2024-12.xml.gz", "2024-11-30", 686, 193)]
    public void Every_generation_is_read_completely(string file, string published, int persons, int others)
    {
        var list = Parse(SharedData.File("data/lists/un/" + file));
        list.Published.ShouldBe(DateOnly.Parse(published));
        list.Entries.Count(e => e.Schema == "Person").ShouldBe(persons);
        list.Entries.Length.ShouldBe(persons + others);
        list.Entries.Select(e => e.Id).ShouldBeUnique();
        list.Warnings.ShouldBeEmpty();
        list.Coverage.Unmapped.Select(u => u.Path[(u.Path.IndexOf('/') + 1)..]).ShouldBeSubsetOf(["DATAID", "VERSIONNUM", "LIST_TYPE/VALUE", "HAS_INTERPOL_LINK", "SORT_KEY", "SORT_KEY_LAST_MOD"]);
        list.Entries.SelectMany(e => e.Facts).Where(f => f.Property == "birthDate").ShouldAllBe(f => IsDate(f.Value));
    }

    static bool IsDate(string text) => PartialDate.TryParse(text, out _);

    [Fact]
    public void The_snapback_returned_121_Iranian_entries()
    {
        var before = Parse(SharedData.File("data/lists/un/history/un_consolidated_2025-06.xml.gz")).Entries.Select(e => e.Id).ToHashSet();
        var after = Parse(SharedData.File("data/lists/un/history/un_consolidated_2026-01.xml.gz")).Entries;
        after.Where(e => e.Id.StartsWith("IR", StringComparison.Ordinal)).ShouldAllBe(e => !before.Contains(e.Id));
        after.Count(e => e.Programs.Contains("Iran")).ShouldBe(121);
    }

    [Fact]
    public void Kim_Jong_Un_is_in_reasons_only()
    {
        var list = Parse(SharedData.File("data/lists/un/un_consolidated_2026-08.xml.gz"));
        list.Entries.SelectMany(e => e.Names).ShouldNotContain(n => n.Text.Contains("Kim Jong Un", StringComparison.OrdinalIgnoreCase));
    }
}
