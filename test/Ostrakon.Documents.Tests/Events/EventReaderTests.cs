using System.Text;
using CsCheck;
using Ostrakon.Documents.Events;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Mentions;

namespace Ostrakon.Documents.Tests.Events;

public class EventReaderTests
{
    [Theory]
    [InlineData("Iran sold tanks to Venezuela.", "happened")]
    [InlineData("Iran is selling tanks to Venezuela.", "ongoing")]
    [InlineData("Iran will sell tanks to Venezuela.", "planned")]
    [InlineData("Iran plans to sell tanks to Venezuela.", "planned")]
    [InlineData("Iran may sell tanks to Venezuela.", "possible")]
    [InlineData("Iran will sell tanks to Venezuela if Cuba agrees.", "conditional")]
    [InlineData("Iran reportedly sold tanks to Venezuela.", "alleged")]
    [InlineData("Iran did not sell tanks to Venezuela.", "not-happened")]
    [InlineData("Iran has yet to sell tanks to Venezuela.", "not-happened")]
    [InlineData("Iran refused to sell tanks to Venezuela.", "not-happened")]
    [InlineData("Iran would have sold tanks to Venezuela.", "not-happened")]
    [InlineData("It is unclear whether Iran sold tanks to Venezuela.", "uncertain")]
    [InlineData("Iran is selling tanks to Venezuela for its war in Guyana, and Caracas can pay for them.", "ongoing")]
    public void Tense_mood_and_negation_decide_how_real_a_deed_is(string text, string factuality)
    {
        var told = Told.Read(text).Events.Where(e => e.Kind == "transfer").ShouldHaveSingleItem();
        told.Factuality.ShouldBe(factuality);
    }

    [Theory]
    [InlineData("Iran sold tanks to Venezuela, Syria said.", "transfer Iran > Venezuela : tanks happened by Syria")]
    [InlineData("According to Syria, Iran sold tanks to Venezuela.", "transfer Iran > Venezuela : tanks happened by Syria")]
    [InlineData("Iran denied that it had sold tanks to Venezuela.", "deny Iran > - : - happened", "transfer Iran > Venezuela : tanks denied by Iran")]
    [InlineData("Syria accused Iran of attacking Iraq.", "accuse Syria > Iran : - happened", "attack Iran > Iraq : - alleged by Syria")]
    public void Who_says_so_is_kept(string text, params string[] told) => Told.Lines(text).ShouldBe(told);

    [Fact]
    public void A_deed_told_twice_is_one_event_with_two_pieces_of_evidence()
    {
        var told = Told.Read("Iran attacked Iraq. Iran attacked Iraq, Syria said.").Events.ShouldHaveSingleItem();
        told.Evidence.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("Iran attacked Iraq on Tuesday.", "2024-05-16", "2024-05-14")]
    [InlineData("Iran attacked Iraq last month.", "2024-05-16", "2024-04")]
    [InlineData("Iran attacked Iraq in 2019.", null, "2019")]
    [InlineData("Iran attacked Iraq on Tuesday.", null, null)]
    public void A_time_is_resolved_against_the_documents_date_or_left(string text, string? date, string? value)
    {
        var told = Told.Read(text, date is null ? null : DateOnly.ParseExact(date, "yyyy-MM-dd")).Events.ShouldHaveSingleItem();
        told.Time.ShouldNotBeNull().Value.ShouldBe(value);
    }

    [Fact]
    public void Other_languages_have_no_events()
    {
        var article = new Article { Text = "Iran attacked Iraq.", Method = "text", Language = "fa" };
        EventReader.Read(article, []).Events.ShouldBeEmpty();
    }

    static readonly string[] Scraps =
    [
        "Iran", "Putin", "sold", "to", "of", "if", "has", "yet", "denied", "that", "tanks", "sanctions", "on", "according", ",", ".", "\"", "’s", "-", "\n", "said",
        "talks", "between", "and", "whether", "?", "who", "was", "been", "attacked", "by", "its", "it", "Whether", "No", "\ud83d\ude00", "\u0627\u0644", "841", "the",
    ];

    [Fact]
    public void Any_text_is_read_and_every_span_lies_in_it() =>
        Gen.OneOf(Gen.String, Gen.Int[0, Scraps.Length - 1].Array[0, 60].Select(words => string.Join(' ', words.Select(w => Scraps[w])))).Sample(text =>
        {
            var parties = Enumerable.Range(0, text.Length).Where(i => text.AsSpan(i).StartsWith("Iran"))
                .Select((i, n) => new DocumentParty { Id = $"p{n + 1}", Name = "Iran", Kind = PartyKind.Government, Mentions = [new(i, i + 4, "Iran", false, MentionHow.FullName)] });
            var reading = EventReader.Read(new Article { Text = text, Method = "text" }, [.. parties]);
            foreach (var e in reading.Events)
            {
                foreach (var span in e.Evidence.Append(e.Trigger)) text[span.Start..span.End].ShouldBe(span.Text);
                foreach (var id in e.Agent.Concat(e.Counterpart).Concat(e.Attribution)) reading.Parties.ShouldContain(p => p.Id == id);
            }
        });

    [Fact]
    public void A_long_line_without_a_point_is_read_in_pieces()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 20_000; i++) text.Append("Iran sold tanks to Venezuela and ");
        EventReader.Read(new Article { Text = text.ToString(), Method = "text" }, []).Events.Length.ShouldBeLessThan(20_000);
    }
}
