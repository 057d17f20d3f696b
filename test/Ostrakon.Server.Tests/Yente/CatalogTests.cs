using System.Net;

namespace Ostrakon.Server.Tests.Yente;

[Collection(InventedTests.Name)]
public class CatalogTests(InventedLists invented)
{
    [Fact]
    public async Task The_catalogue_names_each_list_and_default_over_all()
    {
        var catalog = await invented.Server.GetAsync("/catalog");
        var datasets = catalog.GetProperty("datasets").EnumerateArray().ToDictionary(static d => d.GetProperty("name").GetString()!);
        datasets.Keys.ShouldBe(["default", "harbour", "quay"], ignoreOrder: true);
        foreach (var dataset in datasets.Values)
        {
            ClientShape.Texts(dataset, "title", "version");
            dataset.GetProperty("load").GetBoolean().ShouldBeTrue();
            dataset.GetProperty("index_version").GetString()!.ShouldMatch("^[0-9]{14}-[0-9a-f]{3}$");   // Marble reads the time out of it
        }
        datasets["default"].GetProperty("children").EnumerateArray().Select(static c => c.GetString()).ShouldBe(["harbour", "quay"], ignoreOrder: true);
        catalog.GetProperty("current").GetArrayLength().ShouldBe(3);
        catalog.GetProperty("index_stale").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Algorithms_are_described_and_the_default_is_one_of_them()
    {
        var answer = await invented.Server.GetAsync("/algorithms");
        var names = answer.GetProperty("algorithms").EnumerateArray().Select(static a => a.GetProperty("name").GetString()).ToList();
        names.ShouldContain(answer.GetProperty("default").GetString());
        names.ShouldContain(answer.GetProperty("best").GetString());
        foreach (var algorithm in answer.GetProperty("algorithms").EnumerateArray())
            foreach (var feature in algorithm.GetProperty("features").EnumerateObject()) ClientShape.Texts(feature.Value, "description");
    }

    [Theory]
    [InlineData("/updatez", HttpStatusCode.Forbidden)]
    [InlineData("/updatez?token=guess", HttpStatusCode.Forbidden)]
    [InlineData("/updatez?token=let%20me%20in&sync=true", HttpStatusCode.OK)]
    public async Task An_update_needs_the_token(string address, HttpStatusCode status)
    {
        using var response = await invented.Server.Client.PostAsync(new Uri(address, UriKind.Relative), null, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status);
    }
}
