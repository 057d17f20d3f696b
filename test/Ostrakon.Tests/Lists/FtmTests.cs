using System.Text;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;
using Ostrakon.Lists.Ftm;
using Ostrakon.Parties;
using Ostrakon.TestData;
using Ostrakon.Tests.Lists.Archive;

namespace Ostrakon.Tests.Lists;

public class FtmTests
{
    static readonly ParsedList Flat = TestLists.Parse("my-list", SharedData.Fixture("lists/ftm/flat.jsonl"));
    static readonly Entry Tarvo = Flat.Entries[0];

    static ParsedList Parse(string text) => TestLists.ParseText("my-list", text);

    [Fact]
    public void Targets_are_entries_and_context_is_not() => Flat.Entries.Select(e => e.Id).ShouldBe(["P1", "C1", "W1"]);

    [Fact]
    public void The_caption_is_the_primary_name()
    {
        (string, NameKind, string?)[] expected =
        [
            ("Tarvo Nemelka", NameKind.Primary, "Nemelka"), ("NEMELKA Tarvo", NameKind.Alias, "Nemelka"), ("Тарво Немелка", NameKind.OriginalScript, null),
            ("Tarvo N.", NameKind.Alias, null), ("Tavi", NameKind.WeakAlias, null), ("Tarvo Ibel", NameKind.Former, null),
        ];
        Tarvo.Names.Select(n => (n.Text, n.Kind, n.Family)).ShouldBe(expected);
    }

    [Fact]
    public void Sanctions_join_their_party()
    {
        Tarvo.Programs.ShouldBe(["EX-1", "XX-2"]);
        Tarvo.ListedOn.ShouldBe("2019-01-01");
        Tarvo.Reason.ShouldBe("Sold examples.");
        Tarvo.Facts.ShouldContain(new Fact("sanctions.authority", "Bureau of Examples"));
        Tarvo.Facts.ShouldNotContain(f => f.Property == "country");
    }

    [Fact]
    public void Documents_and_addresses_become_facts()
    {
        Tarvo.Facts.ShouldContain(new Fact("passportNumber", "P7781", "diplomatic passport", "rw", "expires 2022-01-01"));
        Tarvo.Facts.ShouldContain(new Fact("address", "4 Quay Road, Goma", null, "cd"));
    }

    [Fact]
    public void Links_are_seen_from_both_ends()
    {
        Tarvo.Relations.ShouldBe([new("owner-of", "Quillon Trading", "C1"), new("holder-of", "1ExampleExampleExample", "W1")]);
        Flat.Entries[1].Relations.ShouldBe([new("subsidiary-of", "Quillon Holding"), new("owned-by", "Tarvo Nemelka", "P1")], ignoreOrder: true);
        Flat.Entries[2].Relations.ShouldBe([new("held-by", "Tarvo Nemelka", "P1")]);
    }

    [Fact]
    public void A_wallet_without_a_name_is_called_by_its_key() => Flat.Entries[2].Caption.ShouldBe("1ExampleExampleExample");

    [Fact]
    public void Unknown_schemata_are_reported() =>
        Flat.Coverage.Unmapped.ShouldBe([new("Occupancy/holder", 1), new("Occupancy/post", 1)]);

