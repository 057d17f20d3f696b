using Ostrakon.Matching;
using Ostrakon.Parties;

namespace Ostrakon.Tests.Matching;

public class ScreenerTests
{
    static readonly Screener Screener = new(InventedLists.Compile(
        InventedLists.Person("1", "Viktor Andreyevich Morozhenko", "Віктор Мороженко"),
        InventedLists.Person("2", "Hassan Karim Daneshpour"),
        InventedLists.Named("3", "Company", "Severny Most Trading LLC"),
        InventedLists.Person("4", "Viktor Morozov"),
        InventedLists.Named("5", "Organization", "Harbollah"),
        InventedLists.Person("6", "Karim Daud Samander") with { Names = [new("Karim Daud Samander", NameKind.Primary), new("Harb Allah", NameKind.WeakAlias)] }));

    [Theory]
    [InlineData("Viktor Andreyevich Morozhenko", "own-1")]
    [InlineData("Morozhenko, Viktor", "own-1")]
    [InlineData("Мороженко Віктор", "own-1")]
    [InlineData("Hasan Karim Daneshpur", "own-2")]
    [InlineData("Severny Most Trading Limited Liability Company", "own-3")]
    [InlineData("Harballah", "own-5")]
    [InlineData("حرب الله", "own-5")]
    [InlineData("حرب‌الله", "own-5")]
    public void The_party_is_the_first_hit(string name, string party)
    {
        var screening = Screener.Screen(new() { Names = [name] }, new(), TestContext.Current.CancellationToken);
        screening.Hits.ShouldNotBeEmpty();
        screening.Hits[0].Party.Id.ShouldBe(party);
        screening.Hits[0].Score.ShouldBeGreaterThan(0.7);
        screening.Hits[0].Explanation.Alignment.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Anders Bergqvist")]
    [InlineData("Viktor Bergqvist")]
    [InlineData("Trading LLC")]
    public void Another_party_is_no_hit(string name) =>
        Screener.Screen(new() { Names = [name] }, new(), TestContext.Current.CancellationToken).Total.ShouldBe(0);

    public static TheoryData<string> BadInput => new(
        "", "X", "...", "\u202e\u2066\u200d", "😀🚢", "\ud800", "a\udc00b", "Ltd LLC GmbH OOO", "Иvaн ПETROV 习 محمد", new string('x', 10_000),
        string.Join(' ', Enumerable.Repeat("Mohammed", 2_000)), "V" + new string('\u0336', 5_000) + "iktor", "ﷺﷺﷺ", "al al al al", "1 2 3 4 5 6 7 8 9");

    [Theory, MemberData(nameof(BadInput))]
    public void Any_text_gets_an_answer(string name)
    {
        foreach (var schema in (string?[])[null, "Person", "Company", "Vessel"])
            foreach (var hit in Screener.Screen(new() { Names = [name], Schema = schema }, new(), TestContext.Current.CancellationToken).Hits)
                hit.Score.ShouldBeInRange(0.7, 1);
        NameComparison.Compare(name, name, "Person", Algorithm.Default).Score.ShouldBeInRange(0, 1);
    }
}
