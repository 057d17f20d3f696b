using Ostrakon.Documents.Extraction;

namespace Ostrakon.Documents.Tests.Extraction;

public class MetadataTests
{
    const string Body = "<p>Coast guards boarded the tanker on Tuesday and found that its papers had been forged, officials said in the capital.</p>"
        + "<p>The crew was questioned for two days before the captain was allowed to leave, a spokesman for the coast guard said.</p>";

    static Article Read(string beside, string head = "", string? url = null, string after = "") => ArticleReader.ReadPage(
        $"<html lang='en'><head><title>Tanker seized</title>{head}</head><body><article><h1>Tanker seized</h1>{beside}{Body}</article>{after}</body></html>", new SourceHint { Url = url }, TestContext.Current.CancellationToken);

    static string LinkedData(string fields) => $"<script type='application/ld+json'>{{\"@context\":\"https://schema.org\",\"@graph\":[{{\"@type\":\"WebSite\",\"name\":\"The Harbour Post\"}},{{\"@type\":\"NewsArticle\",{fields}}}]}}</script>";

    [Theory]
    [InlineData("<div>By Mara Lindqvist | 14 September 2023</div>", "Mara Lindqvist")]
    [InlineData("<div>By Mara Lindqvist and Tomas Ferrer, 14 September 2023</div>", "Mara Lindqvist and Tomas Ferrer")]
    [InlineData("<div>Von Mara Lindqvist Foto: Jan Okun</div>", "Mara Lindqvist")]
    [InlineData("<div>Interview: Mara Lindqvist</div>", "Mara Lindqvist")]
    [InlineData("<span class='author'>Mara Lindqvist, Chief Correspondent</span>", "Mara Lindqvist")]
    [InlineData("<span class='author'>Mara Lindqvist Last updated</span>", "Mara Lindqvist")]
    [InlineData("<a rel='author' href='/a'>Written by Mara Lindqvist</a>", "Mara Lindqvist")]
    [InlineData("<a rel='author' href='/a'>harbourcat</a>", "harbourcat")]
    public void A_byline_names_its_author(string beside, string author) => Read(beside).Author.ShouldBe(author);

    [Fact]
    public void A_byline_may_stand_at_the_end() => Read("", after: "<p>Text: Mara Lindqvist</p>").Author.ShouldBe("Mara Lindqvist");

    [Fact]
    public void A_login_and_the_site_are_authors_only_where_no_person_is_named()
    {
        var login = LinkedData("\"author\":{\"@type\":\"Person\",\"name\":\"m.lindqvist\"}");
        Read("<div>By Mara Lindqvist</div>", login).Author.ShouldBe("Mara Lindqvist");
        Read("", login).Author.ShouldBe("m.lindqvist");
        var site = "<meta property='og:site_name' content='The Harbour Post'>" + LinkedData("\"author\":{\"@type\":\"Organization\",\"name\":\"The Harbour Post\"}");
        Read("<div>By Mara Lindqvist</div>", site).Author.ShouldBe("Mara Lindqvist");
        Read("", site).Author.ShouldBe("The Harbour Post");
    }

    [Fact]
    public void Readers_are_no_authors() => Read("", after:
        "<section class='comments'><p class='comment-author'>Otto Reader</p><p>I knew it all along.</p><form id='commentform'><p class='comment-form-author'><label>Name</label></p></form></section>").Author.ShouldBeNull();

    [Theory]
    [InlineData("2023-09-14T23:30:00+02:00", "", null, "2023-09-14", "json-ld")]                                     // its own zone
    [InlineData("2023-09-14T23:30:00Z", "", null, "2023-09-14", "json-ld")]
    [InlineData("2023-09-14T23:30:00Z", "<p>15 September 2023</p>", null, "2023-09-15", "text")]
    [InlineData("2023-09-14T23:30:00Z", "", "https://example.org/2023/09/15/tanker", "2023-09-15", "url")]
    [InlineData("2023-09-14T23:30:00+02:00", "<p>15 September 2023</p>", null, "2023-09-14", "json-ld")]
    [InlineData("2023-09-14T23:30:00Z", "<p>20 September 2023</p>", null, "2023-09-14", "json-ld")]                   // another day altogether
    public void A_moment_in_UTC_is_the_day_that_readers_see(string moment, string beside, string? url, string day, string evidence)
    {
        var article = Read(beside, LinkedData($"\"datePublished\":\"{moment}\""), url);
        article.Published.ShouldBe(day);
        article.PublishedEvidence.ShouldBe(evidence);
    }

