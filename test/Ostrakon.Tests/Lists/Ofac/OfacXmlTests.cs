using System.Text;
using Ostrakon.Lists;
using Ostrakon.Parties;
using Ostrakon.TestData;

namespace Ostrakon.Tests.Lists.Ofac;

/// <summary>The plain, enhanced and advanced XML. Their fixtures hold the same parties as the legacy set, so that each is held against it.</summary>
public class OfacXmlTests
{
    static ListFile Fixture(string name) => ListFile.Read(SharedData.Fixture($"lists/ofac/{name}"));

    static ParsedList Parse(string list, params ListFile[] files) =>
        ListFormats.Parse(new(list, [.. files]), TestContext.Current.CancellationToken);

    static ParsedList Legacy() => Parse("us-ofac-sdn", Fixture("sdn.csv"), Fixture("alt.csv"), Fixture("add.csv"), Fixture("sdn_comments.csv"));

    static Entry Entry(ParsedList list, string id) => list.Entries.Single(e => e.Id == id);

    [Theory]
    [InlineData("sdn.xml")]
    [InlineData("sdn_enhanced.xml")]
    [InlineData("sdn_advanced.xml")]
    public void Every_format_tells_the_same_of_the_same_party(string file)
    {
        var legacy = Legacy();
        var list = Parse("us-ofac-sdn", Fixture(file));
        list.Published.ShouldBe(new DateOnly(2024, 5, 3));
        list.Warnings.ShouldBeEmpty();
        list.Entries.Select(e => e.Id).ShouldBe(["101", "102", "103", "104", "105", "107"]);
        foreach (var entry in list.Entries)
        {
            var same = Entry(legacy, entry.Id);
            entry.Schema.ShouldBe(same.Schema, entry.Id);
            entry.Programs.ShouldBe(same.Programs, entry.Id);
            entry.Names[0].ShouldBe(same.Names[0]);
            entry.Names.Where(n => n.Kind != NameKind.OriginalScript).ShouldBe(same.Names, ignoreOrder: true);
            same.Facts.Where(f => f.Note != "last known").Select(Said).Except(entry.Facts.Select(Said)).ShouldBeEmpty(entry.Id);
        }
        static string Said(Fact f) => $"{f.Property} {f.Value} {f.Country} {(f.Property is "passportNumber" or "idNumber" ? f.Note : "")}";
    }

    [Theory]
    [InlineData("sdn_enhanced.xml")]
    [InlineData("sdn_advanced.xml")]
    public void The_newer_formats_add_scripts_listing_dates_reasons_and_typed_links(string file)
    {
        var list = Parse("us-ofac-sdn", Fixture(file));
        var company = Entry(list, "101");
        (company.ListedOn, company.Reason).ShouldBe(("2001-10-12", "Executive Order 13224 (Terrorism)"));
        company.Names.ShouldContain(new PartyName("Нортгейт Трейдинг", NameKind.OriginalScript));
        company.Facts.ShouldContain(new Fact("provisions", "Block"));
        var person = Entry(list, "102");
        person.Names.ShouldContain(n => n.Text == "Истмо Вальдоран" && n.Kind == NameKind.OriginalScript && n.Family == "Вальдоран");
        person.Relations.ShouldContain(new Relation("acts-for", "NORTHGATE TRADING CO., LTD.", "101"));
        Entry(list, "103").Relations.ShouldContain(new Relation("owned-by", "NORTHGATE TRADING CO., LTD.", "101"));
        Entry(list, "105").Names.ShouldContain(n => n.Text == "박성철" && n.Kind == NameKind.OriginalScript);
        Entry(list, "105").Facts.ShouldContain(new Fact("publicKey", "1Qx001aaaa", "XBT"));
    }

    [Fact]
    public void A_link_to_a_party_on_another_list_keeps_its_name() =>
        Entry(Parse("us-ofac-sdn", Fixture("sdn_enhanced.xml")), "102").Relations.ShouldContain(new Relation("family", "VALDORAN, Mira"));

    [Fact]
    public void A_former_link_and_a_false_document_say_so()
    {
        var list = Parse("us-ofac-sdn", Fixture("sdn_advanced.xml"));
        Entry(list, "103").Relations.ShouldContain(new Relation("formerly-owned-by", "VALE AIR", "107"));
        Entry(list, "104").Facts.ShouldContain(f => f.Value == "F 99" && f.Note == "fraudulent");
    }

    [Fact]
    public void A_label_that_is_not_known_yet_is_kept_under_its_own_name()
    {
        var aircraft = Entry(Parse("us-ofac-sdn", Fixture("sdn_enhanced.xml")), "104");
        aircraft.Facts.ShouldContain(new Fact("notes", "Feature of a later year something new"));
        aircraft.Facts.ShouldContain(new Fact("registrationNumber", "77 A", "Certificate No. of a later year", "Ostmark", "not valid"));
    }

