using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using Ostrakon.Store;

namespace Ostrakon.Cli.Tests;

/// <summary><c>log</c>, <c>replay</c>, <c>backup</c> and <c>restore</c>, after a real server was asked.</summary>
public sealed class LogTests : IDisposable
{
    readonly Cli cli = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task What_was_asked_is_listed_shown_and_answered_again_to_the_byte_over_the_lists_of_then()
    {
        Import("2024-05-03", "Orlan Deskovitch", "Ilse Marrowfield");
        var id = await AskAsync("Orlan Deskovich");
        Import("2024-06-01", "Somebody Else");   // replaces the list: the archive has the one of then
        var listed = cli.Run("log", "list", "--json").Done().Json.GetProperty("screenings")[0];
        listed.GetProperty("id").GetString().ShouldBe(id);
        listed.GetProperty("query").GetProperty("name")[0].GetString().ShouldBe("Orlan Deskovich");
        listed.GetProperty("versions").GetProperty("lists")[0].GetProperty("version").GetString().ShouldBe("2024-05-03");
        cli.Run("log", "show", id).Done().Output.ShouldContain("my-list-p1");
        cli.Run("replay", id).Done().Output.ShouldContain("the same to the byte");
        var again = cli.Run("replay", id, "--json").Done().Json;
        again.GetProperty("same").GetBoolean().ShouldBeTrue();
        again.GetProperty("answer").GetProperty("hits")[0].GetProperty("caption").GetString().ShouldBe("Orlan Deskovitch");
        cli.Run("replay", "all").Done().Errors.ShouldContain("1 the same to the byte, 0 not");
        cli.Run("replay", "none").ShouldFail(1, "no record none");
    }

    [Fact]
    public async Task A_replay_uses_the_join_decisions_of_then()
    {
        cli.Run("lists", "import", "a-list", cli.WriteList("a.jsonl", "Orlan Deskovitch"), "--published", "2024-05-03").Done();
        cli.Run("lists", "import", "b-list", cli.WriteList("b.jsonl", "Orlan Deskovich"), "--published", "2024-05-03").Done();
        cli.Run("party", "join", "a-list-p1", "b-list-p1").Done();
        var id = await AskAsync("Orlan Deskovitch");
        cli.Run("party", "split", "a-list-p1", "b-list-p1").Done();
        cli.Run("replay", id, "--json").Done().Json.GetProperty("answer").GetProperty("hits")[0].GetProperty("listings").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task What_differs_is_named()
    {
        Import("2024-05-03", "Orlan Deskovitch");
        var id = await AskAsync("Orlan Deskovitch");
        Change("update screenings set answer = 'x', hits = '[{\"party\":\"my-list-p9\",\"score\":0.9}]'");
        cli.Run("replay", id).ShouldFail(1, "is not the same", "hit 1 was my-list-p9 with 0.9, is my-list-p1 with ");
        Change("update versions set engine = '0.0.9', config = 'abc'");
        cli.Run("replay", id).ShouldFail(1, "engine 0.0.9 answered", "weights and tables abc answered");
        Import("2024-06-01", "Somebody Else");
        Directory.Delete(Path.Combine(cli.Data, "lists", "my-list", "2024-05-03"), recursive: true);
        var gone = cli.Run("replay", id, "--json");
        gone.ShouldFail(1, "my-list 2024-05-03: is not kept here");
        gone.Json.GetProperty("differences").EnumerateArray().Select(d => d.GetProperty("what").GetString()).ShouldBe(["engine", "config", "list"]);
    }

    [Fact]
    public async Task A_name_is_purged_for_good_and_the_gap_explains_itself()
    {
        Import("2024-05-03", "Orlan Deskovitch");
        await AskAsync("Ilse Marrowfield");
        cli.Run("log", "purge", "--query", "marrowfield").Done().Output.ShouldContain("1 screenings");
        cli.Run("log", "list").Done().Errors.ShouldContain("Purged 1 times");
        foreach (var file in Directory.GetFiles(cli.Data, "store.db*")) File.ReadAllText(file, Encoding.Latin1).ShouldNotContain("Marrowfield");
        cli.Run("log", "purge").ShouldFail(2, "--older-than");
        cli.Run("log", "purge", "--older-than", "-1").ShouldFail(2, "--older-than");
        cli.Run("log", "purge", "--query", " ").ShouldFail(2, "no letters");
        cli.Run("log", "purge", "--older-than", "0", "--json").Done().Json.GetProperty("screenings").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_backup_made_while_a_server_runs_comes_back_and_answers_the_same()
    {
        Import("2024-05-03", "Orlan Deskovitch");
        string id;
        var file = Path.Combine(Path.GetDirectoryName(cli.Data)!, "b.zip");
        using (var server = await StartAsync())
        {
            id = await server.AskAsync("Orlan Deskovitch");
            cli.Run("backup", file).Done().Output.ShouldContain("written and read back");
            cli.Run("backup", file).ShouldFail(1, "exists already");
            cli.Run("backup", Path.Combine(cli.Data, "b.zip")).ShouldFail(1, "data folder itself");
            cli.Run("restore", file).ShouldFail(1, "is not empty", "--replace");
            cli.Run("restore", file, "--replace").ShouldFail(1, "running server");
        }
        cli.Run("restore", file, "--replace").Done();
        cli.Run("replay", id).Done();
        var elsewhere = cli.Data + "-elsewhere";
        cli.Run("restore", file, "--data", elsewhere).Done();
        cli.Run("replay", id, "--data", elsewhere).Done();
        cli.Run("restore", cli.Write("none.zip", "x"), "--replace").ShouldFail(1, "no backup");
        cli.Run("replay", id).Done();
    }

    void Import(string published, params string[] people) =>
        cli.Run("lists", "import", "my-list", cli.WriteList("list.jsonl", people), "--published", published, "--accept-loss").Done();

    void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(cli.Data, SqliteDatabase.FileName)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery().ShouldBeGreaterThan(0);
    }

    async Task<string> AskAsync(string name)
    {
        using var server = await StartAsync();
        return await server.AskAsync(name);
    }

    async Task<RunningServer> StartAsync()
    {
        var process = cli.Start("serve", "--urls", "http://127.0.0.1:0");
        while (await process.StandardError.ReadLineAsync(Cancel) is { } line)
        {
            if (line.IndexOf("answers at ", StringComparison.Ordinal) is not (>= 0 and var at)) continue;
            _ = process.StandardError.ReadToEndAsync(Cancel);
            return new(process, new(line[(at + 11)..].Split(' ')[0]));
        }
        throw new InvalidOperationException("The server did not start.");
    }

    /// <summary>A server that ends gracefully when disposed.</summary>
    sealed class RunningServer(Process process, Uri address) : IDisposable
    {
        readonly HttpClient client = new() { BaseAddress = address };

        public async Task<string> AskAsync(string name)
        {
            using var response = await client.PostAsync(new Uri("/v1/screen", UriKind.Relative), new StringContent($$"""{"name":"{{name}}"}""", Encoding.UTF8, "application/json"), Cancel);
            response.EnsureSuccessStatusCode();
            return response.Headers.GetValues("X-Screening-Id").Single();
        }

        public void Dispose()
        {
            client.Dispose();
            using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"])) kill.WaitForExit();
            process.WaitForExit();
            process.Dispose();
        }
    }
}