    [Theory]
    [InlineData("https://example.org/news/2023/oct/02/tanker", "2023-10-02")]
    [InlineData("https://example.org/news/29-10-2021", "2021-10-29")]
    [InlineData("https://example.org/news/20230915-tanker", "2023-09-15")]
    [InlineData("https://example.org/news/12345678-tanker", null)]
    [InlineData("https://example.org/2023/food/15/", null)]
    public void An_address_may_hold_the_date(string url, string? day) => Read("", url: url).Published.ShouldBe(day);

    [Theory]
    [InlineData("<p>Updated: 16 September 2023</p><p>Published: 14 September 2023</p>", "2023-09-14")]
    [InlineData("<p>Updated: 16 September 2023</p>", "2023-09-16")]
    [InlineData("<p>27.1.2022 - The harbour authority of the strait says that it has taken over the case from the coast guard, which had boarded the vessel on the day before, and will speak to the owners.</p>", "2022-01-27")]
    [InlineData("<p>Le 3 février 2021</p>", "2021-02-03")]
    [InlineData("<p>2024年3月5日</p>", "2024-03-05")]
    public void A_date_near_the_headline_is_read(string beside, string day) => Read(beside).Published.ShouldBe(day);

    [Theory]
    [InlineData("<time datetime='2023-09-20'>20 September 2023</time>", "2023-09-20", "time")]                        // marked, beside the headline: what readers see
    [InlineData("<span class='date'>20.09.2023</span>", "2023-09-20", "text")]
    [InlineData("<span class='date'>Updated 20 September 2023</span>", "2023-09-14", "json-ld")]                       // of a change
    [InlineData("<span class='date'>14/09/2023</span>", "2023-09-14", "json-ld")]
    [InlineData("<div class='related'><p>More</p><p>Coast</p><p>Port</p><p>Sea</p><span class='date'>20 September 2023</span></div>", "2023-09-14", "json-ld")]
    public void A_marked_date_beside_the_headline_settles_what_the_data_say(string beside, string day, string evidence)
    {
        var article = Read(beside, LinkedData("\"datePublished\":\"2023-09-14T10:30:00+02:00\""));
        article.Published.ShouldBe(day);
        article.PublishedEvidence.ShouldBe(evidence);
    }

    [Fact]
    public void Data_that_differ_are_settled_by_what_is_printed()
    {
        var article = Read("<div>16 September 2023</div>", "<meta name='date' content='2023-09-16'>" + LinkedData("\"datePublished\":\"2023-09-14T10:30:00+02:00\""));
        article.Published.ShouldBe("2023-09-16");
        article.PublishedEvidence.ShouldBe("meta");
    }

    [Theory]
    [InlineData("<div>02/10/2020</div>", "https://example.org/2020/oct/02/tanker", "2020-10-02")]
    [InlineData("", "https://web.archive.org/web/20131110121040/http://example.org/2013/04/04/tanker", "2013-04-04")]
    public void The_address_settles_the_order_of_figures_and_is_not_that_of_an_archive(string beside, string url, string day) => Read(beside, url: url).Published.ShouldBe(day);

    [Fact]
    public void A_date_at_the_foot_counts_where_it_says_published() =>
        Read("", after: string.Concat(Enumerable.Repeat("<p>Another ship.</p>", 12)) + "<p>The next edition is out on 6 November 2023.</p><footer><p>Last change: 31.10.2023 - 14:49<br>Published on: 01.11.2023<br>Readers: 61</p></footer>").Published.ShouldBe("2023-11-01");

    [Fact]
    public void Linked_data_with_a_bracket_too_many_are_read() =>
        Read("", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2023-09-14\"}}</script>").Published.ShouldBe("2023-09-14");

    [Fact]
    public void An_element_left_open_in_noscript_swallows_nothing() => Read("<noscript><div id='nojava'></noscript>").Text.ShouldContain("The crew was questioned");
}
