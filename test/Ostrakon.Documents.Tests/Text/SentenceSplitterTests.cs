using CsCheck;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Tests.Text;

public class SentenceSplitterTests
{
    static string[] Sentences(string text) => [.. SentenceSplitter.Split(text).Select(s => text[s.Start..s.End])];

    static string Words(string text) =>
        string.Join(' ', SentenceSplitter.Split(text).SelectMany(s => s.Tokens).Select(t => t.In(text).ToString()));

    [Theory]
    [InlineData("Gen. Ri met Mr. Smith. They talked.", "Gen. Ri met Mr. Smith.", "They talked.")]
    [InlineData("It sank off the U.S. coast. Nobody knew.", "It sank off the U.S. coast.", "Nobody knew.")]
    [InlineData("He flew to the U.S. The pilot stayed.", "He flew to the U.S.", "The pilot stayed.")]
    [InlineData("Submarine No. 841 left port. They said no. It was over.", "Submarine No. 841 left port.", "They said no.", "It was over.")]
    [InlineData("“We will not pay.” The line went dead.", "“We will not pay.”", "The line went dead.")]
    [InlineData("\"Who paid?\" he asked. Nobody.", "\"Who paid?\" he asked.", "Nobody.")]
    [InlineData("A headline without a point\nThe body begins.", "A headline without a point", "The body begins.")]
    [InlineData("It cost 3.5 million dollars... More is due.", "It cost 3.5 million dollars...", "More is due.")]
    public void Text_is_cut_where_a_sentence_ends(string text, params string[] sentences) => Sentences(text).ShouldBe(sentences);

    [Theory]
    [InlineData("Russia's navy didn't sail, and it cannot.", "Russia 's navy did n't sail , and it can not .")]
    [InlineData("Russian-Iranian talks in mid-July", "Russian - Iranian talks in mid-July")]
    [InlineData("the officers’ 1,200 U.S.-made rifles", "the officers ’ 1,200 U.S. - made rifles")]
    [InlineData("AT&T paid $3.5m (see www.example.org/a?b=1).", "AT&T paid $ 3.5m ( see www.example.org/a?b=1 ) .")]
    [InlineData("O'Rourke wrote to a.b@example.org -- twice", "O'Rourke wrote to a.b@example.org -- twice")]
    public void Words_and_marks_are_cut_like_the_treebank(string text, string words) => Words(text).ShouldBe(words);

    [Fact]
    public void Every_character_that_is_no_white_space_is_in_exactly_one_token() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["ab.'’- \n\"“”!?A1,@:/\ud83d\ude00é"], 0, 80]).Sample(text =>
        {
            var at = 0;
            foreach (var sentence in SentenceSplitter.Split(text))
            {
                sentence.Start.ShouldBe(sentence.Tokens[0].Start);
                sentence.End.ShouldBe(sentence.Tokens[^1].End);
                sentence.Tokens.Length.ShouldBeInRange(1, SentenceSplitter.Longest);
                foreach (var token in sentence.Tokens)
                {
                    text[at..token.Start].ShouldAllBe(c => char.IsWhiteSpace(c));
                    token.Length.ShouldBePositive();
                    at = token.End;
                }
            }
            text[at..].ShouldAllBe(c => char.IsWhiteSpace(c));
        });
}
