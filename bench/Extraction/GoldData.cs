using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Ostrakon.Documents.Extraction.Blocks;
using Ostrakon.Documents.Extraction.Pages;

namespace Ostrakon.Extraction.Bench;

/// <summary>The developers' half of the annotated pages (../shared/data/news).</summary>
static class GoldData
{
    public static List<GoldPage> Load(string news)
    {
        var pages = new List<GoldPage>();
        using (var zip = ZipFile.OpenRead(Path.Combine(news, "extraction/zyte-article-extraction-benchmark.zip")))
        {
            foreach (var entry in Json(zip, "ground-truth.json").RootElement.EnumerateObject())
                pages.Add(new("zyte", entry.Name, Host(entry.Value.GetProperty("url").GetString()), Bytes(zip, $"html/{entry.Name}.html")) { Body = entry.Value.GetProperty("articleBody").GetString() });
        }
        using (var zip = ZipFile.OpenRead(Path.Combine(news, "extraction/wcxb-articles.zip")))
        {
            foreach (var row in Lines(zip))
                pages.Add(new("wcxb", row.GetProperty("id").GetString()!, Host(row.GetProperty("url").GetString()), Bytes(zip, $"html/{row.GetProperty("id").GetString()}.html"))
                {
                    Body = row.GetProperty("main_content").GetString(), With = Strings(row, "with"), Without = Strings(row, "without"),
                });
        }
        using (var zip = ZipFile.OpenRead(Path.Combine(news, "extraction/trafilatura-eval.zip")))
        {
            foreach (var row in Lines(zip))
                pages.Add(new("trafilatura", row.GetProperty("file").GetString()!, Host(row.GetProperty("url").GetString()), Bytes(zip, $"html/{row.GetProperty("file").GetString()}"))
                {
                    With = Strings(row, "with"), Without = Strings(row, "without"),
                });
        }
        using (var zip = ZipFile.OpenRead(Path.Combine(news, "metadata/fundus-news-pages.zip")))
        {
            foreach (var row in Lines(zip))
            {
                var file = row.GetProperty("file").GetString()!;
                if (FundusBody(row) is { Length: > 0 } body)
                    pages.Add(new("fundus", file, row.GetProperty("publisher").GetString()!.ToLowerInvariant(), Bytes(zip, file)) { Body = body });
            }
        }
        using (var zip = ZipFile.OpenRead(Path.Combine(news, "extraction/mozilla-readability-pages.zip")))
        {
            foreach (var entry in zip.Entries.Where(e => e.Name == "source.html").OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var folder = entry.FullName[..^"source.html".Length];
                var expected = PageMapBuilder.Build(PageParser.Parse(Encoding.UTF8.GetString(Bytes(zip, folder + "expected.html")), default), default);
                if (expected.Text.Length > 200) pages.Add(new("mozilla", folder.TrimEnd('/'), "mozilla-" + folder, Bytes(zip, entry.FullName)) { Body = expected.Text });
            }
        }
        using (var zip = ZipFile.OpenRead(Path.Combine(news, "metadata/newspaper4k-tests.zip")))
        {
            foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".txt", StringComparison.Ordinal)).OrderBy(e => e.FullName, StringComparer.Ordinal))
                if (entry.Length > 1000) pages.Add(new("newspaper", entry.FullName, entry.FullName, Bytes(zip, entry.FullName[..^4] + ".html")) { Body = Encoding.UTF8.GetString(Bytes(zip, entry.FullName)) });
        }
        return pages;
    }

    /// <summary>The body of the one parser version there is; where there are several it is in doubt.</summary>
    static string? FundusBody(JsonElement row)
    {
        var versions = row.GetProperty("expected_by_parser_version").EnumerateObject().ToList();
        if (versions.Count != 1 || !versions[0].Value.TryGetProperty("body", out var body) || body.ValueKind != JsonValueKind.Object) return null;
        var parts = new List<string>(Strings(body, "summary"));
        foreach (var section in body.GetProperty("sections").EnumerateArray())
        {
            parts.AddRange(Strings(section, "headline"));
            parts.AddRange(Strings(section, "paragraphs"));
        }
        return string.Join('\n', parts);
    }

    static string[] Strings(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.GetString() ?? "").Where(v => v.Length > 0)] : [];

    /// <summary>The site, so that pages of one site never stand on both sides of a split.</summary>
    static string Host(string? url)
    {
        if (url is null) return "";
        var host = Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : url.Split("::")[^1];
        var labels = host.Split('.');
        return labels.Length < 2 ? host : labels[^2].Length <= 3 && labels.Length > 2 ? labels[^3] : labels[^2];
    }

    static byte[] Bytes(ZipArchive zip, string name)
    {
        using var stream = (zip.GetEntry(name) ?? throw new FileNotFoundException(name)).Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    static JsonDocument Json(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return JsonDocument.Parse(stream);
    }

    static IEnumerable<JsonElement> Lines(ZipArchive zip)
    {
        using var reader = new StreamReader(zip.GetEntry("gold.jsonl")!.Open());
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return JsonDocument.Parse(line).RootElement;
    }
}
