using System.CommandLine;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Documents.Briefs;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Sources;
using Ostrakon.Matching;

namespace Ostrakon.Cli.Commands;

/// <summary><c>read</c>: the brief of a document, or of many: who is in it, what they do, who of them is listed.</summary>
static class ReadCommand
{
    static readonly Argument<string?> Input = new("input")
    {
        Description = "A file of HTML or text, an address (http or https), or - for stdin.", HelpName = "FILE|URL|-", Arity = ArgumentArity.ZeroOrOne,
    };

    static readonly Option<string?> Date = new("--date") { Description = "The document's date, where it does not give one: YYYY-MM-DD.", HelpName = "DATE" };
    static readonly Option<string> Format = Formats(new("--format") { Description = "text, json or html.", DefaultValueFactory = _ => "text" });
    static readonly Option<string?> Batch = new("--batch") { Description = "A folder, zip, JSONL, feed or WARC file: many documents.", HelpName = "DIR|ZIP|FILE" };
    static readonly Option<string?> Out = new("--out") { Description = "The file to write; default stdout.", HelpName = "FILE" };

    public static Command Create()
    {
        var command = Common.Command("read", "Who is in this document, what are they doing, and who of them is listed?", "ostrakon read article.html --format html > brief.html");
        foreach (var symbol in new Symbol[] { Input, Date, Format, Batch, Out, DocumentInput.AllowPrivate, DataAccess.MaxAge })
            if (symbol is Argument argument) command.Add(argument); else command.Add((Option)symbol);
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (age, date) = (DataAccess.Age(parsed), parsed.GetValue(Date) is { } given ? QueryOptions.CheckedDate(given) : null);
        var (input, batch) = (parsed.GetValue(Input), parsed.GetValue(Batch));
        if (input is null == batch is null) throw new UsageException("Give one FILE, URL or -, or --batch with a folder or file.");
        using var source = DataAccess.Open(parsed);
        using var lease = source.Lease();
        var snapshot = lease.Snapshot;
        var reader = new BriefReader(new Screener(snapshot));
        if (batch is not null)
            await DocumentBatch.RunAsync("Reading", batch, parsed.GetValue(Out), document =>
            {
                var brief = reader.Read(Dated(document, date), cancel);
                return json => BriefJson.Write(json, brief, snapshot, withVersions: false, document.Id is null ? ("file", document.File ?? "") : ("id", document.Id));
            }, cancel);
        else
            await OneAsync(parsed, reader, input!, date, cancel);
        return DataAccess.Done(snapshot, age);
    }

    static async Task OneAsync(ParseResult parsed, BriefReader reader, string input, string? date, CancellationToken cancel)
    {
        var document = await DocumentInput.ReadAsync(input, parsed, cancel);
        Brief brief;
        try { brief = reader.Read(Dated(document, date), cancel); }
        catch (UnreadableDocumentException e) { throw new FailedException($"{input}: {e.Message}"); }
        var snapshot = reader.Snapshot;
        if (parsed.GetValue(Common.Json) || parsed.GetValue(Format) == "json")
        {
            ConsoleJson.Write(json => BriefJson.Write(json, brief, snapshot, withVersions: true));
            return;
        }
        var page = parsed.GetValue(Format) == "html" ? BriefHtml.Page(brief, snapshot) : BriefText.Page(brief, snapshot);
        if (parsed.GetValue(Out) is { } file) await File.WriteAllTextAsync(file, page, cancel);
        else Console.Write(page);
    }

    static SourceDocument Dated(SourceDocument document, string? date) =>
        date is null ? document : document with { Hint = document.Hint with { Published = date } };

    static Option<string> Formats(Option<string> option)
    {
        option.AcceptOnlyFromAmong("text", "json", "html");
        return option;
    }
}
