using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Ostrakon.Lists.Archive;
using Ostrakon.Store;
using Ostrakon.Store.Screenings;
using Ostrakon.Store.Tests;

namespace Ostrakon.Cli.Tests;

/// <summary>What a server that is killed at any moment had acknowledged is there: the real process, SIGKILL, both databases.</summary>
public sealed partial class KilledServerTests(PostgresServer postgres) : IClassFixture<PostgresServer>, IDisposable
{
    readonly string work = Directory.CreateTempSubdirectory("ostrakon-killed-").FullName;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(work, recursive: true);

    [Fact]
    public async Task A_server_over_SQLite_killed_a_hundred_times_loses_nothing_that_it_acknowledged()
    {
        var told = await Task.WhenAll(Enumerable.Range(0, 2).Select(lane => Task.Run(() => LivesAsync($"lane{lane}", 50, null, lane), Cancel)));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', told));
    }

    [Fact]
    public async Task A_server_over_PostgreSQL_killed_ten_times_loses_nothing_that_it_acknowledged()
    {
        var told = await LivesAsync("postgres", 10, await postgres.NewDatabaseAsync(), 2);
        TestContext.Current.TestOutputHelper?.WriteLine(told);
    }

    [Fact]
    public async Task Servers_and_commands_may_begin_at_once_over_an_empty_folder()
    {
        var data = Path.Combine(work, "once");
        var servers = Enumerable.Range(0, 3).Select(_ => new Server(data, null)).ToList();
        var keys = Enumerable.Range(0, 3).Select(i => Start(data, null, "keys", "create", $"key{i}", "--scope", "admin")).ToList();
        var made = keys.ConvertAll(static k => Cli.Finish(k).Done().Output.Trim());
        foreach (var server in servers)
        {
            using var client = await server.ReadyAsync();
            client.DefaultRequestHeaders.Authorization = new("Bearer", made[0]);
            (await ScreenAsync(client, "Wladimir Putin")).Length.ShouldBe(32);
        }
        foreach (var server in servers) await server.EndAsync("TERM");
        await using var store = Store(data, null);
        (await store.Keys.AllAsync(Cancel)).Count.ShouldBe(3);
        (await store.Screenings.LatestAsync(10, Cancel)).Count.ShouldBe(3);
    }

    /// <summary>So many lives of a server over one folder, each ended by SIGKILL amid writes; then everything acknowledged in any of them is looked for.</summary>
    async Task<string> LivesAsync(string name, int lives, string? database, int seed)
    {
        var (data, random) = (Path.Combine(work, name), new Random(seed));
        var acknowledged = new Acknowledged();
        for (var life = 0; life < lives; life++)
        {
            var server = new Server(data, database);
            using var client = await server.ReadyAsync();
            using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            var writers = new[] { ScreensAsync(client, acknowledged, end.Token), ScreensAsync(client, acknowledged, end.Token), JobsAsync(client, acknowledged, end.Token), BriefsAsync(client, acknowledged, end.Token) };
            var key = life % 10 == 0 ? Start(data, database, "keys", "create", $"key of life {life}", "--json") : null;
            // Most are killed amid the first writes; some live until every kind of write was acknowledged.
            var (before, briefs, removed) = (acknowledged.Screenings.Count, acknowledged.Briefs.Count, acknowledged.Removed.Count);
            while (acknowledged.Screenings.Count == before || (life % 10 == 5 && (acknowledged.Briefs.Count == briefs || acknowledged.Removed.Count == removed)))
            {
                writers.All(static w => w.IsCompleted).ShouldBeFalse(server.Said);
                await Task.Delay(1, Cancel);
            }
            await Task.Delay(random.Next(0, 100), Cancel);
            await server.EndAsync("KILL");
            await end.CancelAsync();
            await Task.WhenAll(writers);
            if (key is null) continue;
            await Task.Delay(random.Next(0, 200), Cancel);
            key.Kill();
            // A server with keys would want one; what was acknowledged is the key itself, on standard output.
            if (KeyId().Match(Cli.Finish(key).Output) is { Success: true } made) acknowledged.Keys.Enqueue(made.Groups[1].Value);
            await using var keys = Store(data, database);
            foreach (var one in await keys.Keys.AllAsync(Cancel)) await keys.Keys.RevokeAsync(one.Id, Cancel);
        }
        var last = new Server(data, database);
        (await last.ReadyAsync()).Dispose();   // takes up what the dead left
        await last.EndAsync("TERM");
        await using var store = Store(data, database);
        var screenings = (await store.Screenings.LatestAsync(1_000_000, Cancel)).Select(static r => r.Id).ToHashSet();
        acknowledged.Screenings.Where(id => !screenings.Contains(id)).ShouldBeEmpty();
        var jobs = (await store.Jobs.AllAsync(Cancel)).ToDictionary(static j => j.Id);
        acknowledged.Jobs.Keys.Where(id => !acknowledged.Removed.ContainsKey(id) && !acknowledged.Doubtful.ContainsKey(id) && !jobs.ContainsKey(id)).ShouldBeEmpty();
        acknowledged.Removed.Keys.Where(jobs.ContainsKey).ShouldBeEmpty();
        foreach (var job in jobs.Values.Where(j => acknowledged.Jobs.ContainsKey(j.Id))) (await TextAsync(store.Files.Open(job.Input))).ShouldBe(acknowledged.Jobs[job.Id]);
        foreach (var id in acknowledged.Briefs) (await store.Briefs.FindAsync(id, Cancel)).ShouldNotBeNull($"brief {id}");
        var made2 = (await store.Keys.AllAsync(Cancel)).Select(static k => k.Id).ToHashSet();
        acknowledged.Keys.Where(id => !made2.Contains(id)).ShouldBeEmpty();
        acknowledged.Screenings.Count.ShouldBeGreaterThanOrEqualTo(lives);
        acknowledged.Removed.Count.ShouldBeGreaterThanOrEqualTo(lives / 10);
        acknowledged.Briefs.Count.ShouldBeGreaterThanOrEqualTo(lives / 10);
        return $"{name}: {lives} kills; kept {acknowledged.Screenings.Count} screenings, {acknowledged.Jobs.Count} jobs ({acknowledged.Removed.Count} removed), {acknowledged.Briefs.Count} briefs, {acknowledged.Keys.Count} keys";
    }

