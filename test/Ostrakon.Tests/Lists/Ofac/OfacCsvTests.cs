using System.Text;
using Ostrakon.Lists;
using Ostrakon.Parties;
using Ostrakon.TestData;

namespace Ostrakon.Tests.Lists.Ofac;

public class OfacCsvTests
{
    static ListFile Fixture(string name) => ListFile.Read(SharedData.Fixture($"lists/ofac/{name}"));

    static ListFile Text(string text, string name = "sdn.csv") => new(name, Encoding.ASCII.GetBytes(text), default);

    static ParsedList Parse(ListSource source) => ListFormats.Parse(source, TestContext.Current.CancellationToken);

    static ParsedList Parse(string list, params ListFile[] files) => Parse(new ListSource(list, [.. files]));

    static string Error(string list, params ListFile[] files) => Should.Throw<ListFormatException>(() => Parse(list, files)).Message;

    static ParsedList Set() => Parse("us-ofac-sdn", Fixture("alt.csv"), Fixture("sdn_comments.csv"), Fixture("sdn.csv"), Fixture("add.csv"));

    static Entry Entry(ParsedList list, string id) => list.Entries.Single(e => e.Id == id);

    static IEnumerable<string> Facts(Entry entry) => entry.Facts.Select(f => $"{f.Property} {f.Value}");

    [Fact]
    public void A_person_keeps_every_published_fact()
    {
        var person = Entry(Set(), "102");
        person.Schema.ShouldBe("Person");
        person.Names.ShouldBe(
        [
            new("Istmo Karel Valdoran", NameKind.Primary, "Valdoran", "VALDORAN, Istmo Karel"),
            new("El Faro", NameKind.WeakAlias, null, "EL FARO"),
            new("Valdo", NameKind.WeakAlias, null, "VALDO"),
            new("Karel Valdoran", NameKind.Alias, "Valdoran", "VALDORAN, Karel"),
            new("Al-Valdorani", NameKind.Alias, null, "AL-VALDORANI"),
        ]);
        person.Facts.ShouldBe(
        [
            new("position", "Minister of Harbours"),
            new("birthDate", "1952-10-07"), new("birthDate", "1951~"), new("birthDate", "1950/1953"),
            new("birthPlace", "Port Vale, Ostmark"), new("nationality", "Ostmark"), new("citizenship", "Westmark"), new("gender", "male"),
            new("passportNumber", "K754050", "Passport", "Ostmark", "issued 1999-05-26; expires 2004-05-25"),
            new("passportNumber", "X1", "Passport"),
            new("idNumber", "660000 73767", "National ID No.", "Belgium"),
            new("notes", "son of Karel VALDORAN"),
            new("notes", "Passport renewed twice"),
            new("address", "Port Vale, Ostmark", Country: "Ostmark", Note: "last known"), new("country", "Ostmark"),
        ]);
        person.Relations.ShouldBe([new("family", "Karel VALDORAN"), new("linked-to", "NORTHGATE TRADING CO., LTD.", "101")]);
        person.Published.Single(f => f.Name == "Remarks").Value.ShouldStartWith("DOB 07 Oct 1952; alt. DOB circa 1951;");
        person.Published.ShouldContain(new PublishedField("alt_name", "AL-VALDORANI"));
        person.Published.ShouldContain(new PublishedField("Add_remarks", "last known"));
    }

