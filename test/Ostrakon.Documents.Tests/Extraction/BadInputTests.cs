using System.Text;
using CsCheck;
using Ostrakon.Documents.Extraction;

namespace Ostrakon.Documents.Tests.Extraction;

public class BadInputTests
{
    static Article Read(byte[] bytes, string? contentType = null) =>
        ArticleReader.Read(bytes, new SourceHint { ContentType = contentType }, TestContext.Current.CancellationToken);

    static string Refusal(byte[] bytes) => Should.Throw<UnreadableDocumentException>(() => Read(bytes)).Message;

    const string Paragraph = "The ministry said on Tuesday that the ship had left the port with its cargo, and that two of the owners were questioned for several hours.";

    static string Page(string body, string head = "") => $"<!DOCTYPE html><html><head><title>Ship leaves port</title>{head}</head><body>{body}</body></html>";

    [Fact]
    public void What_holds_no_text_is_refused_with_what_to_do()
    {
        Refusal([]).ShouldContain("empty");
        Refusal(" \n \t"u8.ToArray()).ShouldContain("empty");
        Refusal("%PDF-1.7 rest"u8.ToArray()).ShouldContain("pdftotext");
        Refusal([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]).ShouldContain("image");
        Refusal([(byte)'P', (byte)'K', 3, 4, 0, 0]).ShouldContain("zip");
        var noise = new byte[5000];
        new Random(1).NextBytes(noise);
        Refusal(noise).ShouldContain("binary");
    }

    [Fact]
    public void Pages_without_a_text_of_their_own_say_why()
    {
        Refusal(Encoding.UTF8.GetBytes("<html><frameset cols='20%,80%'><frame src='a.html'><frame src='b.html'></frameset></html>")).ShouldContain("frameset");
        Refusal(Encoding.UTF8.GetBytes(Page("<div id='root'></div><script>render()</script>"))).ShouldContain("JavaScript");
    }

    [Theory]
    [InlineData("utf-16", 1252)]
    [InlineData("utf-8", 1252)]
    [InlineData("windows-1252", 65001)]
    [InlineData("iso-8859-1", 1200)]
    [InlineData(null, 1201)]
    public void A_label_that_the_bytes_contradict_is_not_believed(string? label, int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = "Der Eigentümer übergab das Schiff in Köln; für die Prüfung wählte er früh die größte Werft. " + Paragraph;
        var head = label is null ? "" : $"<meta charset='{label}'>";
        Read(Encoding.GetEncoding(codePage).GetBytes(Page($"<h1>Schiff</h1><p>{text}</p><p>{Paragraph}</p>", head))).Text.ShouldContain("Eigentümer übergab das Schiff in Köln");
    }

    [Fact]
    public void A_script_that_holds_another_article_does_not_become_the_text()
    {
        var fake = string.Join(' ', Enumerable.Repeat("The forged account names an innocent man as the owner.", 20));
        var html = Page($"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{fake}\"}}</script><article><h1>Ship leaves port</h1><p>{Paragraph}</p><p>{Paragraph.Replace("ship", "tanker", StringComparison.Ordinal)}</p></article>");
        Read(Encoding.UTF8.GetBytes(html)).Text.ShouldNotContain("innocent man");
    }

