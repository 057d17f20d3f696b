using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Ostrakon.Documents.Web;
using Ostrakon.TestData;
using static Ostrakon.TestData.LocalServer;

namespace Ostrakon.Documents.Tests.Web;

/// <summary>Against a real server on 127.0.0.1, which stands for a public one here; 127.0.0.2 stands for one's own network.</summary>
public class WebFetcherTests
{
    static readonly IPAddress Public = IPAddress.Loopback, Private = IPAddress.Parse("127.0.0.2");
    static readonly byte[] Page = "<html><body><p>The ship left the port on Tuesday.</p></body></html>"u8.ToArray();
    const string Html = "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static Task<IPAddress[]> Resolve(string host) => Task.FromResult<IPAddress[]>(host == "inside.test" ? [Private] : [Public]);

    static WebFetcher Fetcher(WebLimits? limits = null, TimeProvider? time = null, Func<string, Task<IPAddress[]>>? resolve = null) =>
        new(limits ?? new(), time ?? TimeProvider.System, new GuardedConnections(a => a.Equals(Private) ? "private" : null, (host, _) => (resolve ?? Resolve)(host)));

    static async Task<string> Refusal(WebFetcher fetcher, string address) => (await Should.ThrowAsync<FetchException>(() => fetcher.GetAsync(address, Cancel))).Message;

    static async Task<string> Refusal(Func<string, Stream, Task> answer, WebLimits? limits = null)
    {
        await using var server = new LocalServer(answer);
        using var fetcher = Fetcher(limits);
        return await Refusal(fetcher, server.Address("site.test"));
    }

