using System.IO.Compression;
using System.Text;
using Ostrakon.Documents.Sources;

namespace Ostrakon.Documents.Tests.Sources;

public sealed class BatchSourcesTests : IDisposable
{
    const string Page = "<html><head><title>Port notes</title></head><body><article><h1>Port notes</h1>"
        + "<p>The tanker left the harbour on Tuesday and has not been seen since, the harbour master said on Thursday evening.</p>"
        + "<p>Its papers had been forged, and the captain was questioned for two days before he was allowed to leave.</p></article></body></html>";

    readonly string folder = Directory.CreateTempSubdirectory("ostrakon-sources-").FullName;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    List<SourceDocument> Open(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return [.. DocumentSources.Open(path, Cancel)];
    }

    [Fact]
    public void A_zip_gives_its_files_in_order()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in (string[])["one.html", "sub/two.html"])
                using (var entry = zip.CreateEntry(name).Open()) entry.Write(Encoding.UTF8.GetBytes(Page));
        var documents = Open("a.zip", memory.ToArray());
        documents.Select(d => d.File).ShouldBe(["one.html", "sub/two.html"]);
        documents[1].Read(Cancel).Text.ShouldStartWith("The tanker left the harbour");
    }

    [Fact]
    public void A_feed_gives_its_items_although_its_xml_is_broken()
    {
        var documents = Open("feed.xml", """
            <?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>
            <item><title>Ship & sailors gone</title><link>https://news.example/1</link><pubDate>Tue, 14 Nov 2023 10:00:00 GMT</pubDate>
            <description>The tanker left the harbour on Tuesday and has not been seen since.</description></item></channel></rss>
            """u8.ToArray());
        var article = documents.ShouldHaveSingleItem().Read(Cancel);
        article.Title.ShouldBe("Ship & sailors gone");
        article.Published.ShouldBe("2023-11-14");
        article.Text.ShouldContain("has not been seen since");
    }

    [Fact]
    public void A_json_feed_gives_its_items() =>
        Open("feed.json", """{"version":"https://jsonfeed.org/version/1.1","title":"H","items":[{"id":"7","url":"https://news.example/7","title":"T","content_html":"<p>The captain was questioned for two days before he was allowed to leave.</p>"}]}"""u8.ToArray())
            .ShouldHaveSingleItem().Id.ShouldBe("7");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_web_archive_gives_its_responses_chunked_and_compressed(bool zipped)
    {
        byte[] plain = Response("https://news.example/q", "", Encoding.UTF8.GetBytes(Page));
        var packed = Gzip(Encoding.UTF8.GetBytes(Page));
        byte[] chunks = [.. Encoding.ASCII.GetBytes($"{packed.Length:x}\r\n"), .. packed, .. "\r\n0\r\n\r\n"u8];
        byte[] hard = Response("https://news.example/p", "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunks);
        var documents = Open(zipped ? "w.warc.gz" : "w.warc", zipped ? [.. Gzip(hard), .. Gzip(plain)] : [.. hard, .. plain]);
        documents.Select(d => d.Id).ShouldBe(["https://news.example/p", "https://news.example/q"]);
        documents.ShouldAllBe(d => d.Read(Cancel).Text.StartsWith("The tanker left the harbour", StringComparison.Ordinal));
    }

    [Fact]
    public void An_archive_that_is_cut_off_gives_what_is_whole_and_says_so()
    {
        byte[] whole = [.. Response("https://news.example/1", "", Encoding.UTF8.GetBytes(Page)), .. Response("https://news.example/2", "", Encoding.UTF8.GetBytes(Page))];
        var documents = Open("cut.warc", whole[..^200]);
        documents[0].Problem.ShouldBeNull();
        documents[^1].Problem.ShouldNotBeNull().ShouldContain("ends in the midst");
    }

    static byte[] Response(string address, string headers, byte[] body)
    {
        byte[] http = [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n"), .. body];
        return [.. Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2023-11-14T10:00:00Z\r\n"
            + $"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {http.Length}\r\n\r\n"), .. http, .. "\r\n\r\n"u8];
    }

    static byte[] Gzip(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionMode.Compress)) gzip.Write(content);
        return memory.ToArray();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
