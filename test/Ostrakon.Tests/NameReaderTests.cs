using Ostrakon.Names;
using Ostrakon.TestData;

namespace Ostrakon.Tests;

public class NameReaderTests
{
    static string Show(string name, NameSort sort) => string.Join(" ", NameReader.Read(name, sort)[0].Tokens.Select(t =>
        t.Role switch { TokenRole.Name => t.Class is null ? t.Text : $"{t.Text}={t.Class}", TokenRole.Initial => t.Text + ".", _ => $"{t.Role}:{t.Class ?? t.Text}" }));

    public static IEnumerable<TheoryDataRow<string, NameSort, string>> Cases() =>
        from line in File.ReadLines(SharedData.Fixture("names/readings.tsv"))
        where line.Length > 0 && line[0] != '#'
        let cells = line.Split('\t')
        select new TheoryDataRow<string, NameSort, string>(cells[2], Enum.Parse<NameSort>(cells[1]), cells[3]);

    [Theory, MemberData(nameof(Cases))]
    public void Reads(string name, NameSort sort, string words) => Show(name, sort).ShouldBe(words);

    [Fact]
    public void Common_words_are_frequent_and_rare_ones_are_not()
    {
        NameFrequency.Of("muhammad").ShouldBeGreaterThan(0.7f);
        NameFrequency.Of("company").ShouldBe(1);
        NameFrequency.Of("xqzzy").ShouldBe(0);
    }

    [Fact]
    public void Sounds_are_near_across_scripts_and_far_between_names()
    {
        var katakana = NameReader.Read("プーチン", NameSort.Person)[0].Tokens[0];
        Sound.Similarity(katakana, NameReader.Read("Putin", NameSort.Person)[0].Tokens[0]).ShouldBeGreaterThan(0.7);
        Sound.Similarity(katakana, NameReader.Read("Merkel", NameSort.Person)[0].Tokens[0]).ShouldBeLessThan(0.5);
    }

    [Fact]
    public void A_long_name_is_read_up_to_the_bounds()
    {
        var tokens = NameReader.Read(string.Concat(Enumerable.Repeat("Very long name ", 1000)), NameSort.Any)[0].Tokens;
        tokens.Length.ShouldBeLessThanOrEqualTo(NameReader.MaxTokens);
        NameReader.Read(new string('x', 10_000), NameSort.Any)[0].Tokens.ShouldHaveSingleItem().Text.Length.ShouldBe(NameReader.MaxWord);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud800")]
    [InlineData("'\".-&")]
    [InlineData("\u202e\u200d")]
    [InlineData("😀 👍")]
    public void Reads_a_text_without_words_as_nothing(string name) =>
        NameReader.Read(name, NameSort.Any)[0].Tokens.Where(t => t.Role != TokenRole.Particle).ShouldBeEmpty();

    [Fact]
    public void Any_text_gives_clean_tokens_with_spans_inside_it() => CsCheck.Check.Sample(CsCheck.Gen.String, text =>
    {
        foreach (var sort in Enum.GetValues<NameSort>())
            foreach (var token in NameReader.Read(text, sort).SelectMany(r => r.Tokens))
            {
                if (token.Text.Length == 0 || !token.Text.All(char.IsAsciiLetterOrDigit) || token.Text.Any(char.IsAsciiLetterUpper)) return false;
                if (token.Start < 0 || token.Length < 1 || token.Start + token.Length > text.Length) return false;
            }
        return Folding.Fold(Folding.Fold(text)) == Folding.Fold(text);
    }, iter: 20_000);
}
