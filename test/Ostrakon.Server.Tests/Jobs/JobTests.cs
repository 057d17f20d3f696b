using System.Net;
using Ostrakon.Server.Api;
using Ostrakon.Server.Tests.Api;

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
        var done = await Finished(server, await Added(server, "/v1/jobs", Customers, "text/csv"));
        var folder = Path.Combine(server.Folder.Root, "jobs", done.Id);
        var kept = Directory.CreateTempSubdirectory("ostrakon-kept-").FullName;
        foreach (var file in Directory.GetFiles(folder)) File.Copy(file, Path.Combine(kept, Path.GetFileName(file)));
        await server.DisposeAsync();

        await using var again = await TestServer.StartAsync(data =>
        {
            foreach (var (id, state) in new[] { (done.Id, "Done"), ("cut0ff", "Running") })
            {
                var to = data.Inside(Path.Combine("jobs", id));
                foreach (var file in Directory.GetFiles(kept))
                    if (state == "Done" || !Path.GetFileName(file).StartsWith("results", StringComparison.Ordinal)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
                var json = Path.Combine(to, "job.json");
                File.WriteAllText(json, File.ReadAllText(json).Replace(done.Id, id, StringComparison.Ordinal).Replace("\"Done\"", $"\"{state}\"", StringComparison.Ordinal));
            }
            data.Inside(Path.Combine("jobs", "halfUploaded"));
        });
        Directory.Delete(kept, recursive: true);
        var jobs = ShapeTests.Fits<JobsShape>(await again.GetAsync("/v1/jobs")).Jobs;
        jobs.Select(j => j.Id).Order().ShouldBe(new[] { done.Id, "cut0ff" }.Order());
        (await Finished(again, "cut0ff")).Hits.ShouldBe(1);
        Directory.Exists(Path.Combine(again.Folder.Root, "jobs", "halfUploaded")).ShouldBeFalse();
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
        Directory.GetDirectories(Path.Combine(server.Folder.Root, "jobs")).ShouldBeEmpty();
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
