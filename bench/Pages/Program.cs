using System.IO.Compression;
using System.Text;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Extraction.Blocks;
using Ostrakon.Documents.Extraction.Judging;
using Ostrakon.Documents.Extraction.Metadata;
using Ostrakon.Documents.Extraction.Pages;

// Run from the project's root: pages a second of our extraction and of SmartReader over the same pages in one process, in turns, and where our time goes; in seconds of processor time, which other work on the machine does not lengthen.
// Both get decoded text, as SmartReader takes no bytes.
var shared = Environment.GetEnvironmentVariable("OSTRAKON_SHARED") ?? "../shared";
var pages = new List<string>();
using (var zip = ZipFile.OpenRead(Path.Combine(shared, "data/news/extraction/zyte-article-extraction-benchmark.zip")))
    foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith("html/", StringComparison.Ordinal) && e.Length > 0).OrderBy(e => e.FullName, StringComparer.Ordinal))
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        pages.Add(reader.ReadToEnd());
    }
Console.WriteLine($"{pages.Count} pages, {pages.Sum(p => (long)p.Length) / 1e6:0.0} million characters");

var names = new[] { "parse", "map", "view", "judge", "rest" };
for (var pass = 1; pass <= (args.Contains("long") ? 16 : 6); pass++)
{
    var ours = Seconds(page => ArticleReader.ReadPage(page));
    var theirs = args.Contains("alone") ? double.NaN : Seconds(page => new SmartReader.Reader("https://example.org/", page).GetArticle());
    var parts = new double[names.Length];
    var allocated = new double[names.Length];
    foreach (var page in pages) Parts(page, parts, allocated);
    parts[^1] = ours - parts[..^1].Sum();
    allocated[^1] = AllocatedByAll() - allocated[..^1].Sum();
    Console.WriteLine($"pass {pass}: ours {pages.Count / ours:0} pages/s, SmartReader {pages.Count / theirs:0}, ratio {theirs / ours:0.0}; {string.Join(", ", names.Zip(parts.Zip(allocated, (time, bytes) => (Time: time, Bytes: bytes)), (n, s) => $"{n} {1000 * s.Time / pages.Count:0.00} ms {s.Bytes / 1024 / pages.Count:0} KB"))}");
}

double Seconds(Action<string> read)
{
    var start = Environment.CpuUsage.TotalTime;
    foreach (var page in pages) read(page);
    return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
}

double AllocatedByAll()
{
    var before = GC.GetAllocatedBytesForCurrentThread();
    foreach (var page in pages) ArticleReader.ReadPage(page);
    return GC.GetAllocatedBytesForCurrentThread() - before;
}

static void Parts(string page, double[] parts, double[] allocated)
{
    var bytes = GC.GetAllocatedBytesForCurrentThread();
    var clock = Environment.CpuUsage.TotalTime;
    void Lap(int part)
    {
        var now = Environment.CpuUsage.TotalTime;
        parts[part] += (now - clock).TotalSeconds;
        allocated[part] += GC.GetAllocatedBytesForCurrentThread() - bytes;
        (clock, bytes) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
    }
    var tree = PageParser.Parse(page, default);
    Lap(0);
    var map = PageMapBuilder.Build(tree, default);
    Lap(1);
    var view = new PageView(map, TitleReader.Candidates(map.Facts, null), default);
    Lap(2);
    Judge.Read(view, default);
    Lap(3);
}