    [Fact]
    public void A_company_has_programmes_split_and_identifiers_under_the_property_that_tells_most()
    {
        var company = Entry(Set(), "101");
        company.Schema.ShouldBe("Company");
        company.Programs.ShouldBe(["SDGT", "IRGC", "IFSR"]);
        company.Names.Select(n => (n.Text, n.Kind)).ShouldBe(
        [
            ("NORTHGATE TRADING CO., LTD.", NameKind.Primary), ("NTC", NameKind.WeakAlias),
            ("NORTHGATE IMPORT EXPORT", NameKind.Former), ("NORTH GATE TRADING", NameKind.Alias),
        ]);
        string[] expected =
        [
            "website www.northgate.example", "email info@northgate.example", "innCode 7701234567", "ogrnCode 1027700000001", "okpoCode 12345678",
            "incorporationDate 1999-05-12", "legalForm Private Company", "swiftBic NOGTRUMM", "phone 74951234567", "notes all offices worldwide",
            "provisions Additional Sanctions Information - Subject to Secondary Sanctions",
            "address 12 Quay Street, Port Vale 1000, Ostmark", "country Ostmark", "country Westmark",
        ];
        Facts(company).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void Vessels_and_aircraft_keep_what_identifies_them()
    {
        var list = Set();
        var vessel = Entry(list, "103");
        vessel.Schema.ShouldBe("Vessel");
        Facts(vessel).ShouldBe(
        [
            "callSign 9XYZ1", "type Crude Oil Tanker", "tonnage 318000", "grossRegisteredTonnage 160576", "flag Panama", "pastFlags Malta",
            "pastFlags Tuvalu", "buildDate 1999", "imoNumber 9187629", "mmsi 572469210",
        ]);
        vessel.Relations.ShouldBe([new("owned-by", "NORTHGATE TRADING CO., LTD.", "101")]);
        var aircraft = Entry(list, "104");
        aircraft.Schema.ShouldBe("Airplane");
        Facts(aircraft).ShouldBe(["model A340-300", "buildDate 1996-03", "serialNumber 133", "registrationNumber EP-XYZ"]);
        aircraft.Relations.ShouldBe([new("operated-by", "VALE AIR", "107"), new("linked-to", "VALE AIR", "107")]);
    }

    [Fact]
    public void Names_come_into_the_reading_order_of_their_people()
    {
        var list = Set();
        Entry(list, "105").Names[0].ShouldBe(new("Pak Song Chol", NameKind.Primary, "Pak", "PAK, Song Chol"));
        Entry(list, "106").Names[0].ShouldBe(new("Mara O'Drisk", NameKind.Primary, "O'Drisk", "O'DRISK, Mara"));
        Entry(list, "108").Names[0].ShouldBe(new("Juan De La Marca Jr.", NameKind.Primary, "De La Marca", "DE LA MARCA, Juan, Jr."));
    }

    [Fact]
    public void Overlong_remarks_go_on_in_the_comments_file()
    {
        var whole = Entry(Set(), "106");
        whole.Facts.Count(f => f is { Property: "publicKey", Type: "XBT" }).ShouldBe(40);
        whole.Facts.ShouldContain(new Fact("publicKey", "0x00aa11bb22cc33dd44ee55ff66001122334455aa", "ETH"));
        whole.Relations.ShouldBe([new("linked-to", "NORTHGATE TRADING CO., LTD.", "101")]);

        var list = Parse("us-ofac-sdn", Fixture("sdn.csv"));
        var cut = Entry(list, "106");
        cut.Facts.Where(f => f.Property == "publicKey").ShouldBeSubsetOf(whole.Facts);
        list.Warnings.ShouldHaveSingleItem().ShouldContain("cut at 1000 characters");
        list.Coverage.Unmapped.ShouldBe([new("Remarks (segment cut off)", 1)]);
    }

    [Fact]
    public void Only_row_numbers_stay_unmapped_and_rows_without_an_entry_are_warned_of()
    {
        var list = Set();
        list.Entries.Length.ShouldBe(8);
        list.Published.ShouldBeNull();
        list.Coverage.Unmapped.Select(u => u.Path).ShouldBe(["alt_num", "Add_num"]);
        list.Warnings.Select(w => w[(w.IndexOf(".csv", StringComparison.Ordinal) - 3)..]).ShouldBe(
        [
            "alt.csv:5: alternate name row of entity number 999, which is not in the list, is left out",
            "add.csv:5: address row of entity number 998, which is not in the list, is left out",
        ]);
    }

    [Fact]
    public void The_two_lists_are_told_apart_by_their_programmes()
    {
        var list = Parse("us-ofac-cons", Fixture("cons_prim.csv"));
        var fund = Entry(list, "202");
        fund.ListedOn.ShouldBe("2021-06-03");
        Facts(fund).ShouldBe(["isinCode KYG7114V1023", "ticker K3ED SG", "listingDate 2021-06-03", "startDate 2021-08-02"]);
        fund.Names[1].ShouldBe(new("Silver Fabs Holding", NameKind.Alias));
        Error("us-ofac-sdn", Fixture("cons_prim.csv")).ShouldContain("holds the entries of us-ofac-cons, not of us-ofac-sdn");
        Error("us-ofac-cons", Fixture("sdn.csv")).ShouldContain("holds the entries of us-ofac-sdn, not of us-ofac-cons");
        Error("un-sc", Fixture("sdn.csv")).ShouldContain("not un-sc");
        const string unclear = "1,\"A\",-0- ,\"RUSSIA-EO14024\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\u001a";
        Error("us-ofac-sdn", Text(unclear)).ShouldContain("no programme that tells");
        Parse(new ListSource("us-ofac-sdn", [Text(unclear)], Force: true)).Entries.Length.ShouldBe(1);
    }

    [Fact]
    public void Broken_sets_end_in_an_error_with_file_and_line()
    {
        var good = Encoding.ASCII.GetString(Fixture("sdn.csv").Content.Span);
        Error("us-ofac-sdn", Text(good[..(good.Length / 2 - 20)])).ShouldMatch(@"^sdn\.csv:\d+: opens a quote that is never closed");
        Error("us-ofac-sdn", Text(good.Replace(",\"vessel\"", "", StringComparison.Ordinal))).ShouldStartWith("sdn.csv:3: has 11 fields where 12 belong");
        Error("us-ofac-sdn", Text(good), Text("<html><body>503</body></html>", "alt.csv")).ShouldStartWith("alt.csv:1: is no file of the Treasury's legacy set");
        Error("us-ofac-sdn", Text("<html><body>503</body></html>")).ShouldStartWith("sdn.csv: is in no format");
        Error("us-ofac-sdn", Fixture("alt.csv")).ShouldContain("holds no entries");
        Error("us-ofac-sdn", Text(good), Text(good, "copy.csv")).ShouldStartWith("copy.csv: is a second primary file beside sdn.csv");
        Parse("us-ofac-sdn", Text(good.TrimEnd('\u001a'))).Warnings.ShouldContain(w => w.Contains("does not end in Ctrl-Z"));
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_or_warned_of()
    {
        var good = Encoding.ASCII.GetString(Fixture("sdn.csv").Content.Span);
        for (var length = 40; length < good.Length; length += 7)
        {
            try { Parse("us-ofac-sdn", Text(good[..length])).Warnings.ShouldContain(w => w.Contains("it may be cut short"), $"cut at {length}"); }
            catch (ListFormatException e) { e.Message.ShouldStartWith("sdn.csv"); }
        }
    }

    [Theory]
    [InlineData("sdn_2024-05-03.csv.gz", 14_965)]
    [InlineData("history/sdn_2021-08-18.csv.gz", 9_083)]
    [InlineData("history/sdn_2022-02-17.csv.gz", 9_056)]
    [InlineData("history/sdn_2022-03-04.csv.gz", 9_320)]
    [InlineData("history/sdn_2023-02-10.csv.gz", 11_583)]
    [InlineData("history/sdn_2023-02-24.csv.gz", 11_847)]
    [InlineData("history/sdn_2024-02-20.csv.gz", 13_931)]
    [InlineData("history/sdn_2024-02-23.csv.gz", 14_484)]
    [InlineData("history/sdn_2024-05-02.csv.gz", 14_973)]
    public void The_published_lists_are_read_to_the_last_row(string file, int entries)
    {
        var list = Parse("us-ofac-sdn", Real(file));
        list.Entries.Length.ShouldBe(entries);
        list.Coverage.Unmapped.Select(u => u.Path).ShouldBe(["Remarks (segment cut off)"]);
    }

    [Fact]
    public void The_published_sets_are_joined()
    {
        var set = Parse("us-ofac-sdn", Real("set_2021-04/add.csv"), Real("set_2021-04/alt.csv"), Real("set_2021-04/sdn.csv.gz"));
        set.Entries.Length.ShouldBe(8_890);
        set.Warnings.ShouldNotContain(w => w.Contains("not in the list"));
        set.Entries.Sum(e => e.Published.Count(f => f.Name == "alt_num")).ShouldBe(11_742);
        set.Entries.Sum(e => e.Published.Count(f => f.Name == "Add_num")).ShouldBe(13_761);

        var consolidated = Parse("us-ofac-cons", [.. new[] { "prim", "add", "alt", "comments" }.Select(f => Real($"cons_2025-12/cons_{f}.csv"))]);
        consolidated.Entries.Length.ShouldBe(442);
        consolidated.Warnings.ShouldBeEmpty();
        consolidated.Coverage.Unmapped.Select(u => u.Path).ShouldBe(["alt_num", "Add_num"]);

        var mixed = Parse("us-ofac-sdn", Real("sdn_2024-05-03.csv.gz"), Real("set_2026-08/alt.csv.gz"), Real("set_2026-08/add.csv.gz"));
        mixed.Entries.Length.ShouldBe(14_965);
        mixed.Warnings.ShouldContain(w => w.Contains("a file of another version?"));
    }

    [Fact]
    public void Known_entries_are_what_the_published_list_says()
    {
        var list = Parse("us-ofac-sdn", Real("sdn_2024-05-03.csv.gz"));
        var kim = Entry(list, "20157");
        (kim.Caption, kim.Names[0].Family).ShouldBe(("Kim Jong Un", "Kim"));
        kim.Programs.ShouldBe(["DPRK3"]);
        var putin = Entry(list, "35096");
        putin.Caption.ShouldBe("Vladimir Vladimirovich Putin");
        Facts(putin).ShouldContain("birthDate 1952-10-07");
    }

    static ListFile Real(string name) => ListFile.Read(SharedData.File($"data/lists/ofac/{name}"));
}
