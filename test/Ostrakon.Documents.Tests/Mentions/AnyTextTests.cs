using System.Text;
using CsCheck;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Mentions;

namespace Ostrakon.Documents.Tests.Mentions;

/// <summary>Whatever the text: no exception, and every span is one of the text and cuts no character in half.</summary>
public class AnyTextTests
{
    static readonly string[] Pieces =
    [
        "Vladimir Putin", "Putin", "Kim", "KIM JONG UN", "Meridian Reef", "Ahmed Hassan", "the ", "The ", "of ", "Ministry", "President ", "Dr. ", "U.S.", "Moscow",
        "’s ", "'", "ʼ", "ʻ", "-", " - ", ", ", ". ", "\n", "\n\n", "\t", "\u00a0", "\u200b", "\u00ad", "é", "e\u0301", "\u0301", "İ", "ß", "ﬁ", "Путин", "Владимир ",
        "金正恩", "김정은", "بوتين", "שלום", "\u202e", "😀", "👨‍👩‍👧", "1,000", "№ 5", "«", "“", "(", ")", "[", "a", "Z", "\u0085", "\u2028", "&", "/", "|",
    ];

    static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(string.Concat);

    [Fact]
    public void Spans_are_valid_in_any_text() => Gen.Select(Texts, Texts).Sample((title, body) => Check(title, body), iter: 3000);

    [Fact]
    public void Spans_are_valid_in_half_characters() => Gen.Char.Array[0, 80].Select(c => new string(c)).Sample(text => Check(null, text), iter: 3000);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Kim")]
    [InlineData("\ud83d")]
    [InlineData("ʼ")]
    public void Small_texts(string text) => Check(null, text);

    [Fact]
    public void Long_lists_of_names_stay_linear()
    {
        // Same forename, other family names: what a directory looks like. Quadratic work would not end.
        var text = new StringBuilder();
        for (var i = 0; i < 20_000; i++) text.Append("Ali ").Append((char)('A' + i % 26)).Append("ovar").Append(Letters(i)).Append('\n');
        Check(null, text.ToString());
    }

    static string Letters(int number) => string.Concat(number.ToString().Select(d => (char)('a' + d - '0')));

    static void Check(string? title, string body)
    {
        foreach (var party in MentionFinder.Find(new Article { Title = title, Text = body, Method = "text" }, SmallList.Screener))
        {
            party.Mentions.ShouldNotBeEmpty();
            foreach (var mention in party.Mentions)
            {
                var text = mention.InTitle ? title! : body;
                mention.Start.ShouldBeInRange(0, mention.End - 1);
                mention.End.ShouldBeLessThanOrEqualTo(text.Length);
                text[mention.Start..mention.End].ShouldBe(mention.Text);
            }
        }
    }
}
