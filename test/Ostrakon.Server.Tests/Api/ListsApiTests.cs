using System.Net;
using Ostrakon.Server.Api;

namespace Ostrakon.Server.Tests.Api;

public class ListsApiTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_changed_between_two_versions_is_told_field_by_field()
    {
        await using var server = await TestServer.StartAsync(static folder =>
        {
            TestServer.Import(folder, "own", "2026-01-01", TestServer.Person("p1", "Orlan Deskovitch") + TestServer.Person("p2", "Marta Quellin"));
            TestServer.Import(folder, "own", "2026-02-01", TestServer.Person("p1", "Orlan Deskovitch", "1961-05-06") + TestServer.Person("p3", "Brannoc Tull"));
        });
        var delta = ShapeTests.Fits<DeltaShape>(await server.GetAsync("/v1/lists/own/diff"));
        delta.Added.ShouldHaveSingleItem().Caption.ShouldBe("Brannoc Tull");
        delta.Removed.ShouldHaveSingleItem().Caption.ShouldBe("Marta Quellin");
        delta.Changed.ShouldHaveSingleItem().Fields.ShouldContain(f => f.Name == "birthDate" && f.Old.Contains("1960-01-02") && f.New.Contains("1961-05-06"));
    }

    [Fact]
    public async Task A_new_version_is_answered_from_at_once_and_no_question_fails_meanwhile()
    {
        await using var server = await TestServer.StartAsync(static folder => TestServer.Import(folder, "own", "2026-01-01", TestServer.Person("p1", "Orlan Deskovitch")));
        using var stop = new CancellationTokenSource();
        var asking = Task.Run(async () =>
        {
            var answered = 0;
            for (; !stop.IsCancellationRequested; answered++)
                (await server.GetAsync("/v1/screen?name=Orlan+Deskovitch")).GetProperty("total").GetInt32().ShouldBe(1);
            return answered;
        }, Cancel);
        for (var day = 2; day <= 6; day++)
            TestServer.Import(server.Folder, "own", $"2026-01-{day:00}", TestServer.Person("p1", "Orlan Deskovitch") + TestServer.Person($"n{day}", $"Brannoc Tull{new string('a', day)}"));
        // Whoever asks while another request is just opening the new snapshot is still answered from the old one.
        while ((await server.GetAsync("/v1/screen?name=Brannoc+Tullaaaaaa")).GetProperty("versions").GetProperty("lists")[0].GetProperty("version").GetString() != "2026-01-06")
            await Task.Delay(10, Cancel);
        await stop.CancelAsync();
        (await asking).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Who_asks_for_what_there_is_not_is_told()
    {
        await using var server = await TestServer.StartAsync();
        foreach (var path in new[] { "/v1/parties/nobody", "/v1/lists/nothing/diff", "/v1/jobs/none", "/v1/nonsense" })
        {
            using var response = await server.Client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json", path);
        }
    }
}
