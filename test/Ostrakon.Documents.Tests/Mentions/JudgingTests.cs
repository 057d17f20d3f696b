using Ostrakon.Documents.Briefs;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Mentions;
using Ostrakon.TestData;

namespace Ostrakon.Documents.Tests.Mentions;

/// <summary>The rows of Fixtures/judging.md, one test each.</summary>
public class JudgingTests
{
    public static IEnumerable<TheoryDataRow<string, string, string, string>> Rows() =>
        File.ReadLines(SharedData.Fixture("judging.md")).Where(l => l.StartsWith('|')).Skip(2)
            .Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries)).Select(c => new TheoryDataRow<string, string, string, string>(c[0], c[1], c[2], c[3]));

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_judge_says(string text, string entry, string tier, string because)
    {
        var parties = MentionFinder.Find(new Article { Text = text, Method = "text" }, SmallList.Screener);
        var listing = parties.SelectMany(p => p.Listings).Where(l => l.Hit.Party.Id == $"us-ofac-sdn-{entry}").ShouldHaveSingleItem();
        Words.Of(listing.Tier).ShouldBe(tier, listing.Why);
        listing.Why.ShouldContain(because);
    }

    [Theory]
    [InlineData("The minister opened a bridge on Tuesday and spoke of fortune and reef.")]
    [InlineData("Andrew Smith and Mary Jones walked along the meridian.")]
    public void A_text_without_listed_parties_has_no_listings(string text) =>
        MentionFinder.Find(new Article { Text = text, Method = "text" }, SmallList.Screener).ShouldAllBe(p => p.Listings.IsEmpty);
}