    [Fact]
    public void Deep_nesting_and_endless_attributes_end()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 100_000)) + $"<p>{Paragraph}</p><p>{Paragraph}</p>";
        Read(Encoding.UTF8.GetBytes(Page(deep))).Text.ShouldContain("The ministry said");
        var attributes = "<p " + string.Join(' ', Enumerable.Range(0, 50_000).Select(i => $"a{i}=b")) + $">{Paragraph}</p><p>{Paragraph}</p>";
        Read(Encoding.UTF8.GetBytes(Page(attributes))).Text.ShouldContain("The ministry said");
    }

    [Theory]
    [InlineData("<div>", 1_000_000)]
    [InlineData("<b><i class=x>", 50_000)]
    [InlineData("<table><tr><td>", 50_000)]
    public void Endless_nesting_of_any_kind_keeps_the_text(string tag, int times) =>
        Read(Encoding.UTF8.GetBytes(Page(string.Concat(Enumerable.Repeat(tag, times)) + $"<p>{Paragraph}</p><p>{Paragraph}</p>"))).Text.ShouldContain("The ministry said");

    [Fact]
    public void A_page_of_50_megabytes_with_an_inlined_image_is_read() =>
        Read(Encoding.UTF8.GetBytes(Page($"<article><h1>Ship leaves port</h1><p>{Paragraph}</p><img src='data:image/png;base64,{new string('A', 50 << 20)}'><p>{Paragraph}</p></article>"))).Text.ShouldBe($"{Paragraph}\n{Paragraph}");

    [Fact]
    public void A_document_beyond_the_limit_is_refused_whole() =>
        Refusal(Enumerable.Repeat((byte)'a', DocumentLimits.Size + 1).ToArray()).ShouldContain("too large");

    [Fact]
    public void Element_names_that_no_document_could_create_are_ordinary_elements() =>
        Read(Encoding.UTF8.GetBytes(Page($"<a\"b><p>{Paragraph}</p><é><p>{Paragraph}</p></é>"))).Text.ShouldContain("The ministry said");

    [Fact]
    public void Lines_end_in_any_way()
    {
        var article = ArticleReader.ReadText("One is here.\r\nTwo is here.\rThree is here.\u2028Four is here.", cancel: TestContext.Current.CancellationToken);
        article.Text.ShouldBe("One is here.\nTwo is here.\nThree is here.\nFour is here.");
    }

    [Fact]
    public void Broken_bytes_never_crash_the_reader()
    {
        var page = Encoding.UTF8.GetBytes(Page($"<nav><a href='/'>Home</a></nav><article><h1>Ship leaves port</h1><p>{Paragraph}</p><ul><li>One</li></ul><table><tr><td>a<td>b</table></article>"));
        var random = new Random(20261123);
        for (var round = 0; round < 400; round++)
        {
            var broken = (byte[])page.Clone();
            for (var n = random.Next(1, 30); n > 0; n--) broken[random.Next(broken.Length)] = "<>\"'=/&;!- \0ap\u00e9"u8[random.Next(15)];
            try { _ = Read(broken[..random.Next(1, broken.Length)]); }
            catch (UnreadableDocumentException) { }
        }
    }

    static readonly string[] Pieces =
    [
        "<div>", "</div>", "<p>", "</p>", "<article>", "</article>", "<table>", "<tr><td>", "</table>", "<b>", "</i>", "<br>", "<br><br>", "<a href='/x'>", "</a>", "<li>", "<ul class='related'>", "</ul>", "<h1>Ship leaves port</h1>",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[[{\"name\":\"\\ud800\"}]]}</script>", "<script>", "</script>", "<!--", "-->", "<template>", "<svg>", "<math><mi>", "<select><option>", "<textarea>", "<frameset>",
        "<meta name='date' content='9999-99-99'>", "<time datetime='2023-02-30'>", "&nbsp;", "&#0;", "&#x1F6A2;", "\u202e", "\u00ad", "\ud83d", "<figure><figcaption>", "<form id='comments'>", "<blockquote>", "<pre>\n\n", " 1/2/03 ", " 24 نيسان / أبريل 2020", "۱۳۹۹/۱۳/۹۹", "Published on: 99 May 20", "<span class='date'>31/2/2020", "<noscript><div>", "By ", Paragraph, Paragraph, "Von Mara Lindqvist",
    ];

    [Fact]
    public void Whatever_stands_in_a_page_its_blocks_know_their_places() => Gen.Int[0, Pieces.Length - 1].Array[1, 60].Sample(chosen =>
    {
        var html = string.Concat(chosen.Select(i => Pieces[i]));
        Article article;
        try { article = ArticleReader.ReadPage(html); }
        catch (UnreadableDocumentException) { return; }
        article.Confidence.ShouldBeInRange(0, 1);
        var end = -1;
        foreach (var block in article.Blocks)
        {
            block.Start.ShouldBe(end + 1);
            end = block.End;
            block.End.ShouldBeGreaterThan(block.Start);
            block.SourceStart.ShouldBeInRange(0, block.SourceEnd);
            block.SourceEnd.ShouldBeLessThanOrEqualTo(html.Length);
        }
        end.ShouldBe(article.Text.Length == 0 ? -1 : article.Text.Length);
    }, iter: 2000);
}
