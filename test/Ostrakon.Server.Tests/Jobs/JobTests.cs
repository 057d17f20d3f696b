using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Ostrakon.Server.Api;
using Ostrakon.Server.Tests.Api;
using Ostrakon.Store;

namespace Ostrakon.Server.Tests.Jobs;

public class JobTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    const string Customers = "id,name,birthDate\n1,Vladimir Putin,1952\n2,Ilse Marrowfield,\n3,,\n";

    [Fact]
    public async Task A_file_is_screened_in_the_background_and_its_results_come_in_both_forms()
    {
        await using var server = await TestServer.StartAsync();
        var job = await Finished(server, await Added(server, "/v1/jobs?file=customers.csv&threshold=0.8", Customers, "text/csv"));
        (job.State, job.Rows, job.Hits, job.Bad, job.Progress).ShouldBe(("Done", 3, 1, 1, 1.0), job.Error);
        var lines = (await server.Client.GetStringAsync(new Uri($"/v1/jobs/{job.Id}/results", UriKind.Relative), Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[2].ShouldContain("no name");
        var table = await server.Client.GetStringAsync(new Uri($"/v1/jobs/{job.Id}/results?format=csv", UriKind.Relative), Cancel);
        table.ShouldStartWith("id,input_row,rank,party");
        table.ShouldContain("1,1,1,starter-ofac-35096,Person");
    }

    [Fact]
    public async Task Jobs_survive_the_process_and_one_that_was_cut_off_is_run_again()
    {
        var server = await TestServer.StartAsync();
        var done = await Finished(server, await Added(server, "/v1/jobs?file=customers.csv", Customers, "text/csv"));
        var kept = Directory.CreateTempSubdirectory("ostrakon-kept-").FullName;
        await server.Services.GetRequiredService<DataStore>().Database.CopyAsync(Path.Combine(kept, SqliteDatabase.FileName), Cancel);
        await server.DisposeAsync();
        await using (var store = new DataStore(new SqliteDatabase(new(kept), TimeProvider.System), TimeProvider.System))
        {
            // A process died while it ran this one, and another while its file came.
            var record = (await store.Jobs.FindAsync(done.Id, Cancel))!.Record.Replace(done.Id, "cut0ff", StringComparison.Ordinal).Replace("\"Done\"", "\"Running\"", StringComparison.Ordinal);
            await store.Jobs.AddAsync(new("cut0ff", TimeProvider.System.GetUtcNow(), null, record, await store.Files.AddAsync(new MemoryStream(Encoding.UTF8.GetBytes(Customers)), Cancel)), Cancel);
            await store.Files.AddAsync(new MemoryStream([1]), Cancel);
        }
        await using var again = await TestServer.StartAsync(data =>
        {
            data.Create();
            File.Copy(Path.Combine(kept, SqliteDatabase.FileName), Path.Combine(data.Root, SqliteDatabase.FileName));
        });
        Directory.Delete(kept, recursive: true);
        var jobs = ShapeTests.Fits<JobsShape>(await again.GetAsync("/v1/jobs")).Jobs;
        jobs.Select(j => j.Id).Order().ShouldBe(new[] { done.Id, "cut0ff" }.Order());
        (await Finished(again, "cut0ff")).Hits.ShouldBe(1);
        (await again.Client.GetStringAsync(new Uri($"/v1/jobs/{done.Id}/results", UriKind.Relative), Cancel)).ShouldContain("starter-ofac-35096");
    }

    [Theory]
    [InlineData("nothing,here\n1,2\n", "customers.csv:1: has no column 'name'")]
    [InlineData("", "customers.csv: is empty")]
    public async Task A_file_that_cannot_be_screened_says_why_by_its_own_name(string content, string words)
    {
        await using var server = await TestServer.StartAsync();
        var job = await Finished(server, await Added(server, "/v1/jobs?file=../../customers.csv", content, "text/csv"));
        job.State.ShouldBe("Failed");
        job.Error!.ShouldContain(words);
        using var response = await server.Client.GetAsync(new Uri($"/v1/jobs/{job.Id}/results", UriKind.Relative), Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_removed_job_leaves_nothing_behind()
    {
        await using var server = await TestServer.StartAsync();
        var job = await Finished(server, await Added(server, "/v1/jobs", Customers, "text/csv"));
        using var response = await server.Client.DeleteAsync(new Uri($"/v1/jobs/{job.Id}", UriKind.Relative), Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var store = server.Services.GetRequiredService<DataStore>();
        (await store.Database.ReadAsync(c => c.QueryAsync("select id from files union all select file from file_parts", static r => r.GetString(0), Cancel), [], Cancel)).ShouldBeEmpty();
        ShapeTests.Fits<JobsShape>(await server.GetAsync("/v1/jobs")).Jobs.ShouldBeEmpty();
    }

    static async Task<string> Added(TestServer server, string path, string content, string type)
    {
        using var response = await server.SendAsync(path, content, type);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync(Cancel));
        return (await TestServer.JsonOf(response)).GetProperty("id").GetString()!;
    }

    static async Task<JobShape> Finished(TestServer server, string id)
    {
        while (true)
        {
            var job = ShapeTests.Fits<JobShape>(await server.GetAsync($"/v1/jobs/{id}"));
            if (job.State is "Done" or "Failed") return job;
            await Task.Delay(20, Cancel);
        }
    }
}
