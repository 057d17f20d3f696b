using Ostrakon.Cli.CommandLine;
using Ostrakon.Matching;
using Ostrakon.Server.Files;

namespace Ostrakon.Cli.Commands;

/// <summary>A CSV of pairs in, the same columns with <c>score,probability,match</c> out, in input order.</summary>
static class CompareBatch
{
    static readonly string[] Added = ["score", "probability", "match"];

    public static async Task<int> RunAsync(string input, string output, Algorithm algorithm, CancellationToken cancel)
    {
        using var pairs = TableFile.Open(input);
        var (first, second, schema) = (pairs.Needed("name1"), pairs.Needed("name2"), pairs.Column("schema"));
        var (rows, bad) = (0, 0);
        using var file = new OutputFile(output);
        var text = file.Text;
        var line = new CsvLine();
        foreach (var column in pairs.Header.Concat(Added)) line.Add(column);
        line.WriteTo(text);
        await Progress.RunAsync("comparing", progress => OrderedWork.RunAsync(
            pairs.Rows(cancel),
            row => (row, Comparison: Compare(row, first, second, schema, algorithm)),
            done =>
            {
                foreach (var cell in done.row) line.Add(cell);
                if (done.Comparison is { } c) line.Add(ScreeningJson.Rounded(c.Score)).Add(ScreeningJson.Rounded(c.Probability)).Add(c.Score >= ScreeningOptions.AlertThreshold ? "true" : "false");
                else
                {
                    bad++;
                    line.Add("").Add("").Add("");
                }
                line.WriteTo(text);
                if (++rows % 256 == 0) progress(pairs.Share);
            },
            chunk: 64, cancel));
        file.Keep();
        await Console.Error.WriteLineAsync($"{rows:N0} pairs compared" + (bad > 0 ? $", {bad:N0} without two names left empty." : "."));
        return App.Done;
    }

    static Comparison? Compare(string[] row, int first, int second, int schema, Algorithm algorithm)
    {
        var (a, b) = (row[first], row[second]);
        return a.Trim().Length == 0 || b.Trim().Length == 0
            ? null
            : NameComparison.Compare(a, b, schema >= 0 && row[schema].Length > 0 ? row[schema] : null, algorithm);
    }
}