    [Theory]
    [InlineData("sdn.xml")]
    [InlineData("sdn_enhanced.xml")]
    [InlineData("sdn_advanced.xml")]
    public void Nothing_that_identifies_stays_unmapped(string file)
    {
        string[] internals = ["uid", "id", "ID", "refId", "mainEntry", "FixedRef", "versionId", "featureTypeId", "identityId", "isPrimary", "isDateRange", "type", "Version", "Primary", "False"];
        foreach (var field in Parse("us-ofac-sdn", Fixture(file)).Coverage.Unmapped)
        {
            var last = field.Path.Split('/')[^1].TrimStart('@');
            (internals.Contains(last) || last.EndsWith("ID", StringComparison.Ordinal) || last.EndsWith("Fixed", StringComparison.Ordinal)
                || last is "Acronym" or "sanctionsList" or "value" or "fromDateBegin" or "fromDateEnd" or "toDateBegin" or "toDateEnd" or "isApproximate" or "script")
                .ShouldBeTrue($"{field.Path} {field.Count}");
        }
    }

    [Fact]
    public void The_old_namespace_is_read_and_a_wrong_count_is_warned_of()
    {
        var list = Parse("us-ofac-cons", Fixture("consolidated.xml"));
        list.Published.ShouldBe(new DateOnly(2024, 2, 23));
        list.Entries.Select(e => e.Caption).ShouldBe(["HARBOUR BANK", "Salim Abu Marr"]);
        list.Warnings.ShouldHaveSingleItem().ShouldEndWith("says that it holds 3 records, but holds 2");
    }

    [Theory]
    [InlineData("sdn.xml")]
    [InlineData("sdn_enhanced.xml")]
    [InlineData("sdn_advanced.xml")]
    public void Broken_files_and_other_lists_end_in_an_error(string file)
    {
        var text = Encoding.UTF8.GetString(Fixture(file).Content.Span);
        string Error(string list, string xml) =>
            Should.Throw<ListFormatException>(() => Parse(list, new ListFile("list.xml", Encoding.UTF8.GetBytes(xml), default))).Message;
        Error("us-ofac-sdn", text[..(text.Length / 2)]).ShouldMatch(@"^list\.xml:\d+: is no proper XML");
        Error("us-ofac-cons", text).ShouldContain("holds the entries of us-ofac-sdn, not of us-ofac-cons");
        Error("us-ofac-sdn", text.Replace("<sdnList", "<!DOCTYPE sdnList [<!ENTITY a 'b'>]><sdnList").Replace("<sanctionsData", "<!DOCTYPE a><sanctionsData").Replace("<Sanctions ", "<!DOCTYPE a><Sanctions "))
            .ShouldContain("declares a document type (DTD)");
        var root = file == "sdn.xml" ? "sdnList" : file == "sdn_enhanced.xml" ? "sanctionsData" : "Sanctions";
        Error("us-ofac-sdn", $"<{root}/>").ShouldContain("holds no entry");
    }

    [Fact]
    public void A_delta_file_is_no_list() =>
        Should.Throw<ListFormatException>(() => Parse("us-ofac-sdn", new ListFile("delta.xml",
            "<sanctionsData xmlns='https://www.treasury.gov/ofac/DeltaFile/1.0'><entities/></sanctionsData>"u8.ToArray(), default)))
            .Message.ShouldStartWith("delta.xml: is a delta file");

    [Theory]
    [InlineData("consolidated_2024-02.xml", 444, "2024-02-23")]
    [InlineData("consolidated_2025-06.xml", 443, "2025-03-28")]
    [InlineData("consolidated_2026-01.xml", 442, "2026-01-08")]
    public void The_published_lists_are_read_to_the_last_entry(string file, int entries, string published)
    {
        var list = Parse("us-ofac-cons", ListFile.Read(SharedData.File($"data/lists/ofac/{file}")));
        list.Entries.Length.ShouldBe(entries);
        list.Published.ShouldBe(DateOnly.Parse(published));
        list.Warnings.ShouldBeEmpty();
        list.Coverage.Unmapped.ShouldAllBe(u => u.Path.EndsWith("/uid") || u.Path.EndsWith("/mainEntry"));
    }

    /// <summary>The Treasury's CSV and XML of the same month, 442 entries each, differ in a corrected postal code, two names and some full stops.</summary>
    [Fact]
    public void The_published_XML_and_CSV_say_the_same()
    {
        var xml = Parse("us-ofac-cons", ListFile.Read(SharedData.File("data/lists/ofac/consolidated_2026-01.xml")));
        var csv = Parse("us-ofac-cons", [.. new[] { "prim", "add", "alt", "comments" }.Select(f => ListFile.Read(SharedData.File($"data/lists/ofac/cons_2025-12/cons_{f}.csv")))]);
        var differences = new List<object>();
        foreach (var (x, c) in xml.Entries.OrderBy(e => e.Id).Zip(csv.Entries.OrderBy(e => e.Id)))
        {
            (x.Id, x.Schema, x.ListedOn).ShouldBe((c.Id, c.Schema, c.ListedOn));
            x.Programs.ShouldBe(c.Programs, ignoreOrder: true);
            x.Relations.ShouldBe(c.Relations, ignoreOrder: true);
            differences.AddRange(x.Names.Except(c.Names));
            differences.AddRange(c.Names.Except(x.Names));
            differences.AddRange(x.Facts.Except(c.Facts));
            differences.AddRange(c.Facts.Except(x.Facts));
        }
        differences.Count.ShouldBeLessThan(15);
    }
}
