using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ostrakon.Index;
using Ostrakon.Lists.Archive;
using Ostrakon.Server.Records;
using Ostrakon.Store;
using Ostrakon.Store.Screenings;

namespace Ostrakon.Server.Tests.Records;

/// <summary>What a server keeps of what it was asked, whoever asked through whichever interface, and for how long.</summary>
public class RecordsTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_interface_was_asked_the_log_has_it_and_a_replay_answers_the_same()
    {
        await using var server = await TestServer.StartAsync();
        using var single = await server.SendAsync("/v1/screen", """{"name":"Wladimir Putin","birthDate":"1952-10-07","threshold":0.5,"limit":3}""");
        var id = single.Headers.GetValues("X-Screening-Id").Single();
        using (await server.Client.GetAsync(new Uri("/v1/screen?name=Nobody+Atall", UriKind.Relative), Cancel)) { }
        using (await server.SendAsync("/v1/screen/batch?threshold=0.8", "{\"name\":\"Kim Jong Un\"}\n{\"name\":\"\"}\n{\"name\":\"Ilse Marrowfield\"}\n", "application/x-ndjson")) { }
        await server.PostAsync("/match/default", """{"queries":{"a":{"schema":"Person","properties":{"name":["Vladimir Putin"]}},"b":{"schema":"Person","properties":{"passportNumber":["X1"]}}}}""");
        await server.PostAsync("/match/default?topics=sanction", """{"queries":{"a":{"schema":"Person","properties":{"name":["Vladimir Putin"]}}}}""");
        await server.PostAsync("/reconcile/default", """{"queries":{"q0":{"query":"Sergei Lavrov","limit":2}}}""");
        await server.Client.GetStringAsync(new Uri("/?name=Lavrov&list=starter", UriKind.Relative), Cancel);
        using (var mcp = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"screen","arguments":{"name":"Kim Jong Un"}}}""", System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "Accept", "application/json, text/event-stream" } },
        })
            (await (await server.Client.SendAsync(mcp, Cancel)).Content.ReadAsStringAsync(Cancel)).ShouldContain("Kim Jong Un");
        using (await server.SendAsync("/v1/screen", """{"name":""}""")) { }   // no question
        using (await server.SendAsync("/v1/compare", """{"name1":"A B","name2":"A C"}""")) { }   // asks no list

        var store = server.Services.GetRequiredService<DataStore>();
        var records = await Records(store, 10);
        records.Select(r => r.Via).ShouldBe(["mcp", "page", "/reconcile", "/match", "/match", "/match", "/v1/screen/batch", "/v1/screen/batch", "/v1/screen", "/v1/screen"]);
        var first = records.Single(r => r.Id == id);
        first.Query.ShouldBe("""{"name":["Wladimir Putin"],"birthDate":["1952-10-07"]}""");
        first.Options.ShouldBe("""{"threshold":0.5,"limit":3,"algorithm":"default","lists":[]}""");
        first.Answer.ShouldBe(Recording.Hash(await single.Content.ReadAsByteArrayAsync(Cancel)));
        (first.Total, JsonDocument.Parse(first.Hits).RootElement[0].GetProperty("party").GetString()).ShouldBe((1, "starter-ofac-35096"));

        using var source = SnapshotSource.Open(server.Folder, static _ => { }, TimeProvider.System);
        using var replay = new Replay(store, new(server.Folder, static _ => { }), source);
        var again = await replay.AllAsync(Cancel).ToListAsync(Cancel);
        again.Count.ShouldBe(10);
        again.SelectMany(a => a.Differences).ShouldBeEmpty();
        (await replay.OneAsync(id, Cancel))!.Answer!.Value.ToArray().ShouldBe(await single.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task Nothing_is_recorded_where_the_settings_say_so()
    {
        await using var server = await TestServer.StartAsync(static folder => Settings(folder, """{"recordScreenings": false}"""));
        using var answer = await server.SendAsync("/v1/screen", """{"name":"Wladimir Putin"}""");
        answer.IsSuccessStatusCode.ShouldBeTrue();
        answer.Headers.Contains("X-Screening-Id").ShouldBeFalse();
        File.Exists(Path.Combine(server.Folder.Root, "store.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task Records_are_removed_daily_beyond_the_days_that_the_settings_keep()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await TestServer.StartAsync(static folder => Settings(folder, """{"keepRecordsDays": 30}"""), o => o with { Time = time });
        var store = server.Services.GetRequiredService<DataStore>();
        await store.Screenings.AddAsync([Record(time.GetUtcNow().AddDays(-2)), Record(time.GetUtcNow())], Cancel);
        for (var day = 0; day < 29; day++) await Passed();
        while ((await store.Screenings.LatestAsync(5, Cancel)).Count > 1) await Passed(TimeSpan.FromMinutes(1));   // looked at once a minute
        (await store.Screenings.LatestAsync(5, Cancel)).ShouldHaveSingleItem().At.ShouldBeGreaterThan(time.GetUtcNow().AddDays(-30));

        async Task Passed(TimeSpan? by = null)
        {
            time.Advance(by ?? TimeSpan.FromDays(1));
            await Task.Delay(1, Cancel);
        }
    }

    [Fact]
    public async Task A_list_version_that_a_record_may_need_is_held()
    {
        await using var server = await TestServer.StartAsync(static folder => TestServer.Import(folder, "my-list", "2024-05-03", TestServer.Person("a", "Orlan Deskovitch")));
        var archive = new ListArchive(server.Folder, static _ => { });
        while (!archive.IsHeld("my-list", "2024-05-03")) await Task.Delay(10, Cancel);
        File.Exists(Path.Combine(server.Folder.Root, "lists/my-list/2024-05-03/held/records")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_brief_and_its_document_survive_the_process_and_a_replay_reads_the_same()
    {
        var kept = Directory.CreateTempSubdirectory("ostrakon-kept-").FullName;
        string address, page;
        await using (var server = await TestServer.StartAsync())
        {
            using var form = new FormUrlEncodedContent([new("text", "Vladimir Putin met Kim Jong Un in Pyongyang on Monday. Russia shipped oil to North Korea, South Korea said."), new("date", "2024-05-03")]);
            using var answer = await server.Client.PostAsync(new Uri("/read", UriKind.Relative), form, Cancel);
            address = answer.RequestMessage!.RequestUri!.AbsolutePath;
            page = await answer.Content.ReadAsStringAsync(Cancel);
            page.ShouldContain("Kim Jong Un");
            await server.Services.GetRequiredService<DataStore>().Database.CopyAsync(Path.Combine(kept, SqliteDatabase.FileName), Cancel);
        }
        await using var again = await TestServer.StartAsync(data =>
        {
            data.Create();
            File.Copy(Path.Combine(kept, SqliteDatabase.FileName), Path.Combine(data.Root, SqliteDatabase.FileName));
        });
        Directory.Delete(kept, recursive: true);
        (await again.Client.GetStringAsync(new Uri(address, UriKind.Relative), Cancel)).ShouldBe(page);
        (await again.Client.GetStringAsync(new Uri($"{address}/brief.html", UriKind.Relative), Cancel)).ShouldContain("Pyongyang");
        (await again.GetAsync($"{address}/brief.json")).GetProperty("parties").GetArrayLength().ShouldBeGreaterThan(2);
        using var source = SnapshotSource.Open(again.Folder, static _ => { }, TimeProvider.System);
        using var replay = new Replay(again.Services.GetRequiredService<DataStore>(), new(again.Folder, static _ => { }), source);
        (await replay.OneAsync(address.Split('/')[^1], Cancel))!.Differences.ShouldBeEmpty();
    }

    static void Settings(DataFolder folder, string json)
    {
        folder.Create();
        File.WriteAllText(Path.Combine(folder.Root, "settings.json"), json);
    }

    static ScreeningRecord Record(DateTimeOffset at) => new(RecordId.New(at), at, null, "/v1/screen", """{"name":["X"]}""", "{}", 0, "[]", "00", new("1", "2", "[]", ""));

    /// <summary>The log once it has this many records: they come a moment after the answers.</summary>
    static async Task<List<ScreeningRecord>> Records(DataStore store, int count)
    {
        while (true)
        {
            var records = await store.Screenings.LatestAsync(100, Cancel);
            if (records.Count >= count) return records;
            await Task.Delay(20, Cancel);
        }
    }
}
