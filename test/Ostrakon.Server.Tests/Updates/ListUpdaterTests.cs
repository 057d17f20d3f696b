using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Ostrakon.Documents.Web;
using Ostrakon.Lists.Archive;
using Ostrakon.Server.Updates;
using Ostrakon.TestData;

namespace Ostrakon.Server.Tests.Updates;

/// <summary>Updates against a real server that misbehaves. All waiting is by a clock that the tests move.</summary>
public sealed class ListUpdaterTests : IDisposable
{
    /// <summary>No transfer stalls by the tests' clock, however far it is moved, but where that is the test.</summary>
    static readonly UpdateLimits Limits = new() { AllowPrivate = true, Size = 100_000, Stall = TimeSpan.FromDays(20) };

    readonly string root = Path.Combine(Path.GetTempPath(), $"ostrakon-update-{Guid.NewGuid():N}");
    readonly FakeTimeProvider time = new(new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));
    readonly ConcurrentQueue<string> said = new();

    public void Dispose()
    {
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    DataFolder Folder => new(root);

    static string Rows(int count, string name = "Tarvo Nemelka") => string.Concat(Enumerable.Range(1, count).Select(i => TestServer.Person($"p{i}", $"{name} {i}")));

    static Task SendAsync(Stream stream, string head, string body = "", int? length = null) =>
        LocalServer.SendAsync(stream, $"HTTP/1.1 {head}\nContent-Length: {length ?? Encoding.UTF8.GetByteCount(body)}", Encoding.UTF8.GetBytes(body));

    /// <summary>Runs an update of the list <c>my-list</c> while the clock goes.</summary>
    async Task<ListUpdate> UpdateAsync(LocalServer server, UpdateLimits? limits = null, string path = "/list", string list = "my-list", Func<IPAddress, string?>? objection = null)
    {
        Folder.Create();
        await File.WriteAllTextAsync(Path.Combine(root, "addresses.tsv"), $"# of a test\n{list}\t{server.Address("127.0.0.1", path)}\tlist.jsonl\n", Cancel);
        var connections = new GuardedConnections(objection ?? (static _ => null), Dns.GetHostAddressesAsync);
        using var updater = new ListUpdater(Folder, said.Enqueue, time, new ListDownloader(limits ?? Limits, said.Enqueue, time, connections));
        var running = updater.RunAsync([list], static _ => { }, Cancel);
        while (!running.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(running, Task.Delay(1, Cancel));
        }
        return (await running).ShouldHaveSingleItem();
    }

    string InUse() => string.Join(", ", new ListArchive(Folder, said.Enqueue).InUse().Lists.Select(l => l.List));

    [Fact]
    public async Task What_has_not_changed_is_not_fetched_again()
    {
        var asked = new ConcurrentQueue<string>();
        var (tag, body) = ("\"one\"", Rows(3));
        await using var server = new LocalServer((request, head, stream) =>
        {
            asked.Enqueue(head);
            return head.Contains($"If-None-Match: {tag}", StringComparison.OrdinalIgnoreCase) ? SendAsync(stream, "304 Not Modified")
                : SendAsync(stream, $"200 OK\nETag: {tag}\nLast-Modified: Fri, 31 Jul 2026 10:00:00 GMT", body);
        });
        var first = await UpdateAsync(server);
        first.State.ShouldBe("updated", first.Error);
        first.Imported!.Version.Version.ShouldBe("2026-07-31");
        (await UpdateAsync(server)).State.ShouldBe("unchanged");
        (tag, body) = ("\"two\"", Rows(4));
        var changed = await UpdateAsync(server);
        changed.Imported!.Delta!.Added.Length.ShouldBe(1);
        changed.ToString().ShouldContain("1 added");
        asked.Count.ShouldBe(3);
        asked.Last().ShouldContain("If-Modified-Since: Fri, 31 Jul 2026 10:00:00 GMT");
    }

    [Fact]
    public async Task A_server_that_says_when_to_come_back_is_obeyed()
    {
        var times = new ConcurrentQueue<DateTimeOffset>();
        await using var server = new LocalServer((_, _, stream) =>
        {
            times.Enqueue(time.GetUtcNow());
            return times.Count == 1 ? SendAsync(stream, "429 Too Many Requests\nRetry-After: 120") : SendAsync(stream, "200 OK", Rows(3));
        });
        (await UpdateAsync(server)).State.ShouldBe("updated");
        (times.Last() - times.First()).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(120));
        said.ShouldContain(s => s.Contains("120 s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_left_to_the_next_update()
    {
        await using var server = new LocalServer((_, _, stream) => SendAsync(stream, "503 Service Unavailable\nRetry-After: 7200"));
        (await UpdateAsync(server)).Error!.ShouldContain("120 minutes");
        server.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task A_failing_server_is_asked_again_but_not_for_ever()
    {
        await using var server = new LocalServer((_, _, stream) => SendAsync(stream, "500 Internal Server Error", "oops"));
        var failed = await UpdateAsync(server);
        failed.Error!.ShouldContain("500");
        server.Asked.ShouldBe(1 + Limits.Retries);
        await using var gone = new LocalServer((_, _, stream) => SendAsync(stream, "404 Not Found"));
        (await UpdateAsync(gone)).Error!.ShouldContain("addresses.tsv");
        gone.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task A_transfer_that_was_cut_off_goes_on_where_it_stopped()
    {
        var body = Rows(20);
        var half = body.Length / 2;
        var asked = new ConcurrentQueue<string>();
        await using var server = new LocalServer((_, head, stream) =>
        {
            asked.Enqueue(head);
            if (!head.Contains("Range: bytes=", StringComparison.OrdinalIgnoreCase)) return SendAsync(stream, "200 OK\nETag: \"a\"", body[..half], body.Length);
            var from = int.Parse(head.Split("bytes=")[1].Split('-')[0], CultureInfo.InvariantCulture);
            return SendAsync(stream, $"206 Partial Content\nETag: \"a\"\nContent-Range: bytes {from}-{body.Length - 1}/{body.Length}", body[from..]);
        });
        var update = await UpdateAsync(server);
        update.State.ShouldBe("updated", update.Error);
        update.Imported!.Version.Entries.ShouldBe(20);
        asked.Last().ShouldContain("If-Range: \"a\"");
        said.ShouldContain(s => s.Contains("cut off", StringComparison.Ordinal));
        Directory.EnumerateFiles(Path.Combine(root, "updates"), "*.part*").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_beginning_of_another_file_is_thrown_away()
    {
        var body = Rows(20);
        var count = 0;
        await using var server = new LocalServer((_, _, stream) => Interlocked.Increment(ref count) switch
        {
            1 => SendAsync(stream, "200 OK\nETag: \"a\"", body[..100], body.Length),
            2 => SendAsync(stream, "206 Partial Content\nETag: \"b\"\nContent-Range: bytes 7-8/9", "xx"),
            3 => SendAsync(stream, "200 OK\nETag: \"b\"", body[..50], body.Length),
            4 => SendAsync(stream, "416 Range Not Satisfiable"),
            _ => SendAsync(stream, "200 OK\nETag: \"c\"", body),
        });
        (await UpdateAsync(server)).State.ShouldBe("updated");
        count.ShouldBe(5);
    }

    [Fact]
    public async Task A_stalled_transfer_is_given_up()
    {
        var stop = new TaskCompletionSource();
        await using var server = new LocalServer(async (_, _, stream) =>
        {
            await SendAsync(stream, "200 OK", "{\"id\":", 1000);
            await stop.Task;
        });
        (await UpdateAsync(server, Limits with { Stall = TimeSpan.FromSeconds(60), Retries = 1 })).Error!.ShouldContain("nothing came for 60 seconds");
        stop.SetResult();
    }

    [Theory]
    [InlineData("200 OK\nTransfer-Encoding: chunked\nContent-Type: text/plain", 200_001)]
    [InlineData("200 OK\nContent-Length: 99999999", 10)]
    public async Task Too_large_a_body_is_refused_whatever_its_head_says(string head, int bytes)
    {
        await using var server = new LocalServer((_, _, stream) => LocalServer.SendAsync(stream, $"HTTP/1.1 {head}",
            Encoding.ASCII.GetBytes(head.Contains("chunked", StringComparison.Ordinal) ? $"{bytes:x}\r\n{new string('x', bytes)}\r\n0\r\n\r\n" : new string('x', bytes))));
        (await UpdateAsync(server)).Error!.ShouldContain("larger than");
        server.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Redirects_are_held_to_the_same_rules()
    {
        await using var server = new LocalServer((path, _, stream) => path switch
        {
            "/list" => SendAsync(stream, "302 Found\nLocation: /there"),
            "/there" => SendAsync(stream, "200 OK", Rows(3)),
            "/loop" => SendAsync(stream, "301 Moved Permanently\nLocation: /loop2"),
            "/loop2" => SendAsync(stream, "301 Moved Permanently\nLocation: /loop"),
            "/inside" => SendAsync(stream, "302 Found\nLocation: http://127.0.0.2/secret"),
            _ => SendAsync(stream, "302 Found\nLocation: file:///etc/passwd"),
        });
        (await UpdateAsync(server)).State.ShouldBe("updated");
        (await UpdateAsync(server, path: "/loop")).Error!.ShouldContain("circle");
        (await UpdateAsync(server, path: "/file")).Error!.ShouldContain("https only");
        (await UpdateAsync(server, path: "/inside", objection: static a => a.ToString() == "127.0.0.2" ? "loopback" : null)).Error!.ShouldContain("no public address");
        (await UpdateAsync(server, objection: PublicAddresses.Objection)).Error!.ShouldContain("no public address");
        (await UpdateAsync(server, Limits with { AllowPrivate = false })).Error!.ShouldContain("https only");
    }

    [Fact]
    public async Task What_no_import_would_take_no_update_takes_and_the_good_state_stays()
    {
        var body = Rows(20);
        await using var server = new LocalServer((_, _, stream) => SendAsync(stream, "200 OK\nETag: \"same\"", body));
        (await UpdateAsync(server)).State.ShouldBe("updated");
        foreach (var (bad, why) in new[] { ("<!doctype html><html><body>Sorry</body></html>", ""), (Rows(10), "a loss of more than a tenth"), ("", "empty"), (Rows(20)[..^40], "") })
        {
            body = bad;
            time.Advance(TimeSpan.FromDays(1));
            var refused = await UpdateAsync(server);
            refused.State.ShouldBe("failed");
            refused.Error!.ShouldContain(why);
            new ListArchive(Folder, said.Enqueue).Versions("my-list").Length.ShouldBe(1);
        }
        body = Rows(21);
        (await UpdateAsync(server)).Imported!.Version.Entries.ShouldBe(21);
    }

    [Fact]
    public async Task The_file_of_another_list_is_refused()
    {
        var body = await File.ReadAllTextAsync(SharedData.Fixture("updates/un.xml"), Cancel);
        await using var server = new LocalServer((_, _, stream) => SendAsync(stream, "200 OK", body));
        (await UpdateAsync(server, list: "eu-fsf")).Error!.ShouldContain("un-sc");
        InUse().ShouldBe("");
        (await UpdateAsync(server, list: "un-sc")).State.ShouldBe("updated");
        InUse().ShouldBe("un-sc");
    }

    [Fact]
    public async Task A_list_without_an_address_is_an_error_and_a_bad_table_is_told_by_line()
    {
        using var updater = new ListUpdater(Folder, Limits, said.Enqueue, time);
        (await Should.ThrowAsync<DataFolderException>(() => updater.RunAsync(["nowhere"], static _ => { }, Cancel))).Message.ShouldContain("addresses.tsv");
        Folder.Create();
        await File.WriteAllTextAsync(Path.Combine(root, "addresses.tsv"), "un-sc\t-\t\nmy-list\tno address\tx\n", Cancel);
        (await Should.ThrowAsync<DataFolderException>(() => updater.RunAsync([], static _ => { }, Cancel))).Message.ShouldContain("addresses.tsv:2");
    }

    [Fact]
    public async Task The_server_updates_when_asked_and_shows_it()
    {
        await using var lists = new LocalServer((_, _, stream) => SendAsync(stream, "200 OK", Rows(3)));
        await using var server = await TestServer.StartAsync(folder =>
        {
            TestServer.Import(folder, "my-list", "2020-01-01", Rows(2));
            File.WriteAllText(Path.Combine(folder.Root, "addresses.tsv"), $"my-list\t{lists.Address("127.0.0.1", "/list")}\tlist.jsonl\n");
        }, options => options with { UpdateLimits = new() { AllowPrivate = true } });
        (await server.Client.GetStringAsync(new Uri("/lists", UriKind.Relative), Cancel)).ShouldContain("Fetch the newest versions");
        var page = await (await server.SendAsync("/lists/update", "", "application/x-www-form-urlencoded")).Content.ReadAsStringAsync(Cancel);
        while (!page.Contains("1 added", StringComparison.Ordinal))
        {
            page.ShouldNotContain("failed");
            await Task.Delay(20, Cancel);
            page = await server.Client.GetStringAsync(new Uri("/lists", UriKind.Relative), Cancel);
        }
        (await server.GetAsync("/v1/lists")).GetProperty("lists")[0].GetProperty("entries").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task A_server_with_a_schedule_updates_by_itself()
    {
        await using var lists = new LocalServer((_, _, stream) => SendAsync(stream, "200 OK", Rows(3)));
        await using var server = await TestServer.StartAsync(folder =>
        {
            TestServer.Import(folder, "my-list", "2020-01-01", Rows(2));
            File.WriteAllText(Path.Combine(folder.Root, "addresses.tsv"), $"my-list\t{lists.Address("127.0.0.1", "/list")}\tlist.jsonl\n");
        }, options => options with { UpdateLimits = Limits, UpdateEvery = TimeSpan.FromHours(6), Time = time });
        foreach (var times in new[] { 1, 2 })
            while (lists.Asked < times)
            {
                if (times > 1) time.Advance(TimeSpan.FromMinutes(10));
                await Task.Delay(1, Cancel);
            }
    }
}
