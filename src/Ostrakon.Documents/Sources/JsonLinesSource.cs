using System.Text;
using System.Text.Json;
using Ostrakon.Documents.Extraction;

namespace Ostrakon.Documents.Sources;

/// <summary>A JSONL file of documents: <c>{"id", "html" or "text", "url", "date", "title"}</c>, one a line; a line without an id gets its number.</summary>
static class JsonLinesSource
{
    public static IEnumerable<SourceDocument> Read(string path, CancellationToken cancel)
    {
        using var stream = File.OpenRead(path);
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
        var lines = new BoundedLines(reader, DocumentLimits.Size);
        for (var number = 1; lines.Next() is { } line; number++)
        {
            cancel.ThrowIfCancellationRequested();
            if (line.Length > 0 || lines.TooLong)
                yield return One(line, number, lines.TooLong) with { Share = stream.Position / (double)Math.Max(1, stream.Length) };
        }
    }

    static SourceDocument One(string line, int number, bool tooLong)
    {
        var id = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (tooLong) return new SourceDocument { Id = id, Problem = $"line {number}: {DocumentLimits.TooLarge(line.Length)}" };
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return new SourceDocument { Id = id, Problem = $"line {number} is no JSON object" };
            string? Value(string key) => root.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;
            id = Value("id") ?? id;
            var (html, text) = (Value("html"), Value("text"));
            return html is null && text is null
                ? new SourceDocument { Id = id, Problem = $"line {number} has neither \"html\" nor \"text\"" }
                : new SourceDocument
                {
                    Id = id, Html = html, Text = html is null ? text : null,
                    Hint = new SourceHint { Url = Value("url"), Published = Value("date"), Title = Value("title") },
                };
        }
        catch (JsonException e) { return new SourceDocument { Id = id, Problem = $"line {number} is no JSON: {e.Message}" }; }
        catch (InvalidOperationException) { return new SourceDocument { Id = id, Problem = $"line {number}: broken encoding, the text holds half a character" }; }
    }
}
