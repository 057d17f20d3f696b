using System.Text;
using Ostrakon.Documents.Extraction;

namespace Ostrakon.Documents.Tests.Extraction;

public class PageArticleTests
{
    const string Html = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Tanker seized off the coast - The Harbour Post</title>
        <meta property="og:site_name" content="The Harbour Post"><meta property="article:published_time" content="2023-09-14T08:00:00Z">
        <meta name="author" content="Mara Lindqvist"><link rel="canonical" href="https://harbourpost.example/tanker"></head><body>
        <nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
        <article><h1>Tanker seized off the coast</h1><div class="byline">By Mara Lindqvist</div>
        <p>Coast guards boarded the tanker on Tuesday &amp; found that its papers had been forged, officials said in the capital.</p>
        <figure><img src="a.jpg"><figcaption>The tanker in port. Photo: Getty Images</figcaption></figure>
        <p>The vessel had changed its flag three times since spring, according to port records seen by investigators.</p>
        <h2>Who owns the ship</h2>
        <p>Its owner, a company with one employee, did not answer questions, and the phone number in its filings is out of use.</p>
        <div class="newsletter">Sign up for our newsletter</div>
        <p>The crew was questioned for two days before the captain was allowed to leave, a spokesman for the coast guard said.</p></article>
        <section class="comments"><h3>Comments</h3><p>I knew it all along, these ships are everywhere and nobody does a thing about it, said my uncle.</p></section>
        <footer>© 2023 The Harbour Post. All rights reserved.</footer></body></html>
        """;

    static readonly Article Article = ArticleReader.Read(Encoding.UTF8.GetBytes(Html));

    [Fact]
    public void The_body_stays_and_the_clutter_goes()
    {
        Article.Text.ShouldContain("Coast guards boarded the tanker on Tuesday & found");
        Article.Text.ShouldContain("The crew was questioned for two days");
        Article.Text.ShouldNotContain("newsletter");
        Article.Text.ShouldNotContain("my uncle");
        Article.Text.ShouldNotContain("Getty");
        Article.Text.ShouldNotContain("All rights reserved");
    }

    [Fact]
    public void What_the_page_says_of_itself_is_read()
    {
        Article.Title.ShouldBe("Tanker seized off the coast");
        Article.Author.ShouldBe("Mara Lindqvist");
        (Article.Published, Article.PublishedEvidence).ShouldBe(("2023-09-14", "meta"));
        Article.Site.ShouldBe("The Harbour Post");
        Article.Language.ShouldBe("en");
        Article.Url.ShouldBe("https://harbourpost.example/tanker");
    }

    [Fact]
    public void Every_block_knows_its_place_in_the_source()
    {
        Article.Blocks.ShouldNotBeEmpty();
        foreach (var block in Article.Blocks)
        {
            var text = Article.Text[block.Start..block.End];
            var source = Html[block.SourceStart..block.SourceEnd];
            source.ShouldContain(text[..Math.Min(20, text.Length)]);
            source.Replace("&amp;", "&", StringComparison.Ordinal).ShouldContain(text);
        }
        string.Join('\n', Article.Blocks.Select(b => Article.Text[b.Start..b.End])).ShouldBe(Article.Text);
    }

    [Fact]
    public void Everything_dropped_has_a_reason()
    {
        Article.Dropped.ShouldContain(d => d.Reason == "subscribe" && d.Text.Contains("newsletter"));
        Article.Dropped.ShouldContain(d => d.Reason == "comment" && d.Text.Contains("my uncle"));
        Article.Dropped.ShouldAllBe(d => d.Reason.Length > 0 && d.SourceEnd > d.SourceStart);
    }

    static Article ReadPage(string body) => ArticleReader.ReadPage(
        $"<html lang='en'><head><title>Tanker seized off the coast</title></head><body>{body}</body></html>", cancel: TestContext.Current.CancellationToken);

    const string Story = "<h1>Tanker seized off the coast</h1>"
        + "<p>Coast guards boarded the tanker on Tuesday and found that its papers had been forged, officials said in the capital.</p>"
        + "<p>The vessel had changed its flag three times since spring, according to port records seen by investigators.</p>";

    [Fact]
    public void Comments_that_read_like_an_article_go()
    {
        var comments = string.Concat(Enumerable.Range(1, 8).Select(static i =>
            $"<li class='comment' id='comment-{i}'><div class='comment-body'><p>The report leaves out that the harbour master signed the papers himself, which the inspectors of the port had found out in week {i} of their inquiry.</p></div></li>"));
        var text = ReadPage($"<article>{Story}<div id='comments'><ul class='comment-list'>{comments}</ul></div></article>").Text;
        text.ShouldContain("three times since spring");
        text.ShouldNotContain("harbour master");
    }

    [Fact]
    public void Where_there_is_nothing_but_comments_they_are_the_text() =>
        ReadPage("<h1>Tanker seized off the coast</h1><div class='comments'><div class='comment'><p>Coast guards boarded the tanker on Tuesday and found that its papers had been forged, officials said in the capital.</p></div>"
            + "<div class='comment'><p>The vessel had changed its flag three times since spring, according to port records seen by investigators.</p></div></div>").Text.ShouldContain("Coast guards boarded");
}
