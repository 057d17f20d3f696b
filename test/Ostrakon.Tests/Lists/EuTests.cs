using Ostrakon.Lists;
using Ostrakon.Parties;
using Ostrakon.TestData;

namespace Ostrakon.Tests.Lists;

/// <summary>No original of the EU files can be had; these fixtures are written in the official format.</summary>
public class EuTests
{
    static ParsedList Fixture(string name) => TestLists.Parse("eu-fsf", SharedData.Fixture("lists/eu/" + name));

    static string[] Values(Entry entry, string property) => [.. entry.Facts.Where(f => f.Property == property).Select(f => f.Value)];

    [Theory]
    [InlineData("fsf.xml")]
    [InlineData("fsf.csv")]
    public void Both_formats_say_the_same(string file)
    {
        var list = Fixture(file);
        list.Published.ShouldBe(new DateOnly(2031, 5, 17));
        list.Warnings.ShouldBeEmpty();
        var tarvo = list.Entries[0];
        (tarvo.Id, tarvo.Schema, tarvo.ListedOn).ShouldBe(("9001", "Person", "2029-01-01"));
        tarvo.Programs.ShouldBe(["EXA"]);
        // The CSV does not say which names are weak.
        (string, NameKind, string?)[] names =
        [
            ("Tarvo Ibel Nemelka", NameKind.Primary, "Nemelka"), ("Тарво Немелка", NameKind.OriginalScript, null),
            ("Tarvas Nemelkas", NameKind.Alias, null), ("Tavi", file == "fsf.xml" ? NameKind.WeakAlias : NameKind.Alias, null),
        ];
        tarvo.Names.Select(n => (n.Text, n.Kind, n.Family)).ShouldBe(names);
        Values(tarvo, "birthDate").ShouldBe(["1961-03-04", "1962~", "1960/1964"]);
        Values(tarvo, "birthPlace").ShouldBe(["Goma, RW"]);
        Values(tarvo, "nationality").ShouldBe(["RW"]);
        Values(tarvo, "position").ShouldBe(["Director of Quillon Trading"]);
        Values(tarvo, "phone").ShouldBe(["+250 1"]);
        Values(tarvo, "email").ShouldBe(["t@example.org"]);
        tarvo.Facts.ShouldContain(new Fact("sanctions.recordId", "EU.9001.1", "EU reference number"));
        tarvo.Facts.ShouldContain(new Fact("sanctions.unscId", "XXi.001"));
        tarvo.Facts.ShouldContain(new Fact("passportNumber", "P7781", "National passport", "RW", "diplomatic; known to be false; issued by Kigali; (passport)"));
        tarvo.Facts.ShouldContain(new Fact("address", "4 Quay Road, P.O. Box 12, Goma, CD", Country: "CD", Note: "at the time of listing"));
        tarvo.Relations.ShouldBe([new("linked-to", "XXi.002")]);
        var quillon = list.Entries[1];
        (quillon.ListedOn, quillon.Reason).ShouldBe(("2030-01-15", "A company that freights examples."));
        quillon.Names.Select(n => n.Text).ShouldBe(["Quillon Trading and Freight (QTF)", "Quillon Trading and Freight", "QTF"]);
        Values(quillon, "imoNumber").ShouldBe(["5000001"]);
        Values(quillon, "taxNumber").ShouldBe(["7701"]);
        Values(quillon, "legalForm").ShouldBe(["Joint Stock Company"]);
    }

    [Fact]
    public void The_CSV_counts_and_publishes_under_its_own_columns()
    {
        var list = Fixture("fsf.csv");
        list.Coverage.Unmapped.ShouldAllBe(u => u.Path.Contains('_'));
        list.Entries[0].Published.Count(f => f.Name == "Entity_Remark").ShouldBe(1);
        list.Entries[0].Published.ShouldContain(new PublishedField("NameAlias_NameLanguage", "LT"));
    }

    [Fact]
    public void Nothing_that_identifies_a_party_is_unmapped() =>
        Fixture("fsf.xml").Coverage.Unmapped.Select(u => u.Path.Split('/')[^1]).Distinct()
            .ShouldBeSubsetOf(["@regulationLanguage", "@logicalId", "@regulationType", "@publicationUrl", "@numberTitle", "@globalFileId"]);
}
