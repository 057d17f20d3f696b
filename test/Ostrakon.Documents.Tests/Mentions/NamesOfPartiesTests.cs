using System.Collections.Immutable;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Mentions;

namespace Ostrakon.Documents.Tests.Mentions;

public class NamesOfPartiesTests
{
    static ImmutableArray<DocumentParty> Read(string text) => MentionFinder.Find(new Article { Text = text, Method = "text" }, SmallList.Screener);

    [Theory]
    [InlineData("On Monday the US Secretary of State John Kerry travelled to Vienna.", "John Kerry", PartyKind.Person, "the US Secretary of State John Kerry", MentionHow.FullName)]
    [InlineData("Reporters asked the Minister for the Middle East about it.", "Minister for the Middle East", PartyKind.Person, "the Minister for the Middle East", MentionHow.Alias)]
    [InlineData("The strikes were flown in support of the government of Iraq.", "Iraq", PartyKind.Government, "the government of Iraq", MentionHow.FullName)]
    [InlineData("Troops joined Kurdish fighters near the town.", "Kurdish fighters", PartyKind.Organisation, "Kurdish fighters", MentionHow.FullName)]
    [InlineData("Nations that have flown strikes include Australia, Belgium and Canada.", "Belgium", PartyKind.Government, "Belgium", MentionHow.FullName)]
    [InlineData("A U.S. strike hit the depot.", "United States", PartyKind.Government, "U.S.", MentionHow.FullName)]
    [InlineData("The Narwhal Development Corporation (NADECO) sold pumps. Later NADECO closed.", "Narwhal Development Corporation", PartyKind.Organisation, "NADECO", MentionHow.Acronym)]
    public void A_party_has_its_span(string text, string name, PartyKind kind, string mention, MentionHow how) =>
        Read(text).ShouldContain(p => p.Name == name && p.Kind == kind && p.Mentions.Any(m => m.Text == mention && m.How == how));

    [Theory]
    [InlineData("There IS an oxygen bar in the city.", false)]
    [InlineData("The Islamic State fled the city. Later IS fighters came back.", true)]
    public void Initials_that_are_a_word_need_support(string text, bool named) =>
        Read(text).Any(p => p.Name == "Islamic State" || p.Mentions.Any(m => m.Text.Contains("IS", StringComparison.Ordinal))).ShouldBe(named);
}