    [Fact]
    public async Task A_page_comes_with_its_address_type_hash_and_time()
    {
        await using var server = new LocalServer((path, stream) => path == "/old" ? SendAsync(stream, "HTTP/1.1 301 Moved\nLocation: /new") : SendAsync(stream, Html, Page));
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
        using var fetcher = Fetcher(time: time);
        var page = await fetcher.GetAsync(server.Address("site.test", "/old"), Cancel);
        page.Asked.AbsolutePath.ShouldBe("/old");
        page.Address.AbsolutePath.ShouldBe("/new");
        page.ContentType.ShouldBe("text/html; charset=utf-8");
        page.Bytes.ToArray().ShouldBe(Page);
        page.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Page)));
        page.Fetched.ShouldBe(time.GetUtcNow());
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("0.0.0.0")]
    public async Task Without_leave_nothing_of_ones_own_network_is_asked(string host)
    {
        await using var server = new LocalServer((_, stream) => SendAsync(stream, Html, Page));
        using var fetcher = new WebFetcher();
        (await Refusal(fetcher, server.Address(host))).ShouldContain("--allow-private");
        server.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task With_leave_it_is()
    {
        await using var server = new LocalServer((_, stream) => SendAsync(stream, Html, Page));
        using var fetcher = new WebFetcher(new WebLimits { AllowPrivate = true });
        (await fetcher.GetAsync(server.Address("127.0.0.1"), Cancel)).Bytes.ToArray().ShouldBe(Page);
    }

    [Fact]
    public async Task A_redirect_into_ones_own_network_is_not_followed()
    {
        await using var inside = new LocalServer((_, stream) => SendAsync(stream, Html, Page), Private);
        await using var server = new LocalServer((_, stream) => SendAsync(stream, $"HTTP/1.1 302 Found\nLocation: {inside.Address("inside.test")}"));
        using var fetcher = Fetcher();
        (await Refusal(fetcher, server.Address("site.test"))).ShouldContain("inside.test stands at 127.0.0.2");
        (await Refusal(fetcher, server.Address("site.test")).ConfigureAwait(true)).ShouldContain("not asked");
        inside.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task A_name_that_moves_into_ones_own_network_is_not_followed_there()
    {
        await using var server = new LocalServer((path, stream) => path == "/" ? SendAsync(stream, "HTTP/1.1 302 Found\nLocation: /next") : SendAsync(stream, Html, Page));
        var times = 0;
        using var fetcher = Fetcher(resolve: _ => Task.FromResult<IPAddress[]>(times++ == 0 ? [Public] : [Private]));
        (await Refusal(fetcher, server.Address("moving.test"))).ShouldContain("127.0.0.2");
        server.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Of_several_addresses_only_public_ones_are_asked()
    {
        await using var server = new LocalServer((_, stream) => SendAsync(stream, Html, Page));
        using var fetcher = Fetcher(resolve: _ => Task.FromResult<IPAddress[]>([Private, Public]));
        (await fetcher.GetAsync(server.Address("both.test"), Cancel)).Bytes.ToArray().ShouldBe(Page);
    }

    [Fact]
    public async Task A_transfer_that_stalls_ends()
    {
        var begun = new TaskCompletionSource();
        await using var server = new LocalServer(async (_, stream) =>
        {
            await SendAsync(stream, Html + "\nContent-Length: 1000", Page);
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, Cancel);
        });
        var time = new FakeTimeProvider();
        using var fetcher = Fetcher(time: time);
        var refusal = Refusal(fetcher, server.Address("site.test"));
        await begun.Task;
        time.Advance(TimeSpan.FromSeconds(31));
        (await refusal).ShouldContain("longer than 30 seconds");
    }

    [Theory]
    [InlineData("Content-Length: 99999999999")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task What_is_too_large_ends(string header) => (await Refusal(async (_, stream) =>
    {
        await SendAsync(stream, $"{Html}\n{header}");
        while (true)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes("10000\r\n"), Cancel);
            await stream.WriteAsync(new byte[0x10000], Cancel);
            await stream.WriteAsync(Encoding.ASCII.GetBytes("\r\n"), Cancel);
        }
    }, new WebLimits { Size = 1 << 20 })).ShouldContain("larger than 1 MB");

    [Fact]
    public async Task A_small_body_that_unpacks_to_a_large_one_ends()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(new byte[64 << 20]);
        (await Refusal((_, stream) => SendAsync(stream, $"{Html}\nContent-Encoding: gzip\nContent-Length: {packed.Length}", packed.ToArray()), new WebLimits { Size = 1 << 20 }))
            .ShouldContain("larger than 1 MB");
    }

    [Fact]
    public async Task A_body_shorter_than_announced_is_not_used() =>
        (await Refusal((_, stream) => SendAsync(stream, Html + "\nContent-Length: 5000", Page))).ShouldContain("cut off");

    [Fact]
    public async Task A_packed_body_that_is_cut_off_is_not_used()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(RandomNumberGenerator.GetBytes(4000));
        (await Refusal((_, stream) => SendAsync(stream, $"{Html}\nContent-Encoding: gzip\nContent-Length: {packed.Length}", packed.ToArray().AsMemory(0, 2000)))).ShouldContain("cut off");
    }

    [Fact]
    public async Task No_more_is_read_than_was_announced()
    {
        await using var server = new LocalServer((_, stream) => SendAsync(stream, Html + "\nContent-Length: 20", Page));
        using var fetcher = Fetcher();
        (await fetcher.GetAsync(server.Address("site.test"), Cancel)).Bytes.Length.ShouldBe(20);
    }

    [Theory]
    [InlineData("image/png", "image/png")]
    [InlineData("application/pdf", "pdftotext")]
    [InlineData("application/octet-stream", "octet-stream")]
    public async Task Other_types_are_refused_by_name(string type, string said) =>
        (await Refusal((_, stream) => SendAsync(stream, $"HTTP/1.1 200 OK\nContent-Type: {type}", Page))).ShouldContain(said);

    [Fact]
    public async Task Redirects_in_a_circle_end() =>
        (await Refusal((path, stream) => SendAsync(stream, $"HTTP/1.1 307 Again\nLocation: {(path == "/" ? "/b" : "/")}"))).ShouldContain("circle");

    [Fact]
    public async Task Redirects_without_end_end()
    {
        var number = 0;
        (await Refusal((_, stream) => SendAsync(stream, $"HTTP/1.1 302 Found\nLocation: /{++number}"))).ShouldContain("more than 10 redirects");
        number.ShouldBe(11);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://site.test/")]
    [InlineData("gopher://site.test/")]
    public async Task Only_the_web_is_asked_whoever_says_so(string address)
    {
        using var fetcher = Fetcher();
        (await Refusal(fetcher, address)).ShouldContain("only http and https");
        (await Refusal((_, stream) => SendAsync(stream, $"HTTP/1.1 302 Found\nLocation: {address}"))).ShouldContain("only http and https");
    }

    [Fact]
    public async Task Credentials_in_an_address_are_refused_and_not_repeated()
    {
        using var fetcher = Fetcher();
        var refusal = await Refusal(fetcher, "http://anna:secret@site.test/");
        refusal.ShouldContain("password");
        refusal.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData(403, "save the page in a browser")]
    [InlineData(404, "Check the address")]
    [InlineData(500, "Try again later")]
    public async Task An_answer_that_is_no_page_says_what_to_do(int status, string what)
    {
        var refusal = await Refusal((_, stream) => SendAsync(stream, $"HTTP/1.1 {status} Sorry", Page));
        refusal.ShouldContain(status.ToString(CultureInfo.InvariantCulture));
        refusal.ShouldContain(what);
    }

    [Fact]
    public async Task What_is_no_http_or_has_an_endless_header_ends()
    {
        (await Refusal(async (_, stream) => await stream.WriteAsync("SSH-2.0-OpenSSH_9.2\r\n"u8.ToArray(), Cancel))).ShouldContain("broken");
        (await Refusal(async (_, stream) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), Cancel);
            while (true) await stream.WriteAsync(Encoding.ASCII.GetBytes($"X-More: {new string('x', 4000)}\r\n"), Cancel);
        })).ShouldContain("broken");
    }

    [Fact]
    public async Task Kept_bytes_are_named_by_their_hash_and_each_fetch_is_noted()
    {
        await using var server = new LocalServer((_, stream) => SendAsync(stream, Html, Page));
        using var fetcher = Fetcher();
        var page = await fetcher.GetAsync(server.Address("site.test"), Cancel);
        var folder = Path.Combine(Path.GetTempPath(), $"ostrakon-kept-{Guid.NewGuid():N}");
        try
        {
            var path = KeptPages.In(folder).Keep(page);
            KeptPages.In(folder).Keep(page).ShouldBe(path);
            Path.GetFileName(path).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
            File.ReadAllLines(path + ".json").Length.ShouldBe(2);
            Directory.GetFiles(Path.GetDirectoryName(path)!).Length.ShouldBe(2);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }
}
