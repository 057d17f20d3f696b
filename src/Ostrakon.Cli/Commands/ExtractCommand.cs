using System.CommandLine;
using System.Text.Json;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Sources;
using Ostrakon.Documents.Stories;

namespace Ostrakon.Cli.Commands;

/// <summary><c>extract</c>: a page or text, or many, to clean articles.</summary>
static class ExtractCommand
{
    static readonly Argument<string?> Input = new("input")
    {
        Description = "A file of HTML or text, an address (http or https), or - for stdin.", HelpName = "FILE|URL|-", Arity = ArgumentArity.ZeroOrOne,
    };

    static readonly Option<string?> Batch = new("--batch") { Description = "A folder, zip, JSONL, feed or WARC file: many documents.", HelpName = "DIR|ZIP|FILE" };
    static readonly Option<string?> Out = new("--out") { Description = "The JSONL file to write; default stdout.", HelpName = "OUT.jsonl" };

    public static Command Create()
    {
        var command = Common.Command("extract", "Reads the clean article out of a page or text: body, title, author, date, without the clutter.", "ostrakon extract page.html");
        command.Add(Input);
        command.Add(Batch);
        command.Add(Out);
        command.Add(DocumentInput.AllowPrivate);
        command.SetAction((parsed, cancel) => (parsed.GetValue(Input), parsed.GetValue(Batch)) switch
        {
            (null, { } batch) => ManyAsync(batch, parsed.GetValue(Out), cancel),
            ({ } input, null) => OneAsync(input, parsed, cancel),
            _ => throw new UsageException("Give one FILE, URL or -, or --batch with a folder or file."),
        });
        return command;
    }

    static Task<int> ManyAsync(string input, string? output, CancellationToken cancel)
    {
        var stories = new StoryIndex();
        return DocumentBatch.RunAsync("Extracting", input, output, document =>
        {
            var article = document.Read(cancel);
            var sketch = StorySketch.Of(article.Text);
            return json => Write(json, document, article, stories.IdOf(sketch));
        }, cancel);
    }

    static async Task<int> OneAsync(string input, ParseResult parsed, CancellationToken cancel)
    {
        var document = await DocumentInput.ReadAsync(input, parsed, cancel);
        Article article;
        try { article = document.Read(cancel); }
        catch (UnreadableDocumentException e) { throw new FailedException($"{input}: {e.Message}"); }
        if (parsed.GetValue(Common.Json))
        {
            ConsoleJson.Write(json => Write(json, document, article, StorySketch.Of(article.Text)?.Id));
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

    static void Write(Utf8JsonWriter json, SourceDocument document, Article article, string? story)
    {
        json.WriteStartObject();
        DocumentBatch.WriteName(json, document);
        if (document.Fetched is { } page)
        {
            json.WritePropertyName("fetched");
            page.Write(json);
        }
        ArticleJson.WriteFields(json, article, story);
        json.WriteEndObject();
    }
}