    [Fact]
    public void Nested_entities_are_read_like_flat_ones()
    {
        var entry = TestLists.Parse("my-list", SharedData.Fixture("lists/ftm/nested.jsonl")).Entries.ShouldHaveSingleItem();
        entry.Programs.ShouldBe(["EX-1"]);
        entry.Relations.ShouldBe([new("family", "Oskel Nemelka"), new("owner-of", "Quillon Trading")], ignoreOrder: true);
        entry.Names.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"id":"a","schema":"Person","properties":{"name":["A B"]}}""" + "\n{\"id\":\"b\",", "list.txt:2: is no JSON object")]
    [InlineData("""{"id":"a","schema":"Person","properties":{"name":["A B"]}}""" + "\n[1]", "list.txt:2: is no FollowTheMoney entity")]
    [InlineData("""{"id":"a","schema":"Sanction","properties":{"program":["A"]}}""", "holds no party")]
    [InlineData("""{"name":"something else"}""", "no format that is known")]
    public void Broken_files_are_refused_with_file_line_and_reason(string text, string reason) =>
        Should.Throw<ListFormatException>(() => Parse(text)).Message.ShouldContain(reason);

    [Fact]
    public void Out_and_in_again_is_lossless()
    {
        RoundTrip(Flat.Entries);
        RoundTrip(TestLists.Parse("un-sc", SharedData.Fixture("lists/un/un.xml")).Entries);
        RoundTrip(TestLists.Parse("uk-sl", SharedData.Fixture("lists/uk/uksl.xml")).Entries);
        RoundTrip(TestLists.Parse("eu-fsf", SharedData.Fixture("lists/eu/fsf.xml")).Entries);
        RoundTrip(Ostrakon.Lists.Starter.StarterList.Parse().Entries);
    }

    [Theory]
    [InlineData("un-sc", "un/un_consolidated_2026-08.xml.gz")]
    [InlineData("uk-sl", "uk/ofsi_conlist_2025-04-10.xlsx")]
    [InlineData("uk-sl", "uk/ofsi_sanctionsconlist_2014.csv.gz")]
    [InlineData("us-ofac-sdn", "ofac/sdn_2024-05-03.csv.gz")]
    public void Whole_lists_go_out_and_in_again(string list, string file) => RoundTrip(TestLists.Parse(list, SharedData.File("data/lists/" + file)).Entries);

    [Fact]
    public void Edits_to_the_exported_properties_are_respected()
    {
        var text = Export([Tarvo]).Replace("\"alias\":[\"NEMELKA Tarvo\",\"Tarvo N.\"]", "\"alias\":[\"Tarvo N.\",\"Tarvo New\"]").Replace("1961-03-04\"]", "1961-03-05\"]");
        var read = Parse(text).Entries[0];
        read.Names.Select(n => n.Text).ShouldBe(["Tarvo Nemelka", "Тарво Немелка", "Tarvo N.", "Tavi", "Tarvo Ibel", "Tarvo New"], ignoreOrder: true);
        read.Facts.Where(f => f.Property == "birthDate").Select(f => f.Value).ShouldBe(["1961-03-05"]);
    }

    [Fact]
    public void Countries_go_out_as_codes_where_they_are_recognised_and_come_in_as_they_were()
    {
        var entry = new Entry
        {
            Id = "1", Schema = "Person", Names = [new("Tarvo Nemelka", NameKind.Primary)],
            Facts = [new("nationality", "Iran (Islamic Republic of)"), new("country", "North Korea"), new("country", "Republic of Nowhere"), new("birthPlace", "Iran")],
        };
        Export([entry]).ShouldContain("\"nationality\":[\"ir\"],\"country\":[\"kp\",\"Republic of Nowhere\"],\"birthPlace\":[\"Iran\"]");
        RoundTrip([entry]);
    }

    [Fact]
    public void Lines_that_share_an_id_are_merged_by_the_archive_like_those_of_every_list()
    {
        using var data = new TestFolder();
        string[] lines = ["""{"id":"a","schema":"Person","properties":{"name":["Tarvo Nemelka"],"country":["ir"]}}""", """{"id":"a","schema":"Person","properties":{"name":["Tarvo Ibel"],"country":["iq"]}}"""];
        var result = new ListImport("my-list", [new("list.jsonl", Encoding.UTF8.GetBytes(string.Join('\n', lines)), default)])
            .Run(new ListArchive(data.Folder, data.Said.Add), data.Lock, data.Time, TestContext.Current.CancellationToken);
        result.Warnings.ShouldHaveSingleItem().ShouldContain("entry id a stands 2 times");
        var merged = new ListArchive(data.Folder, data.Said.Add).Load("my-list", result.Version.Version, cancel: TestContext.Current.CancellationToken).Entries.ShouldHaveSingleItem();
        merged.Names.ShouldBe([new("Tarvo Nemelka", NameKind.Primary), new("Tarvo Ibel", NameKind.Alias)]);
        merged.Facts.Select(f => f.Value).ShouldBe(["ir", "iq"]);
    }

    static string Export(IEnumerable<Entry> entries)
    {
        var stream = new MemoryStream();
        FtmWriter.Write("my-list", entries, stream, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    static void RoundTrip(IReadOnlyList<Entry> entries)
    {
        var read = Parse(Export(entries)).Entries;
        read.Length.ShouldBe(entries.Count);
        foreach (var (a, b) in entries.Zip(read))
        {
            var (before, after) = (EntryText.Of(a), EntryText.Of(b));
            // A difference of the whole text of an entry would be too long to read.
            if (before != after) after.Split('\n').ShouldBe(before.Split('\n'), ignoreOrder: false, a.Id + "\n" + string.Join('\n',
                before.Split('\n').Zip(after.Split('\n')).Where(l => l.First != l.Second).Take(2).Select(l => $"out: {l.First}\nin:  {l.Second}")));
        }
    }
}
