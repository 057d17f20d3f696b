using System.Buffers;
using System.CommandLine;
using System.Text.Json;
using Ostrakon.Cli.Batch;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Sources;

namespace Ostrakon.Cli.Commands;

/// <summary><c>extract</c>: a page or text, or many, to clean articles.</summary>
static class ExtractCommand
{
    static readonly Argument<string?> Input = new("input")
    {
        Description = "A file of HTML or text, an address, or - for stdin.", HelpName = "FILE|URL|-", Arity = ArgumentArity.ZeroOrOne,
    };

    static readonly Option<string?> Batch = new("--batch") { Description = "A folder, zip, JSONL, feed or WARC file: many documents.", HelpName = "DIR|ZIP|FILE" };
    static readonly Option<string?> Out = new("--out") { Description = "The JSONL file to write; default stdout.", HelpName = "OUT.jsonl" };

    public static Command Create()
    {
        var command = Common.Command("extract", "Reads the clean article out of a page or text: body, title, author, date, without the clutter.", "ostrakon extract page.html");
        command.Add(Input);
        command.Add(Batch);
        command.Add(Out);
        command.SetAction((parsed, cancel) => (parsed.GetValue(Input), parsed.GetValue(Batch)) switch
        {
            (null, { } batch) => BatchAsync(batch, parsed.GetValue(Out), cancel),
            ({ } input, null) => OneAsync(input, parsed.GetValue(Common.Json), cancel),
            _ => throw new UsageException("Give one FILE, URL or -, or --batch with a folder or file."),
        });
        return command;
    }

    static async Task<int> OneAsync(string input, bool asJson, CancellationToken cancel)
    {
        var document = await DocumentInput.ReadAsync(input, cancel);
        Article article;
        try { article = document.Read(cancel); }
        catch (UnreadableDocumentException e) { throw new FailedException($"{input}: {e.Message}"); }
        if (asJson)
        {
            ConsoleJson.Write(json => Write(json, document, article));
            return App.Done;
        }
        if (article.Title is not null) Console.WriteLine($"{article.Title}\n");
        Console.WriteLine(article.Text);
        await Console.Error.WriteLineAsync(Summary(article));
        return App.Done;
    }

    static string Summary(Article article) => string.Join(" · ", new[]
    {
        article.Author, article.Published is { } date ? $"{date} ({article.PublishedEvidence})" : null, article.Site, article.Language,
        $"method {article.Method}, confidence {article.Confidence:0.00}", article.Truncated ? "TRUNCATED: the page says that the text goes on elsewhere" : null,
        $"{article.Dropped.Length} blocks dropped (--json shows them)",
    }.Where(part => part is not null));

    static async Task<int> BatchAsync(string input, string? output, CancellationToken cancel)
    {
        if (!Directory.Exists(input) && !File.Exists(input)) throw new FailedException($"{input} does not exist. Check the path.");
        using var file = output is null ? null : new OutputFile(output);
        using var console = output is null ? Console.OpenStandardOutput() : null;
        Stream stream = file is null ? console! : file.Stream;
        var (done, failed) = (0, 0);
        await Progress.RunAsync("Extracting", report => OrderedWork.RunAsync(
            DocumentSources.Open(input, cancel),
            document => (Line: Line(document, cancel), document.Share),
            result =>
            {
                stream.Write(result.Line.Text.Span);
                done++;
                if (result.Line.Failed) failed++;
                report(result.Share);
            },
            chunk: 1, cancel));
        file?.Keep();
        await Console.Error.WriteLineAsync(failed == 0 ? $"{done} documents read." : $"{done} documents, of which {failed} could not be read (see \"error\").");
        return App.Done;
    }

    /// <summary>The line of one document; a document that cannot be read, or that breaks us, never stops the run.</summary>
    static (ReadOnlyMemory<byte> Text, bool Failed) Line(SourceDocument document, CancellationToken cancel)
    {
        var failed = false;
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, ConsoleJson.OneLine))
        {
            try
            {
                Write(json, document, document.Read(cancel));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failed = true;
                buffer.ResetWrittenCount();
                json.Reset();
                json.WriteStartObject();
                WriteName(json, document);
                json.WriteString("error", e is UnreadableDocumentException ? e.Message : $"internal error, please report it: {e.GetType().Name}: {e.Message}");
                json.WriteEndObject();
            }
        }
        buffer.Write("\n"u8);
        return (buffer.WrittenMemory, failed);
    }

    static void Write(Utf8JsonWriter json, SourceDocument document, Article article)
    {
        json.WriteStartObject();
        WriteName(json, document);
        ArticleJson.WriteFields(json, article);
        json.WriteEndObject();
    }

    static void WriteName(Utf8JsonWriter json, SourceDocument document) =>
        json.WriteString(document.Id is null ? "file" : "id", document.Id ?? document.File);
}
