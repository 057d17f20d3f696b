using System.Text.Json;
using Ostrakon.Documents.Extraction;
using Ostrakon.TestData;

namespace Ostrakon.Documents.Tests.Extraction;

public class SeedArticleTests
{
    [Fact]
    public void The_scraped_seed_story_comes_out_clean_and_whole()
    {
        var gold = JsonDocument.Parse(File.ReadAllBytes(SharedData.File("data/events/seed.json"))).RootElement;
        var article = ArticleReader.Read(File.ReadAllBytes(SharedData.File("data/events/seed-article.txt")), cancel: TestContext.Current.CancellationToken);

        article.Title.ShouldBe(gold.GetProperty("clean_title").GetString());
        article.Text.Split('\n').ShouldBe(gold.GetProperty("clean_paragraphs").EnumerateArray().Select(p => p.GetString()!));
        article.Dropped.Select(d => d.Text).ShouldBe(gold.GetProperty("clutter").EnumerateArray().Select(c => c.GetProperty("text").GetString()!));
    }
}
