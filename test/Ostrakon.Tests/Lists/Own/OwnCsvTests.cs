using System.Text;
using Ostrakon.Lists;
using Ostrakon.Parties;
using Ostrakon.TestData;

namespace Ostrakon.Tests.Lists.Own;

public class OwnCsvTests
{
    static ParsedList Parse(ListFile file, string list = "my-customers", bool force = false) =>
        ListFormats.Parse(new(list, [file], force), TestContext.Current.CancellationToken);

    static ListFile Watch => ListFile.Read(SharedData.Fixture("lists/own/watch.csv"));

    static ListFile Text(string text) => new("own.csv", Encoding.UTF8.GetBytes(text), default);

    [Fact]
    public void A_row_becomes_an_entry_with_all_its_values()
    {
        var vera = Parse(Watch).Entries[0];
        (vera.Id, vera.Schema, vera.ListedOn, vera.Reason).ShouldBe(("C-1", "Person", "2024-01-05", "Said: \"no\"; closed"));
        vera.Names.ShouldBe([new("Vera Example", NameKind.Primary), new("Wera Exampel", NameKind.Alias), new("Verochka", NameKind.Alias)]);
        vera.Facts.ShouldBe(
        [
            new("birthDate", "1970-02"), new("birthDate", "1971~"), new("country", "Ostmark"), new("country", "Westmark"), new("idNumber", "P 12345"),
        ]);
        vera.Programs.ShouldBe(["internal"]);
        vera.Published.ShouldContain(new PublishedField("rating", "red"));
    }

    [Fact]
    public void What_cannot_be_used_is_said_with_its_line()
    {
        var list = Parse(Watch);
        list.Entries.Select(e => (e.Id, e.Schema)).ShouldBe([("C-1", "Person"), ("2", "Vessel"), ("C-3", "LegalEntity"), ("C-4", "LegalEntity")]);
        list.Entries[2].Facts.ShouldBe([new("notes", "last May", Note: "listedOn")]);
        list.Coverage.Unmapped.ShouldBe([new("rating", 2)]);
        list.Warnings.Select(w => w[(w.IndexOf(".csv", StringComparison.Ordinal) + 5)..]).ShouldBe(
        [
            "4: listedOn \"last May\" is no date (write YYYY, YYYY-MM or YYYY-MM-DD) and is kept as a note",
            "5: schema \"planet\" is not known (write Person, Organization, Company, LegalEntity, Vessel, Airplane, CryptoWallet); the party may be any of them",
            "6: row without a name is left out",
        ]);
    }

    [Fact]
    public void A_table_of_ones_own_is_no_official_list()
    {
        Should.Throw<ListFormatException>(() => Parse(Watch, "us-ofac-sdn")).Message.ShouldContain("is a table of your own, not the Specially Designated");
        Parse(Watch, "us-ofac-sdn", force: true).Entries.Length.ShouldBe(4);
    }

    [Fact]
    public void Broken_tables_end_in_an_error()
    {
        string Error(string text) => Should.Throw<ListFormatException>(() => Parse(Text(text))).Message;
        Error("id,names\n1,x").ShouldContain("is in no format that is known here");
        Error("name\n").ShouldContain("holds no entry");
        Error("id,name\n1,\"open\n").ShouldStartWith("own.csv:2: opens a quote");
        Parse(Text("NAME\nJust A Name")).Entries[0].Caption.ShouldBe("Just A Name");
    }
}
