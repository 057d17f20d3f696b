using System.CommandLine;
using Ostrakon.Server.Files;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Matching;

namespace Ostrakon.Cli.Commands;

/// <summary><c>compare NAME1 NAME2</c> and <c>compare --batch PAIRS --out OUT</c>: how well do two names agree, without any list?</summary>
static class CompareCommand
{
    static readonly Argument<string[]> Names = new("names") { Description = "Two names.", Arity = new ArgumentArity(0, 2) };
    static readonly Option<string?> Schema = QueryOptions.Schema();
    static readonly Option<Algorithm> Matcher = QueryOptions.Matcher();
    static readonly Option<string?> Batch = QueryOptions.Batch("CSV with name1, name2, schema and any other columns");
    static readonly Option<string?> Out = QueryOptions.Out("the same columns and score, probability, match");

    public static Command Create()
    {
        var command = Common.Command("compare", "How well do two names agree? Needs no list.", "ostrakon compare \"Владимир Путин\" \"Vladimir Putin\"");
        command.Add(Names);
        foreach (var option in new Option[] { Schema, Matcher, Batch, Out }) command.Add(option);
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (names, batch, algorithm) = (parsed.GetValue(Names) ?? [], parsed.GetValue(Batch), parsed.GetValue(Matcher));
        if (batch is not null)
        {
            if (names.Length > 0) throw new UsageException("Give either two names or --batch IN --out OUT.");
            return await CompareBatch.RunAsync(batch, QueryOptions.Needed(parsed.GetValue(Out)), algorithm, cancel);
        }
        if (names.Length != 2) throw new UsageException("Give two names, or --batch IN --out OUT.");
        var (name1, name2, schema) = (QueryOptions.CheckedName(names[0]), QueryOptions.CheckedName(names[1]), parsed.GetValue(Schema));
        var comparison = NameComparison.Compare(name1, name2, schema, algorithm);
        if (parsed.GetValue(Common.Json)) ConsoleJson.Write(w => ScreeningJson.WriteComparison(w, name1, name2, schema, comparison, ScreeningOptions.AlertThreshold));
        else
        {
            Console.WriteLine($"{(comparison.Score >= ScreeningOptions.AlertThreshold ? "Match" : "No match")}  {comparison.Score:0.00}  (probability {comparison.Probability:0.00})");
            Console.WriteLine($"why   {comparison.Explanation.Summary}");
            foreach (var words in comparison.Explanation.Alignment)
                Console.WriteLine($"      {(words.Query.Length == 0 ? "-" : words.Query),-20} {(words.Name.Length == 0 ? "-" : words.Name),-20} {words.How}");
        }
        return App.Done;
    }
}
