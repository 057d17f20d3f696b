using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Stories;

namespace Ostrakon.Documents.Tests.Stories;

public class StoryIndexTests
{
    static readonly string[] Paragraphs =
    [
        "Coast guards boarded the tanker on Tuesday and found that its papers had been forged, officials said in the capital.",
        "The crew was questioned for two days before the captain was allowed to leave, a spokesman for the coast guard said.",
        "Investigators believe that the ship carried crude oil under the flag of a state that struck it off its register last year.",
        "Its owner, a company without an office or a telephone, bought the vessel in March from a scrap dealer for nine million dollars.",
        "The insurer named in the papers told the harbour authority that it had never heard of the ship and had issued no cover.",
        "Environmental groups have warned for years that old tankers without insurance endanger the narrow strait and its beaches.",
    ];

    static readonly string Other = string.Join('\n',
        "The parliament passed the budget late on Friday after a debate that lasted nineteen hours and three interruptions.",
        "The finance minister said that spending on schools would rise by four percent, while the army would receive nothing more.",
        "Members of the opposition left the chamber before the vote and accused the government of hiding the true deficit.");

    static readonly string Story = string.Join('\n', Paragraphs);

    static string?[] Ids(params string[] texts)
    {
        var index = new StoryIndex();
        return [.. texts.Select(t => index.IdOf(StorySketch.Of(t)))];
    }

    [Fact]
    public void The_same_text_has_the_same_id_in_every_batch_however_it_is_set()
    {
        var id = Ids(Story)[0];
        id.ShouldBe("5ccdff9979df9778");                                 // fixed: the same on every machine and in every version
        Ids(Other, Story.ToUpperInvariant().Replace('\n', ' '))[1].ShouldBe(id);
    }

    [Fact]
    public void Other_clutter_a_cut_and_edits_leave_the_story_what_it_is()
    {
        var cluttered = $"Home News World Business Sport\nListen to this article\n{Story}\nRead more: ten beaches to see before the summer ends\nSubscribe to our newsletter for daily updates from the region";
        var cut = string.Join('\n', Paragraphs.Take(2));
        var edited = Story.Replace("Tuesday", "Wednesday", StringComparison.Ordinal).Replace("nine million", "eight million", StringComparison.Ordinal).Replace("for years", "repeatedly", StringComparison.Ordinal);
        Ids(Story, Other, cluttered, cut, edited).ShouldBe([Ids(Story)[0], Ids(Other)[0], Ids(Story)[0], Ids(Story)[0], Ids(Story)[0]]);
    }

    [Fact]
    public void A_story_is_recognised_from_its_beginning() => Ids(string.Join('\n', Paragraphs.Take(2)), Story).Distinct().Count().ShouldBe(1);

    [Fact]
    public void Stories_with_a_shared_phrase_stay_two()
    {
        const string phrase = "The agency declined to comment on the matter when it was asked by reporters on the phone.";
        Ids($"{Story}\n{phrase}", $"{Other}\n{phrase}").Distinct().Count().ShouldBe(2);
        Ids("Photo by the author.", "Photo by the editor.").Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Pages_of_two_sites_with_one_story_have_one_id()
    {
        var one = $"<html><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav><article><h1>Tanker boarded</h1>{string.Concat(Paragraphs.Select(p => $"<p>{p}</p>"))}</article><footer>© The Harbour Post</footer></body></html>";
        var two = $"<html><body><div class='menu'><ul><li>Latest</li><li>Videos</li></ul></div><div class='story'><h2>Forged papers on tanker</h2><div class='share'>Share Tweet Mail</div>{string.Concat(Paragraphs.Take(5).Select(p => $"<p>{p}</p>"))}<div class='related'><a href='/x'>Ten beaches to see</a></div></div><div class='comments'><p>I knew it all along, these ships are everywhere.</p></div></body></html>";
        string Text(string html) => ArticleReader.ReadPage(html, cancel: TestContext.Current.CancellationToken).Text;
        Ids(Text(one), Text(two)).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void A_text_without_words_tells_no_story()
    {
        StorySketch.Of("").ShouldBeNull();
        StorySketch.Of("two words").ShouldBeNull();
        new StoryIndex().IdOf(null).ShouldBeNull();
    }
}
