using System.Collections.Immutable;
using Ostrakon.Index;
using Ostrakon.Joins;
using Ostrakon.Lists;
using Ostrakon.Parties;

namespace Ostrakon.Tests.Joins;

public sealed class JoinedPartiesTests
{
    static readonly DateTimeOffset Now = new(2026, 8, 1, 0, 0, 0, TimeSpan.Zero);

    static Entry Entry(string id, string name, params Fact[] facts) => new()
    {
        Id = id, Schema = "Person", Names = [.. name.Split('|').Select((n, i) => new PartyName(n, i == 0 ? NameKind.Primary : NameKind.Alias))], Facts = [.. facts],
    };

    static Fact Passport(string number, string? country = null) => new("passportNumber", number, Country: country);
    static Fact Un(string reference) => new("sanctions.unscId", reference);

    static Snapshot Compile(JoinChoices choices, params (string List, Entry[] Entries)[] lists)
    {
        using var stream = new MemoryStream();
        SnapshotCompiler.Compile([.. lists.Select(l =>
            (new ListVersion(l.List, "2026-01-01", new(2026, 1, 1), "option", Now, new string('0', 64), l.Entries.Length, 0, new(0, []), []), l.Entries.ToImmutableArray()))], stream, choices);
        return Snapshot.FromBytes(stream.ToArray());
    }

    /// <summary>Each party as "id: other entries", in the order of the snapshot.</summary>
    static string[] Parties(Snapshot snapshot) => [.. Enumerable.Range(0, snapshot.PartyCount).Select(snapshot.Party)
        .Select(p => string.Join(" ", p.Listings.Select(l => Party.IdOf(l.List, l.Entry.Id))))];

    static string[] Parties(params (string List, Entry[] Entries)[] lists) => Parties(Compile(JoinChoices.None, lists));

    [Fact]
    public void An_official_reference_joins_whatever_the_names_are()
    {
        using var snapshot = Compile(JoinChoices.None, ("eu-fsf", [Entry("7", "Tarvo Nemelka", Un("XXi.001"))]), ("uk-sl", [Entry("EXA1", "Another Spelling", Un("XXi.001"))]), ("un-sc", [Entry("XXi.001", "Tarwo Nemmelka")]));
        var party = snapshot.Party(0);
        Parties(snapshot).ShouldBe(["un-sc-XXi.001 eu-fsf-7 uk-sl-EXA1"]);
        party.Id.ShouldBe("un-sc-XXi.001");
        party.JoinedBy.Select(j => string.Join("+", j.Entries)).ShouldBe(["un-sc-XXi.001+eu-fsf-7", "un-sc-XXi.001+uk-sl-EXA1"], ignoreOrder: true);
        party.JoinedBy.ShouldAllBe(j => j.Reason.Contains("XXi.001", StringComparison.Ordinal));
        foreach (var id in new[] { "eu-fsf-7", "uk-sl-EXA1", "un-sc-XXi.001" }) snapshot.Find(id).ShouldBe(0);
    }

    [Fact]
    public void Two_entries_of_one_list_stay_two_and_the_better_name_gets_the_reference()
    {
        using var snapshot = Compile(JoinChoices.None,
            ("uk-sl", [Entry("EXA1", "Quillon Bardo", Un("XXi.001")), Entry("EXA2", "Tarvo Nemelka", Un("XXi.001"))]), ("un-sc", [Entry("XXi.001", "Tarvo Nemelka")]));
        Parties(snapshot).ShouldBe(["uk-sl-EXA1", "un-sc-XXi.001 uk-sl-EXA2"]);
        snapshot.Party(0).Suggestions.ShouldHaveSingleItem().Reason.ShouldContain("two entries");
    }

    [Fact]
    public void A_reference_to_a_party_of_another_kind_is_only_suggested()
    {
        using var snapshot = Compile(JoinChoices.None, ("uk-sl", [Entry("EXA1", "Tarvo", Un("XXi.001")) with { Schema = "Vessel" }]), ("un-sc", [Entry("XXi.001", "Tarvo")]));
        snapshot.PartyCount.ShouldBe(2);
        snapshot.Party(1).Suggestions.ShouldHaveSingleItem().Entry.ShouldBe("uk-sl-EXA1");
    }