    static async Task ScreensAsync(HttpClient client, Acknowledged acknowledged, CancellationToken cancel)
    {
        for (var i = 0; await TryAsync(async () => acknowledged.Screenings.Enqueue(await ScreenAsync(client, $"Person {i} Putin"))) && !cancel.IsCancellationRequested; i++) { }
    }

    static async Task JobsAsync(HttpClient client, Acknowledged acknowledged, CancellationToken cancel)
    {
        for (var i = 0; !cancel.IsCancellationRequested; i++)
        {
            var content = $"id,name\n{i},Person {i}\n";
            var added = "";
            if (!await TryAsync(async () =>
            {
                using var response = await client.PostAsync(new Uri("/v1/jobs", UriKind.Relative), new StringContent(content, Encoding.UTF8, "text/csv"), Cancel);
                added = JobId().Match(await response.Content.ReadAsStringAsync(Cancel)).Groups[1].Value;
                acknowledged.Jobs[added] = content;
            })) return;
            if (i % 3 != 2) continue;
            acknowledged.Doubtful[added] = true;   // from here on it may be gone without that anybody learned it
            if (!await TryAsync(async () =>
            {
                using var response = await client.DeleteAsync(new Uri($"/v1/jobs/{added}", UriKind.Relative), Cancel);
                response.EnsureSuccessStatusCode();
                acknowledged.Removed[added] = true;
            })) return;
        }
    }

    static async Task BriefsAsync(HttpClient client, Acknowledged acknowledged, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested && await TryAsync(async () =>
        {
            using var form = new FormUrlEncodedContent([new("text", "Vladimir Putin met Kim Jong Un in Pyongyang.")]);
            using var response = await client.PostAsync(new Uri("/read", UriKind.Relative), form, Cancel);
            acknowledged.Briefs.Enqueue(response.Headers.Location!.ToString().Split('/')[^1]);
        })) { }
    }

    static async Task<string> ScreenAsync(HttpClient client, string name)
    {
        using var response = await client.PostAsync(new Uri("/v1/screen", UriKind.Relative), new StringContent($$"""{"name":"{{name}}"}""", Encoding.UTF8, "application/json"), Cancel);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync(Cancel);
        return response.Headers.GetValues("X-Screening-Id").Single();
    }

    /// <summary>False where the server is gone.</summary>
    static async Task<bool> TryAsync(Func<Task> work)
    {
        try { await work(); }
        catch (Exception e) when (e is HttpRequestException { StatusCode: null } or IOException) { return false; }
        return true;
    }

    static async Task<string> TextAsync(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancel);
    }

    static DataStore Store(string data, string? database) =>
        new(database is null ? new SqliteDatabase(new DataFolder(data), TimeProvider.System) : new PostgresDatabase(database, TimeProvider.System), TimeProvider.System);

    static Process Start(string data, string? database, params IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "ostrakon.exe" : "ostrakon"), [.. arguments, "--data", data])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        if (database is not null) info.Environment[DataStore.Variable] = database;
        return Process.Start(info)!;
    }

    [GeneratedRegex("answers at (http://\\S+)")]
    private static partial Regex Address();

    [GeneratedRegex("\"id\": ?\"([0-9a-f]+)\"")]
    private static partial Regex JobId();

    [GeneratedRegex("\"id\": ?\"([0-9a-f]+)\".*\"key\": ?\"ostrakon_[0-9a-f]+_[0-9a-f]+\"", RegexOptions.Singleline)]
    private static partial Regex KeyId();

    /// <summary>What clients were told is kept.</summary>
    sealed class Acknowledged
    {
        public ConcurrentQueue<string> Screenings { get; } = new();
        public ConcurrentDictionary<string, string> Jobs { get; } = new();
        public ConcurrentDictionary<string, bool> Doubtful { get; } = new();
        public ConcurrentDictionary<string, bool> Removed { get; } = new();
        public ConcurrentQueue<string> Briefs { get; } = new();
        public ConcurrentQueue<string> Keys { get; } = new();
    }

    /// <summary>A server process on a free port.</summary>
    sealed class Server
    {
        readonly Process process;
        readonly TaskCompletionSource<Uri> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly StringBuilder said = new();

        public Server(string data, string? database)
        {
            process = Start(data, database, "serve", "--urls", "http://127.0.0.1:0");
            process.OutputDataReceived += static (_, _) => { };
            process.ErrorDataReceived += (_, line) =>
            {
                lock (said) said.AppendLine(line.Data);
                if (line.Data is null) ready.TrySetException(new InvalidOperationException(said.ToString()));
                else if (Address().Match(line.Data) is { Success: true } match) ready.TrySetResult(new(match.Groups[1].Value));
            };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        /// <summary>What it wrote to its log.</summary>
        public string Said { get { lock (said) return said.ToString(); } }

        public async Task<HttpClient> ReadyAsync() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = await ready.Task };

        public async Task EndAsync(string signal)
        {
            if (signal == "KILL") process.Kill();
            else using (var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"])) await kill.WaitForExitAsync(Cancel);
            await process.WaitForExitAsync(Cancel);
            process.Dispose();
        }
    }
}
