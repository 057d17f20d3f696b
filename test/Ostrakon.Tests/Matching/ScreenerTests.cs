using Ostrakon.Matching;

namespace Ostrakon.Tests.Matching;

public class ScreenerTests
{
    static readonly Screener Screener = new(InventedLists.Compile(
        InventedLists.Person("1", "Viktor Andreyevich Morozhenko", "Віктор Мороженко"),
        InventedLists.Person("2", "Hassan Karim Daneshpour"),
        InventedLists.Named("3", "Company", "Severny Most Trading LLC"),
        InventedLists.Person("4", "Viktor Morozov")));

    [Theory]
    [InlineData("Viktor Andreyevich Morozhenko", "own-1")]
    [InlineData("Morozhenko, Viktor", "own-1")]
    [InlineData("Мороженко Віктор", "own-1")]
    [InlineData("Hasan Karim Daneshpur", "own-2")]
    [InlineData("Severny Most Trading Limited Liability Company", "own-3")]
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
}
