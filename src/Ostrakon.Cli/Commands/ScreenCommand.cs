using System.CommandLine;
using Ostrakon.Server.Files;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Matching;

namespace Ostrakon.Cli.Commands;

/// <summary><c>screen NAME</c> and <c>screen --batch IN --out OUT</c>: is this party listed?</summary>
static class ScreenCommand
{
    static readonly Argument<string?> Name = new("name") { Description = "The name to look for.", Arity = ArgumentArity.ZeroOrOne };
    static readonly Option<string?> Schema = QueryOptions.Schema();
    static readonly Option<string[]> BirthDate = new("--birth-date") { Description = "YYYY[-MM[-DD]].", HelpName = "DATE" };
    static readonly Option<string[]> Country = new("--country") { Description = "ISO code or name.", HelpName = "CC" };
    static readonly Option<string[]> Id = new("--id") { Description = "Passport, tax or registration number, IMO, wallet ...", HelpName = "VALUE" };
    static readonly Option<string[]> List = new("--list") { Description = "Only these lists.", HelpName = "ID" };
    static readonly Option<double> Threshold = new("--threshold") { Description = "Lowest score of a hit, 0..1.", DefaultValueFactory = _ => ScreeningOptions.AlertThreshold };
    static readonly Option<int> Limit = new("--limit") { Description = "Most hits to show for a name.", DefaultValueFactory = _ => 5 };
    static readonly Option<Algorithm> Matcher = QueryOptions.Matcher();
    static readonly Option<string?> Batch = QueryOptions.Batch("IN.csv or IN.jsonl");
    static readonly Option<string?> Out = QueryOptions.Out("OUT.jsonl or OUT.csv");
    static readonly Option<bool> Header = new("--header") { Description = "Begin JSONL output with a line of versions." };

    public static Command Create()
    {
        var command = Common.Command("screen", "Is this party listed? A name with what else is known, or a file of names.",
            "ostrakon screen \"Wladimir Putin\" --birth-date 1952-10-07");
        foreach (var symbol in new Symbol[] { Name, Schema, BirthDate, Country, Id, List, Threshold, Limit, Matcher, Batch, Out, Header, DataAccess.MaxAge })
            if (symbol is Argument argument) command.Add(argument); else command.Add((Option)symbol);
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (options, age) = (Options(parsed), DataAccess.Age(parsed));
        var (name, batch, output) = (parsed.GetValue(Name), parsed.GetValue(Batch), parsed.GetValue(Out));
        if (name is null == batch is null) throw new UsageException("Give either a name or --batch IN --out OUT.");
        using var source = DataAccess.Open(parsed);
        using var lease = source.Lease();
        var snapshot = lease.Snapshot;
        foreach (var list in options.Lists)
            if (!snapshot.Lists.Any(l => l.List == list))
                throw new FailedException($"{list} is not loaded (loaded: {string.Join(", ", snapshot.Lists.Select(l => l.List))}). Import it first: ostrakon lists import {list} FILE...");
        var screener = new Screener(snapshot);
        if (batch is not null)
        {
            await BatchAsync(screener, options, batch, QueryOptions.Needed(output), parsed.GetValue(Header), cancel);
            return DataAccess.Done(snapshot, age);
        }

        var query = new Query
        {
            Names = [QueryOptions.CheckedName(name!)],
            Schema = parsed.GetValue(Schema),
            BirthDates = [.. (parsed.GetValue(BirthDate) ?? []).Select(QueryOptions.CheckedDate)],
            Countries = [.. parsed.GetValue(Country) ?? []],
            Identifiers = [.. parsed.GetValue(Id) ?? []],
        };
        var screening = screener.Screen(query, options, cancel);
        if (parsed.GetValue(Common.Json)) ConsoleJson.Write(w => ScreeningJson.WriteScreening(w, null, null, query, screening, snapshot, withVersions: true));
        else ScreenText.Write(Console.Out, query, screening, snapshot, options);
        return DataAccess.Done(snapshot, age);
    }

    static async Task BatchAsync(Screener screener, ScreeningOptions options, string input, string output, bool header, CancellationToken cancel)
    {
        var counts = new BatchCounts(0, 0, 0, 0);
        using (var file = new OutputFile(output))
        {
            using (var answers = AnswerFiles.Create(output, file.Stream, screener.Snapshot, header))
            using (var queries = BatchFile.Open(input))
                await Progress.RunAsync("screening", async progress =>
                    counts = await ScreenBatch.RunAsync(screener, options, queries, [answers], (share, _) => progress(share), cancel));
            file.Keep();
        }
        ScreenBatch.WriteMeta(output + ".meta.json", screener.Snapshot, options);
        await Console.Error.WriteLineAsync($"{counts.Rows:N0} rows: {counts.Hits:N0} with hits, {counts.Bad:N0} bad (their errors are in {output}).");
        if (counts.Cut > 0) await Console.Error.WriteLineAsync($"{counts.Cut:N0} rows have more hits than --limit {options.Limit} shows.");
        Demonstration.Tell(Console.Error, screener.Snapshot);
    }

    static ScreeningOptions Options(ParseResult parsed)
    {
        var (threshold, limit) = (parsed.GetValue(Threshold), parsed.GetValue(Limit));
        if (threshold is not (>= 0 and <= 1)) throw new UsageException("--threshold is a number from 0 to 1.");
        if (limit < 1) throw new UsageException("--limit is at least 1.");
        return new() { Threshold = threshold, Limit = limit, Lists = [.. parsed.GetValue(List) ?? []], Algorithm = parsed.GetValue(Matcher) };
    }
}
