using System.Globalization;
using System.Text.Json;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Extraction.Decoding;

namespace Ostrakon.Documents.Sources;

/// <summary>
/// The entries of a feed, a document each: RSS 0.9x and 2.0, RDF (RSS 1.0), Atom, JSON Feed. Real feeds are often broken XML, so tags are read one
/// by one and a fault costs one entry at most. No DTD is read and no entity but those of HTML is known. Links are context, never fetched.
/// </summary>
static class FeedSource
{
    const int MostEntries = 100_000;

    /// <summary>Whether a text begins as a feed does.</summary>
    public static bool IsFeed(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 2048)).TrimStart('\ufeff').TrimStart();
        if (head.StartsWith("{")) return head.Contains("jsonfeed.org/version", StringComparison.OrdinalIgnoreCase);
        foreach (var root in (ReadOnlySpan<string>)["<rss", "<feed", "<rdf:RDF"])
            if (head.Contains(root, StringComparison.OrdinalIgnoreCase) && !head.Contains("<html", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    public static IEnumerable<SourceDocument> Read(string path, CancellationToken cancel)
    {
        byte[]? bytes;
        using (var stream = File.OpenRead(path)) bytes = BoundedBytes.Read(stream, DocumentLimits.Size);
        if (bytes is null) throw new InvalidDataException($"{path}: a feed {DocumentLimits.TooLarge(DocumentLimits.Size + 1L)}");
        return Entries(SourceText.Decode(bytes, null).Text, cancel);
    }

    public static IEnumerable<SourceDocument> Entries(string text, CancellationToken cancel) =>
        text.AsSpan().TrimStart('\ufeff').TrimStart().StartsWith("{") ? FromJson(text) : FromXml(text, cancel);

    static IEnumerable<SourceDocument> FromXml(string text, CancellationToken cancel)
    {
        var reader = new FeedTags(text);
        var number = 0;
        while (number < MostEntries && reader.NextEntry() is { } entry)
        {
            cancel.ThrowIfCancellationRequested();
            number++;
            yield return One(number, entry.First("guid", "id"), entry.First("link", "guid"), entry.First("title"), entry.First("pubDate", "published", "dc:date", "issued", "updated", "date"),
                entry.First("content:encoded", "content", "xhtml:body", "description", "summary"), entry.First("description", "summary")) with { Share = (double)reader.Position / text.Length };
        }
    }

    static List<SourceDocument> FromJson(string text)
    {
        var documents = new List<SourceDocument>();
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, MaxDepth = 64 });
            if (!json.RootElement.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array) return [];
            foreach (var item in items.EnumerateArray().Take(MostEntries))
            {
                if (item.ValueKind != JsonValueKind.Object) continue;
                string? Value(string name) => item.TryGetProperty(name, out var v) && v.ValueKind is JsonValueKind.String or JsonValueKind.Number ? v.ToString() : null;
                documents.Add(One(documents.Count + 1, Value("id"), Value("url") ?? Value("external_url"), Value("title"), Value("date_published") ?? Value("date_modified"),
                    Value("content_html") ?? Value("content_text") ?? Value("summary"), Value("summary")));
            }
            return documents;
        }
        catch (JsonException e) { throw new InvalidDataException($"The JSON feed is broken: {e.Message}"); }
        catch (InvalidOperationException) { throw new InvalidDataException("The JSON feed is broken: a text holds half a character."); }
    }

    static SourceDocument One(int number, string? id, string? url, string? title, string? date, string? content, string? gist)
    {
        id = id ?? url ?? number.ToString(CultureInfo.InvariantCulture);
        if (string.IsNullOrWhiteSpace(content)) return new SourceDocument { Id = id, Problem = "the entry has no text, only a link; links are never fetched from a feed" };
        var hint = new SourceHint { Url = url, Title = title is null ? null : Plain(title), Published = FeedDate.Of(date), Lead = gist is null || gist == content ? null : Plain(gist) };
        // The content of an entry is the article, without the page around it: its paragraphs are the text.
        return new SourceDocument { Id = id, Text = Plain(content), Hint = hint };
    }

    static string Plain(string content) => content.Contains('<', StringComparison.Ordinal) ? ArticleReader.TextOfFragment(content) : Whitespace.Collapse(System.Net.WebUtility.HtmlDecode(content));
}
