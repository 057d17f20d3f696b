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
    /// <param name="write">Reads a document and writes its object; called from several threads.</param>
    /// <param name="cancel">Stops between documents.</param>
    public static async Task<int> RunAsync(string what, string input, string? output, Action<Utf8JsonWriter, SourceDocument> write, CancellationToken cancel)
    {
        if (!Directory.Exists(input) && !File.Exists(input)) throw new FailedException($"{input} does not exist. Check the path.");
        using var file = output is null ? null : new OutputFile(output);
        using var console = output is null ? Console.OpenStandardOutput() : null;
        Stream stream = file is null ? console! : file.Stream;
        var (done, failed) = (0, 0);
        await Progress.RunAsync(what, report => OrderedWork.RunAsync(
            DocumentSources.Open(input, cancel),
            document => (Line: Line(document, write), document.Share),
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
    static (ReadOnlyMemory<byte> Text, bool Failed) Line(SourceDocument document, Action<Utf8JsonWriter, SourceDocument> write)
    {
        var failed = false;
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, JsonForms.OneLine))
        {
            try
            {
                write(json, document);
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

    /// <summary>The member that names the document: its id where the input gives one, else its file.</summary>
    public static void WriteName(Utf8JsonWriter json, SourceDocument document) =>
        json.WriteString(document.Id is null ? "file" : "id", document.Id ?? document.File);
}
