using System.Text;
using System.Text.Json;
using Ostrakon.Documents.Briefs;
using Ostrakon.Documents.Sources;
using Ostrakon.Documents.Tests.Mentions;

namespace Ostrakon.Documents.Tests.Briefs;

public class BriefPagesTests
{
    const string Text = "Vladimir Putin met Kim Jong Un in Moscow on Tuesday. <script>alert(1)</script> & \"quotes\" stay text. Farid Nassour Kaltani was there.";

    static Brief Read() => new BriefReader(SmallList.Screener).Read(new SourceDocument { Id = "a1", Text = Text, Share = 1 });

    [Fact]
    public void Html_is_one_file_that_asks_nobody_and_runs_nothing()
    {
        var page = BriefHtml.Page(Read(), SmallList.Snapshot);
        page.ShouldContain("&lt;script&gt;");
        page.ShouldNotContain("<script", Case.Insensitive);
        page.ShouldNotContain(" src=", Case.Insensitive);
        page.ShouldNotContain("url(", Case.Insensitive);
        page.ShouldContain("default-src 'none'");
        page.ShouldContain("us-ofac-sdn 35096");
    }

    [Fact]
    public void Text_puts_listed_parties_first_with_list_programme_and_reason()
    {
        var page = BriefText.Page(Read(), SmallList.Snapshot);
        page.IndexOf("WHO IS LISTED", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("ALL PARTIES", StringComparison.Ordinal));
        page.ShouldContain("us-ofac-sdn 35096");
        page.ShouldContain("RUSSIA-EO14024");
    }

    [Fact]
    public void Json_has_the_members_of_the_contract()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) BriefJson.Write(writer, Read(), SmallList.Snapshot, withVersions: true, ("id", "a1"));
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        json.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(["id", "document", "parties", "events", "exposure", "versions", "demonstration"]);
        var document = json.RootElement.GetProperty("document");
        document.GetProperty("id").GetString()!.ShouldStartWith("sha256:");
        var text = document.GetProperty("text").GetString()!;
        foreach (var party in json.RootElement.GetProperty("parties").EnumerateArray())
            foreach (var mention in party.GetProperty("mentions").EnumerateArray())
                if (mention.GetProperty("in").GetString() == "text")
                    text[mention.GetProperty("start").GetInt32()..mention.GetProperty("end").GetInt32()].ShouldBe(mention.GetProperty("text").GetString());
    }
}
