using Ostrakon.Matching;

namespace Ostrakon.Tests.Matching;

/// <summary>The pages under Specs, row by row.</summary>
public class SpecTests
{
    public sealed record Row(string Page, string? Schema, string Query, string Name, bool Match, string Why);

    static readonly Row[] Rows = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Specs"), "*.md").Order(StringComparer.Ordinal).SelectMany(Read)];

    public static IEnumerable<TheoryDataRow<string, string?, string, string, bool, string>> Cases() =>
        Rows.Select(r => new TheoryDataRow<string, string?, string, string, bool, string>(r.Page, r.Schema, r.Query, r.Name, r.Match, r.Why));

    [Theory, MemberData(nameof(Cases))]
    public void Says_what_an_analyst_would(string page, string? schema, string query, string name, bool match, string why)
    {
        var comparison = NameComparison.Compare(query, name, schema, Algorithm.Default);
        (comparison.Score >= ScreeningOptions.AlertThreshold).ShouldBe(match, $"{page}: {query} against {name} scores {comparison.Score:f2}. {why}. {comparison.Explanation.Summary}");
    }

    [Theory, MemberData(nameof(Cases))]
    public void Says_the_same_the_other_way_round(string page, string? schema, string query, string name, bool match, string why)
    {
        var score = NameComparison.Compare(name, query, schema, Algorithm.Default).Score;
        (score >= ScreeningOptions.AlertThreshold).ShouldBe(match, $"{page}: {name} against {query} scores {score:f2}. {why}");
    }

    [Fact]
    public void The_pages_hold_at_least_300_cases() => Rows.Length.ShouldBeGreaterThanOrEqualTo(300);

    static IEnumerable<Row> Read(string path)
    {
        string? schema = null;
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("Schema:", StringComparison.Ordinal)) schema = line["Schema:".Length..].Trim() is { Length: > 0 } named ? named : null;
            if (!line.StartsWith("| ", StringComparison.Ordinal) || line.StartsWith("| query ", StringComparison.Ordinal)) continue;
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells is not ["", var query, var name, "match" or "no match", var why, ""]) throw new FormatException($"{path}: a row is not query, name, verdict, why: {line}");
            yield return new(Path.GetFileNameWithoutExtension(path), schema, query, name, cells[3] == "match", why);
        }
    }
}
