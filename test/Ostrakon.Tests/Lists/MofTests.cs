using Ostrakon.Lists;
using Ostrakon.Parties;
using Ostrakon.TestData;

namespace Ostrakon.Tests.Lists;

public class MofTests
{
    static readonly string FixturePath = SharedData.Fixture("lists/mof/mof.xlsx");

    static ParsedList Fixture() => TestLists.Parse("jp-mof", FixturePath);

    static string[] Values(Entry entry, string property) => [.. entry.Facts.Where(f => f.Property == property).Select(f => f.Value)];

    [Fact]
    public void All_sheets_are_read_and_deleted_rows_are_no_entries()
    {
        var list = Fixture();
        list.Entries.Select(e => (e.Id, e.Schema, e.Caption)).ShouldBe([
            ("1-2", "Person", "TARVO NEMELKA"), ("1-3", "Person", "Oskel Nemelka"), ("1-4", "Organization", "Quillon Trading(QT)"), ("2-1", "Organization", "Vostra Bank")]);
        list.Published.ShouldBe(new DateOnly(2031, 5, 17));
        list.Warnings.ShouldBeEmpty();
        list.Entries[0].Programs.ShouldBe(["例示関係者等"]);
        list.Coverage.Unmapped.ShouldBe([new("新しい欄", 1)]);
    }

    [Fact]
    public void Forms_of_a_name_are_divided_and_told_by_their_script()
    {
        var tarvo = Fixture().Entries[0];
        tarvo.Names.Select(n => (n.Text, n.Kind)).ShouldBe([
            ("TARVO NEMELKA", NameKind.Primary), ("タルヴォ・ネメルカ", NameKind.Alias), ("Тарво Немелка", NameKind.OriginalScript), ("タルボ・ネメルカ", NameKind.Alias),
            ("タルボ", NameKind.Alias), ("Tarbo Nemelca", NameKind.Alias), ("Nemelca, Tarbo", NameKind.Alias), ("タヴィ", NameKind.Alias), ("Tavi", NameKind.WeakAlias)]);
        Fixture().Entries[1].Names.Select(n => n.Text).ShouldBe(["Oskel Nemelka", "オスケル・ネメルカ", "フェルカ", "オルカ", "Felka", "Olka"]);
        Fixture().Entries[3].Names.Select(n => (n.Text, n.Kind)).ShouldBe([
            ("Vostra Bank", NameKind.Primary), ("ヴォストラ銀行", NameKind.Alias), ("オールド・ヴォストラ", NameKind.Former), ("ヴォストラ", NameKind.Alias), ("Vostra", NameKind.Alias), ("VB Holding", NameKind.Alias)]);
    }

    [Fact]
    public void Japanese_dates_and_wide_digits_are_read()
    {
        var tarvo = Fixture().Entries[0];
        tarvo.ListedOn.ShouldBe("2001-09-22");
        Values(tarvo, "modifiedAt").ShouldBe(["2008-06-25"]);
        Values(tarvo, "birthDate").ShouldBe(["1955~/1958~", "1961-03-04"]);
        Values(tarvo, "sanctions.startDate").ShouldBe(["2001-01-25"]);
        Values(tarvo, "position").ShouldBe(["取締役", "所有者"]);
        tarvo.Facts.ShouldContain(new Fact("passportNumber", "P77812", Note: "P77812(ルワンダ国旅券)"));
        Values(tarvo, "idNumber").ShouldBe(["25463400086"]);
        Values(tarvo, "address").ShouldBe(["4 Quay Road, Goma"]);
        Values(Fixture().Entries[1], "birthDate").ShouldBe(["1961-03-05"]);
        Values(Fixture().Entries[3], "imoNumber").ShouldBe(["9000002"]);
    }

    [Fact]
    public void References_to_the_UN_and_to_other_lists_are_kept()
    {
        var list = Fixture();
        Values(list.Entries[0], "sanctions.unscId").ShouldBe(["XXi.001"]);
        list.Entries[0].Relations.ShouldBe([new("family", "Oskel Nemelka", "1-3")]);
        Values(list.Entries[1], "sanctions.recordId").ShouldBe(["*12"]);
    }

    [Fact]
    public void Another_list_id_is_refused() => Should.Throw<ListFormatException>(() => TestLists.Parse("au-dfat", FixturePath)).Message.ShouldContain("not au-dfat");

    [Fact]
    public void A_truncated_workbook_says_that_it_is() =>
        Should.Throw<ListFormatException>(() => TestLists.ParseBytes("jp-mof", File.ReadAllBytes(FixturePath)[..^30])).Message.ShouldContain("truncated zip");

    [Fact]
    public void The_workbook_of_2026_is_read_completely()
    {
        var list = TestLists.Parse("jp-mof", SharedData.File("data/lists/jp/mof_shisantouketsu_2026-03-05.xlsx"));
        (list.Entries.Length, list.Published).ShouldBe((2862, new DateOnly(2026, 3, 2)));
        list.Entries.Select(e => e.Id).ShouldBeUnique();
        list.Entries.ShouldAllBe(e => e.ListedOn != null);
        list.Coverage.Unmapped.ShouldBeEmpty();
        list.Warnings.ShouldBeEmpty();
        // No phonetic reading is glued to a name, and no bracket is left open.
        list.Entries.Count(e => !WellFormed(e.Caption)).ShouldBeLessThanOrEqualTo(1);   // one cell lacks its closing bracket
        list.Entries.SelectMany(e => e.Names).Count(n => !WellFormed(n.Text)).ShouldBeLessThan(140);   // a hundredth
        var putin = list.Entries.Single(e => e.Caption.Equals("Vladimir Putin", StringComparison.OrdinalIgnoreCase));
        putin.Names.ShouldContain(n => n.Text.Contains("プーチン"));
        Values(putin, "birthDate").ShouldBe(["1952-10-07"]);
    }

    static bool WellFormed(string name) => name.Count(c => c == '(') == name.Count(c => c == ')');
}
