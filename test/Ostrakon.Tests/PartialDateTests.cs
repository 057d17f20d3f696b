using Ostrakon.Parties;

namespace Ostrakon.Tests;

public class PartialDateTests
{
    [Theory]
    [InlineData("1952-10-07", "1952-10-07", "1952-10-07", false)]
    [InlineData("1952-10", "1952-10-01", "1952-10-31", false)]
    [InlineData("1952", "1952-01-01", "1952-12-31", false)]
    [InlineData("1950~", "1950-01-01", "1950-12-31", true)]
    [InlineData("1955/1958", "1955-01-01", "1958-12-31", false)]
    public void Reads_the_written_forms(string text, string from, string to, bool approximate)
    {
        PartialDate.TryParse(text, out var date).ShouldBeTrue();
        date.ShouldBe(new PartialDate(DateOnly.Parse(from), DateOnly.Parse(to), approximate));
    }

    [Theory]
    [InlineData("")]
    [InlineData("07.10.1952")]
    [InlineData("1952-13")]
    [InlineData("1958/1955")]
    [InlineData("0001")]
    public void Refuses_anything_else(string text) => PartialDate.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("1952", "1952-10-07", true)]
    [InlineData("1952-10", "1952-11-01", false)]
    [InlineData("1950~", "1952-05-05", true)]
    [InlineData("1950", "1951", false)]
    public void Overlap_is_decided_by_what_both_can_mean(string a, string b, bool overlap)
    {
        PartialDate.TryParse(a, out var x);
        PartialDate.TryParse(b, out var y);
        x.Overlaps(y).ShouldBe(overlap);
        y.Overlaps(x).ShouldBe(overlap);
    }
}
