using System.Net;
using System.Text.Json;

namespace Ostrakon.Server.Tests.Yente;

[Collection(InventedTests.Name)]
public class EntitiesTests(InventedLists invented)
{
    [Fact]
    public async Task An_entity_holds_its_sanctions_and_its_links()
    {
        var entity = await invented.Server.GetAsync("/entities/harbour-a1");
        ClientShape.Entity(entity);
        entity.GetProperty("first_seen").GetString().ShouldBe("2023-05-06T00:00:00");
        var sanction = entity.GetProperty("properties").GetProperty("sanctions")[0];
        sanction.GetProperty("schema").GetString().ShouldBe("Sanction");
        sanction.GetProperty("properties").GetProperty("program")[0].GetString().ShouldBe("HARBOUR-1");
        sanction.GetProperty("properties").GetProperty("reason")[0].GetString().ShouldBe("Owns the fleet.");
        var ownership = entity.GetProperty("properties").GetProperty("ownershipOwner")[0];
        ownership.GetProperty("schema").GetString().ShouldBe("Ownership");
        ownership.GetProperty("properties").GetProperty("asset")[0].GetProperty("id").GetString().ShouldBe("harbour-a2");
    }

    [Fact]
    public async Task A_link_is_seen_from_its_other_end_once()
    {
        var owners = (await invented.Server.GetAsync("/entities/harbour-a2")).GetProperty("properties").GetProperty("ownershipAsset");
        owners.GetArrayLength().ShouldBe(1);
        owners[0].GetProperty("properties").GetProperty("owner")[0].GetProperty("caption").GetString().ShouldBe("Mirko Vandalovski");
    }

    [Fact]
    public async Task Without_nesting_values_are_texts()
    {
        var properties = (await invented.Server.GetAsync("/entities/harbour-a1?nested=false")).GetProperty("properties");
        properties.EnumerateObject().SelectMany(static p => p.Value.EnumerateArray()).ShouldAllBe(static v => v.ValueKind == JsonValueKind.String);
    }

    [Fact]
    public async Task What_stands_beside_comes_in_pages_by_property()
    {
        var answer = await invented.Server.GetAsync("/entities/harbour-a1/adjacent?limit=1");
        ClientShape.Entity(answer.GetProperty("entity"));
        answer.GetProperty("adjacent").EnumerateObject().Select(static p => p.Name).ShouldBe(["sanctions", "ownershipOwner"]);
        var page = await invented.Server.GetAsync("/entities/harbour-a1/adjacent/ownershipOwner");
        page.GetProperty("results")[0].GetRawText().ShouldBe(answer.GetProperty("adjacent").GetProperty("ownershipOwner").GetProperty("results")[0].GetRawText());
        foreach (var one in page.GetProperty("results").EnumerateArray()) ClientShape.Entity(one);
        ClientShape.Total(page).ShouldBe(1);
        var beyond = await invented.Server.GetAsync("/entities/harbour-a1/adjacent/sanctions?offset=1");
        beyond.GetProperty("results").GetArrayLength().ShouldBe(0);
        ClientShape.Total(beyond).ShouldBe(1);
        ClientShape.Total(await invented.Server.GetAsync("/entities/harbour-a1/adjacent/familyPerson")).ShouldBe(0);
    }

    [Theory]
    [InlineData("/entities/nobody")]
    [InlineData("/entities/nobody/adjacent")]
    [InlineData("/entities/harbour-a1/adjacent/colour")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var response = await invented.Server.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"detail\":\"No such");
    }
}
