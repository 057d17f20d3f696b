using Ostrakon.Parties;

namespace Ostrakon.Tests.Joins;

public sealed class ComparedFactsTests
{
    /// <summary>A table may name only facts that a compilation looks at; a row about another one would do nothing.</summary>
    [Theory]
    [InlineData("Joins/strong-identifiers.tsv", 0)]
    [InlineData("Joins/official-references.tsv", 1)]
    public void What_the_tables_of_joins_name_is_compared(string table, int column)
    {
        var properties = EmbeddedText.Rows(table).Select(r => r[column]).Where(static p => p != "id").ToList();
        properties.ShouldNotBeEmpty();
        properties.ShouldAllBe(static p => Fact.IsCompared(p));
    }
}
