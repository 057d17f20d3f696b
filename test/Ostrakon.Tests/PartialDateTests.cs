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
    [InlineData("1952-10-07", "1952-10-07")]
    [InlineData("1974-01-32", "1974-01")]
    [InlineData("1968-13-30", "1968")]
    [InlineData("1968-13", "1968")]
    [InlineData("0000-13-30", null)]
    [InlineData("07.10.1952", null)]
    [InlineData("1968/13/30", null)]
    [InlineData("soon", null)]
    public void A_date_that_cannot_be_is_read_as_far_as_it_can(string text, string? expected)
    {
        PartialDate.TryParsePossible(text, out var date, out var read).ShouldBe(expected is not null);
        if (expected is null) return;
        read.ShouldBe(expected);
        PartialDate.TryParse(expected, out var same);
        date.ShouldBe(same);
    }

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
