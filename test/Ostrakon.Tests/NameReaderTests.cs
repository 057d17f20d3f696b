using Ostrakon.Names;

namespace Ostrakon.Tests;

public class NameReaderTests
{
    static string Show(string name, NameSort sort = NameSort.Any) => string.Join(" ", NameReader.Read(name, sort)[0].Tokens.Select(t =>
        t.Role switch { TokenRole.Name => t.Text, TokenRole.Initial => t.Text + ".", _ => $"{t.Role}:{t.Class ?? t.Text}" }));

    [Theory]
    [InlineData("Vladimir Putin", "vladimir putin")]
    [InlineData("Владимир Путин", "vladimir putin")]
    [InlineData("PUTIN, Vladimir V.", "putin vladimir v.")]
    [InlineData("Володимир Зеленський", "volodymyr zelensky")]
    [InlineData("Βλαντίμιρ Πούτιν", "vlantimir poutin")]
    [InlineData("김정은", "kim jeong eun")]
    [InlineData("Müller GmbH", "muller LegalForm:llc")]
    [InlineData("SiemensAG", "siemens LegalForm:jsc")]
    [InlineData("ООО «Ромашка»", "LegalForm:llc romashka")]
    [InlineData("Общество с ограниченной ответственностью Ромашка", "LegalForm:llc romashka")]
    [InlineData("Ferrari S.p.A.", "ferrari LegalForm:jsc")]
    [InlineData("O'Brien-Smith", "obrien smith")]
    [InlineData("Rung Ra 2", "rung ra Number:2")]
    [InlineData("Влади́мир", "vladimir")]
    [InlineData("Ｆｕｌｌ Ｗｉｄｔｈ ４", "full width Number:4")]
    public void Reads(string name, string tokens) => Show(name).ShouldBe(tokens);

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
