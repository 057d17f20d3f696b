using System.Text.Json;
using System.Text.Json.Serialization;
using Ostrakon.Server.Api;

namespace Ostrakon.Server.Tests.Api;

/// <summary>The description of the interface says what the answers are: each real answer is read into its shape, which must know every member.</summary>
[Collection(StarterTests.Name)]
public class ShapeTests(StarterServer starter)
{
    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = false,
    };

    const string Story = "Kim Jong Un met Vladimir Putin in Moscow on Monday. North Korea will deliver shells to Russia, officials said.";

    [Fact]
    public async Task A_screening_has_its_shape() => Fits<ScreeningShape>(await starter.Server.PostAsync("/v1/screen", """{"name":"Vladimir Putin","birthDate":"1952","country":"RU","schema":"Person"}""")).Hits.ShouldNotBeEmpty();

    [Fact]
    public async Task A_comparison_has_its_shape() => Fits<ComparisonShape>(await starter.Server.GetAsync("/v1/compare?name1=Vladimir+Putin&name2=Wladimir+Putin")).Match.ShouldBeTrue();

    [Fact]
    public async Task An_article_has_its_shape() => Fits<ArticleShape>(await starter.Server.PostAsync("/v1/extract", JsonSerializer.Serialize(new { id = "a", text = Story }))).Text.ShouldBe(Story);

    [Fact]
    public async Task A_brief_has_its_shape()
    {
        var brief = Fits<BriefShape>(await starter.Server.PostAsync("/v1/read", JsonSerializer.Serialize(new { text = Story, date = "2024-05-03" })));
        brief.Events.ShouldNotBeEmpty();
        brief.Parties.ShouldContain(p => p.Listings.Length > 0);
    }

    [Fact]
    public async Task A_party_has_its_shape() => Fits<PartyShape>(await starter.Server.GetAsync("/v1/parties/starter-ofac-35096")).Listings.ShouldHaveSingleItem();

    [Fact]
    public async Task The_lists_have_their_shape() => Fits<ListsShape>(await starter.Server.GetAsync("/v1/lists")).Lists.ShouldHaveSingleItem().Id.ShouldBe("starter");

    [Fact]
    public async Task The_description_names_every_call_and_shape()
    {
        var description = await starter.Server.GetAsync("/openapi/v1.json");
        var paths = description.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        foreach (var path in new[] { "/v1/screen", "/v1/screen/batch", "/v1/compare", "/v1/extract", "/v1/read", "/v1/parties/{id}", "/v1/lists", "/v1/lists/{id}/diff", "/v1/jobs" })
            paths.ShouldContain(path);
        var shapes = description.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(s => s.Name).ToList();
        foreach (var shape in new[] { nameof(ScreeningShape), nameof(BriefShape), nameof(PartyShape), nameof(JobShape), nameof(DeltaShape) }) shapes.ShouldContain(shape);
    }

    internal static T Fits<T>(JsonElement answer) => answer.Deserialize<T>(Strict)!;
}
