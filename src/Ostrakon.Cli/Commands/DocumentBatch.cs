using System.Buffers;
using System.Text.Json;
using Ostrakon.Server.Files;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Sources;

namespace Ostrakon.Cli.Commands;

/// <summary>Many documents in, one JSON line each out, in input order.</summary>
static class DocumentBatch
{
    /// <summary>Runs the batch.</summary>
    /// <param name="what">What the progress bar says.</param>
    /// <param name="input">A folder, zip, JSONL, feed or WARC file.</param>
    /// <param name="output">The file to write; null = stdout.</param>
    /// <param name="read">Reads a document; called from several threads. The writer of its object that it returns is called in input order.</param>
    /// <param name="cancel">Stops between documents.</param>
    public static async Task<int> RunAsync(string what, string input, string? output, Func<SourceDocument, Action<Utf8JsonWriter>> read, CancellationToken cancel)
    {
        if (!Directory.Exists(input) && !File.Exists(input)) throw new FailedException($"{input} does not exist. Check the path.");
        using var file = output is null ? null : new OutputFile(output);
        using var console = output is null ? Console.OpenStandardOutput() : null;
        Stream stream = file is null ? console! : file.Stream;
        var (done, failed) = (0, 0);
        var line = new ArrayBufferWriter<byte>(64 * 1024);
        using var json = new Utf8JsonWriter(line, JsonForms.OneLine);
        await Progress.RunAsync(what, report => OrderedWork.RunAsync(
            DocumentSources.Open(input, cancel),
            document => (Result: Read(document, read), document.Share),
            one =>
            {
                line.ResetWrittenCount();
                json.Reset();
                one.Result.Write(json);
                json.Flush();
                line.Write("\n"u8);
                stream.Write(line.WrittenSpan);
                done++;
                if (one.Result.Failed) failed++;
                report(one.Share);
            },
            chunk: 1, cancel));
        file?.Keep();
        await Console.Error.WriteLineAsync(failed == 0 ? $"{done} documents read." : $"{done} documents, of which {failed} could not be read (see \"error\").");
        return App.Done;
    }

    /// <summary>Reads one document; one that cannot be read, or that breaks us, never stops the run.</summary>
    static (Action<Utf8JsonWriter> Write, bool Failed) Read(SourceDocument document, Func<SourceDocument, Action<Utf8JsonWriter>> read)
    {
        try
        {
            return (read(document), false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var error = e is UnreadableDocumentException ? e.Message : $"internal error, please report it: {e.GetType().Name}: {e.Message}";
            return (json =>
            {
                json.WriteStartObject();
                WriteName(json, document);
                json.WriteString("error", error);
                json.WriteEndObject();
            }, true);
        }
    }

    /// <summary>The member that names the document: its id where the input gives one, else its file.</summary>
    public static void WriteName(Utf8JsonWriter json, SourceDocument document) =>
        json.WriteString(document.Id is null ? "file" : "id", document.Id ?? document.File);
}
