using System.IO.Compression;
using System.Text.Json;
using Ostrakon.Documents.Stories;

namespace Ostrakon.Extraction.Bench;

/// <summary>
/// Story ids on texts that really differ in their clutter: thirteen tools' outputs for each of the Zyte pages, from the bare body to all text of the page,
/// are one story each; the pages of the other sets, by their gold text, are stories of their own (without Mozilla's, of which a dozen hold the same filler text).
/// </summary>
static class StoryMeasure
{
    public static void Run(string news)
    {
        var texts = new List<(string Story, string Text)>();
        using (var zip = ZipFile.OpenRead(Path.Combine(news, "extraction/zyte-article-extraction-benchmark.zip")))
        {
            foreach (var entry in zip.Entries.Where(e => e.Name == "ground-truth.json" || e.FullName.StartsWith("peer-output/", StringComparison.Ordinal) && e.Name != "VERSIONS.json"))
            {
                using var stream = entry.Open();
                using var json = JsonDocument.Parse(stream);
                foreach (var page in json.RootElement.EnumerateObject())
                    if (page.Value.TryGetProperty("articleBody", out var body) && body.GetString() is { Length: > 0 } text) texts.Add((page.Name, text));
            }
        }
        var copies = texts.Count;
        texts.AddRange(GoldData.Load(news).Where(p => p.Set is not ("zyte" or "mozilla") && p.Body is { Length: > 0 }).Select(p => ($"{p.Set} {p.Id}", p.Body!)));
        var all = texts.ToArray();
        new Random(7).Shuffle(all);

        var index = new StoryIndex();
        var given = all.Select(t => (t.Story, Id: index.IdOf(StorySketch.Of(t.Text)) ?? t.Story)).ToList();
        long right = 0, asked = 0, wrong = 0, said = 0;
        foreach (var story in given.GroupBy(g => g.Story)) { asked += Pairs(story.Count()); right += story.GroupBy(g => g.Id).Sum(g => Pairs(g.Count())); }
        foreach (var id in given.GroupBy(g => g.Id))
        {
            var pairs = Pairs(id.Count());
            said += pairs;
            wrong += pairs - id.GroupBy(g => g.Story).Sum(g => Pairs(g.Count()));
            if (id.Select(g => g.Story).Distinct().Count() > 1) Console.WriteLine($"  one id for: {string.Join(", ", id.Select(g => g.Story).Distinct())}");
        }
        Console.WriteLine($"{copies} copies of {given.Select(g => g.Story).Distinct().Count()} stories: pairs of one story with one id {(double)right / asked:0.0000}, pairs with one id that are two stories {(double)wrong / said:0.0000}");

        static long Pairs(int n) => (long)n * (n - 1) / 2;
    }
}