    [Theory]
    [InlineData("Tarvo Nemelka", "P77812", "RW", "Nemelka, Tarvo", "P 77-812", "Rwanda", true)]    // the same document
    [InlineData("Tarvo Nemelka", "P77812", "RW", "Tarvo Nemelka", "P77812", null, true)]          // issuer not said
    [InlineData("Tarvo Nemelka", "P77812", "RW", "Tarvo Nemelka", "P77812", "CD", false)]         // another country's number
    [InlineData("Tarvo Nemelka", "P77812", "RW", "Quillon Bardo", "P77812", "RW", false)]         // the names do not agree
    [InlineData("Tarvo Nemelka", "P77812", "RW", "Тарво Немелка", "P77812", "RW", false)]         // no equal word: a person must look
    [InlineData("Tarvo Nemelka", "7781", "RW", "Tarvo Nemelka", "7781", "RW", false)]             // too short to prove anything
    public void Documents_join_where_issuer_and_name_agree(string name1, string number1, string? issuer1, string name2, string number2, string? issuer2, bool joined)
    {
        var parties = Parties(("us-ofac-sdn", [Entry("1", name1, Passport(number1, issuer1))]), ("uk-sl", [Entry("EXA1", name2, Passport(number2, issuer2))]));
        parties.Length.ShouldBe(joined ? 1 : 2);
    }

    [Fact]
    public void Other_birth_years_stand_against_a_shared_document()
    {
        static Entry Born(string id, string year) => Entry(id, "Tarvo Nemelka", Passport("P77812"), new Fact("birthDate", year));
        Parties(("us-ofac-sdn", [Born("1", "1961-03-04")]), ("uk-sl", [Born("EXA1", "1961")])).Length.ShouldBe(1);
        Parties(("us-ofac-sdn", [Born("1", "1961-03-04")]), ("uk-sl", [Born("EXA1", "1985")])).Length.ShouldBe(2);
    }

    [Fact]
    public void Another_hull_number_is_another_ship()
    {
        static Entry Ship(string id, string imo) => Entry(id, "Quillon Star", new Fact("imoNumber", imo), new Fact("mmsi", "511100123")) with { Schema = "Vessel" };
        Parties(("us-ofac-sdn", [Ship("1", "9074729")]), ("uk-sl", [Ship("EXA1", "IMO 9074729")])).Length.ShouldBe(1);
        Parties(("us-ofac-sdn", [Ship("1", "9074729")]), ("uk-sl", [Ship("EXA1", "8814275")])).Length.ShouldBe(2);
    }

    [Fact]
    public void A_name_alone_is_only_suggested()
    {
        using var snapshot = Compile(JoinChoices.None, ("us-ofac-sdn", [Entry("1", "Tarvo Nemelka")]), ("uk-sl", [Entry("EXA1", "NEMELKA Tarvo")]));
        snapshot.PartyCount.ShouldBe(2);
        snapshot.Party(0).Suggestions.ShouldBe([new("uk-sl-EXA1", "NEMELKA Tarvo", "the same primary name, which alone is no proof")]);
        snapshot.Party(1).JoinedBy.ShouldBeEmpty();
    }

    [Fact]
    public void A_copy_of_an_entry_is_no_listing_but_is_found()
    {
        var copy = Entry("abc", "Tarvo Nemelka", new Fact("sanctions.recordId", "12345", "OFAC entity number"));
        using var both = Compile(JoinChoices.None, ("us-csl", [copy]), ("us-ofac-sdn", [Entry("12345", "Tarvo Nemelka")]));
        Parties(both).ShouldBe(["us-ofac-sdn-12345"]);
        both.Find("us-csl-abc").ShouldBe(0);
        both.Party(0).JoinedBy.ShouldHaveSingleItem().Entries.ShouldBe(["us-ofac-sdn-12345", "us-csl-abc"]);
        Parties(("us-csl", [copy]), ("un-sc", [Entry("XXi.001", "Quillon Bardo")])).ShouldBe(["us-csl-abc", "un-sc-XXi.001"]);
    }

    [Fact]
    public void People_have_the_last_word()
    {
        (string, Entry[])[] lists = [("uk-sl", [Entry("EXA1", "Tarvo Nemelka", Un("XXi.001"))]), ("un-sc", [Entry("XXi.001", "Tarvo Nemelka"), Entry("XXi.002", "Quillon Bardo")])];
        var apart = new JoinChoices([new(false, "un-sc-XXi.001", "uk-sl-EXA1", Now)]);
        using var split = Compile(apart, lists);
        Parties(split).ShouldBe(["uk-sl-EXA1", "un-sc-XXi.001", "un-sc-XXi.002"]);
        split.Party(0).Suggestions.ShouldBeEmpty();
        using var moved = Compile(new([.. apart.All, new(true, "un-sc-XXi.002", "uk-sl-EXA1", Now)]), lists);
        Parties(moved).ShouldBe(["un-sc-XXi.002 uk-sl-EXA1", "un-sc-XXi.001"]);
        moved.Party(0).JoinedBy.ShouldHaveSingleItem().Reason.ShouldBe("joined by hand on 2026-08-01");
        Parties(Compile(new([new(true, "un-sc-XXi.002", "uk-sl-GONE", Now)]), lists)).Length.ShouldBe(2);
    }
}
