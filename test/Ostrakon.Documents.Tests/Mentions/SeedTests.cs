using System.Text.Json;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Mentions;
using Ostrakon.TestData;

namespace Ostrakon.Documents.Tests.Mentions;

public class SeedTests
{
    static readonly Lazy<DocumentParty[]> Found = new(() =>
    {
        using var seed = JsonDocument.Parse(File.ReadAllText(SharedData.File("data/events/seed.json")));
        var paragraphs = seed.RootElement.GetProperty("clean_paragraphs").EnumerateArray().Select(p => p.GetString()!);
        var article = new Article { Title = seed.RootElement.GetProperty("clean_title").GetString(), Text = string.Join('\n', paragraphs), Method = "text" };
        return [.. MentionFinder.Find(article, SmallList.Screener)];
    });

    static DocumentParty Party(string name, PartyKind kind) => Found.Value.Single(p => p.Name == name && p.Kind == kind);

    [Fact]
    public void Putin_is_found_with_every_bare_mention()
    {
        var putin = Party("Vladimir Putin", PartyKind.Person);
        putin.Mentions.Count(m => m.InTitle).ShouldBe(1);
        putin.Mentions.Count(m => !m.InTitle && m.Text == "Putin").ShouldBe(3);
        putin.Listings.Single().Hit.Party.Id.ShouldBe("us-ofac-sdn-35096");
    }

    [Fact]
    public void Kim_is_found_with_every_bare_mention_but_not_in_the_name_of_another()
    {
        var kim = Party("Kim Jong Un", PartyKind.Person);
        kim.Mentions.Where(m => m.How is MentionHow.FullName or MentionHow.Surname).Select(m => (m.InTitle, m.Text))
            .ShouldBe([(true, "Kim Jong Un"), (false, "Kim Jong Un"), (false, "Kim"), (false, "Kim"), (false, "Kim")]);
        kim.Listings.Single().Hit.Party.Id.ShouldBe("us-ofac-sdn-20171");
    }

    [Fact]
    public void Capitals_that_act_are_governments()
    {
        Party("North Korea", PartyKind.Government).Mentions.Count(m => m.Text == "Pyongyang").ShouldBe(4);
        Party("Russia", PartyKind.Government).Mentions.Count(m => m.Text == "Moscow").ShouldBe(3);
        Party("United States", PartyKind.Government).Mentions.Count(m => m.Text == "Washington").ShouldBe(1);
    }

    [Fact]
    public void Spans_are_exact()
    {
        using var seed = JsonDocument.Parse(File.ReadAllText(SharedData.File("data/events/seed.json")));
        var text = string.Join('\n', seed.RootElement.GetProperty("clean_paragraphs").EnumerateArray().Select(p => p.GetString()!));
        var title = seed.RootElement.GetProperty("clean_title").GetString()!;
        foreach (var mention in Found.Value.SelectMany(p => p.Mentions))
            (mention.InTitle ? title : text)[mention.Start..mention.End].ShouldBe(mention.Text);
    }
}
