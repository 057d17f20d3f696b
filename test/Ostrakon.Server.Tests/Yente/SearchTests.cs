using System.Net;
using System.Text.Json;

namespace Ostrakon.Server.Tests.Yente;

[Collection(InventedTests.Name)]
public class SearchTests(InventedLists invented)
{
    [Theory]
    [InlineData("default", "harbour-a1 harbour-a2 harbour-a3 quay-b1 quay-b2")]
    [InlineData("harbour?q=", "harbour-a1 harbour-a2 harbour-a3")]
    [InlineData("default?q=vandal", "harbour-a1 quay-b1")]
    [InlineData("default?q=ostrel%20ship", "harbour-a2")]
    [InlineData("default?q=Ship%20OSTREL", "harbour-a2")]
    [InlineData("default?q=9074729", "harbour-a3")]
    [InlineData("default?q=Мирко", "harbour-a1")]
    [InlineData("default?q=qwertzuiop", "")]
    [InlineData("default?schema=LegalEntity", "harbour-a1 harbour-a2 quay-b1 quay-b2")]
    [InlineData("default?schema=Organization", "harbour-a2 quay-b2")]
    [InlineData("default?schema=Asset", "harbour-a2 harbour-a3")]
    [InlineData("default?exclude_schema=Organization&schema=Organization", "harbour-a2")]
    [InlineData("default?countries=pl", "quay-b1 quay-b2")]
    [InlineData("default?countries=pl&countries=RU", "harbour-a1 quay-b1 quay-b2")]
    [InlineData("default?countries=pl&countries=ru&filter_op=AND", "")]
    [InlineData("default?topics=crime.fin", "harbour-a2")]
    [InlineData("default?datasets=quay", "quay-b1 quay-b2")]
    [InlineData("default?filter=birthDate:1961", "harbour-a1")]
    [InlineData("default?filter=properties.registrationNumber:778899-X", "harbour-a2")]
    [InlineData("default?target=false", "")]
    [InlineData("default?sort=caption:desc&limit=2", "harbour-a3 quay-b2", false)]
    [InlineData("default?sort=first_seen&limit=1", "harbour-a1", false)]
    [InlineData("default?limit=2&offset=3", "quay-b1 quay-b2", false)]
    public async Task Texts_filters_and_pages(string address, string expected, bool anyOrder = true)
    {
        var answer = await invented.Server.GetAsync($"/search/{address}");
        foreach (var entity in answer.GetProperty("results").EnumerateArray()) ClientShape.Entity(entity);
        ClientShape.Total(answer).ShouldBeGreaterThanOrEqualTo(answer.GetProperty("results").GetArrayLength());
        answer.GetProperty("limit").ValueKind.ShouldBe(JsonValueKind.Number);
        answer.GetProperty("offset").ValueKind.ShouldBe(JsonValueKind.Number);
        ClientShape.Ids(answer.GetProperty("results")).ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: anyOrder);
    }

    [Fact]
    public async Task Facets_count_all_that_was_found()
    {
        var facets = (await invented.Server.GetAsync("/search/default?limit=1&facets=countries&facets=schema&facets=genders")).GetProperty("facets");
        facets.EnumerateObject().Select(static f => f.Name).ShouldBe(["countries", "schema", "genders"]);
        facets.GetProperty("countries").GetProperty("label").GetString().ShouldBe("Countries");
        var first = facets.GetProperty("countries").GetProperty("values")[0];
        first.GetProperty("count").GetInt32().ShouldBe(2);
        first.GetProperty("label").GetString().ShouldBeOneOf("Panama", "Poland");
        facets.GetProperty("schema").GetProperty("values").EnumerateArray().Sum(static v => v.GetProperty("count").GetInt32()).ShouldBe(5);
        facets.GetProperty("genders").GetProperty("values")[0].GetProperty("name").GetString().ShouldBe("male");
        (await invented.Server.GetAsync("/search/default")).GetProperty("facets").EnumerateObject().Select(static f => f.Name).ShouldBe(["countries", "topics", "datasets"]);
    }

    [Theory]
    [InlineData("nowhere", HttpStatusCode.NotFound)]
    [InlineData("default?schema=Dragon", HttpStatusCode.BadRequest)]
    [InlineData("default?limit=501", HttpStatusCode.BadRequest)]
    [InlineData("default?offset=-1", HttpStatusCode.BadRequest)]
    [InlineData("default?sort=colour", HttpStatusCode.BadRequest)]
    [InlineData("default?facets=colour", HttpStatusCode.BadRequest)]
    [InlineData("default?filter=colour", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_answered_is_said(string address, HttpStatusCode status)
    {
        using var response = await invented.Server.Client.GetAsync(new Uri($"/search/{address}", UriKind.Relative), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status);
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }
}
