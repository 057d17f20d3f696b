using Ostrakon.Matching;

namespace Ostrakon.Tests.Matching;

public class OfacScoreTests
{
    static double Score(string query, string name) => NameComparison.Compare(query, name, null, Algorithm.Ofac).Score;

    [Fact]
    public void All_parts_of_the_query_in_the_name_score_one() => Score("ILIN MARKO", "ILIN, Marko Petrovich").ShouldBe(1);

    [Fact]
    public void A_name_without_a_part_that_begins_like_the_query_is_not_found() => Score("MARKO ILIN", "PETROV, Anton").ShouldBe(0);

    [Fact]
    public void Parts_of_two_letters_do_not_count() => Score("JP ILIN", "ILIN, Marko").ShouldBe(1);

    [Fact]
    public void Another_script_is_not_found() => Score("Марко Илин", "ILIN, Marko").ShouldBe(0);

    [Theory]
    [InlineData("MARTHA", "MARHTA", 0.9667)]    // Jaro 0.9444 with three common first letters
    [InlineData("ABC", "XYZ", 0)]
    public void Jaro_Winkler_as_published(string a, string b, double expected) => OfacScore.JaroWinkler(a, b).ShouldBe(expected, 0.006);

    [Theory]
    [InlineData("")]
    [InlineData("'")]
    public void Nothing_to_compare_scores_zero(string name) => Score(name, name).ShouldBe(0);
}
