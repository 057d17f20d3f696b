using System.Text.Json;
using Ostrakon.Server.Entities;

namespace Ostrakon.Server.Tests.Yente;

/// <summary>Clients that know the model of FollowTheMoney refuse an entity with a property that its schema does not have.</summary>
public class FtmModelTests
{
    const string Harbour = """
        {"id":"p1","schema":"Person","caption":"Mirko Vandalovski","properties":{"name":["Mirko Vandalovski"],"birthDate":["1961-03-04"],"publicKey":["1Qx001aaaa"],"provisions":["Secondary sanctions"]}}
        {"id":"o1","schema":"Organization","caption":"Ostrel Foundation","properties":{"name":["Ostrel Foundation"],"bikCode":["044000000"],"country":["pa"]}}
        {"id":"l1","schema":"Ownership","properties":{"owner":["p1"],"asset":["o1"]}}

        """;

    [Fact]
    public async Task Every_property_is_one_of_its_schema_and_nothing_is_lost()
    {
        await using var server = await TestServer.StartAsync(static folder => TestServer.Import(folder, "harbour", "2026-01-01", Harbour));
        var person = await server.GetAsync("/entities/harbour-p1");
        var body = await server.GetAsync("/entities/harbour-o1");
        Unknown(person).Concat(Unknown(body)).ShouldBeEmpty();

        Texts(person.GetProperty("properties"), "notes").ShouldBe(["publicKey: 1Qx001aaaa"]);
        Texts(person.GetProperty("properties").GetProperty("sanctions")[0].GetProperty("properties"), "provisions").ShouldBe(["Secondary sanctions"]);
        Texts(body.GetProperty("properties"), "notes").ShouldBe(["bikCode: 044000000"]);
        // An Organization is no Asset, which alone can be owned.
        var owner = body.GetProperty("properties").GetProperty("unknownLinkTo")[0];
        owner.GetProperty("schema").GetString().ShouldBe("UnknownLink");
        owner.GetProperty("properties").GetProperty("object")[0].GetProperty("id").GetString().ShouldBe("harbour-p1");
    }

    [Fact]
    public void A_schema_has_the_properties_of_its_parents()
    {
        new[] { "bikCode", "name", "leiCode", "ownershipAsset" }.ShouldBeSubsetOf(Schemata.PropertiesOf("Company"));
        Schemata.PropertiesOf("Organization").ShouldNotContain("ownershipAsset");
        new[] { "provisions", "listingDate", "startDate" }.ShouldBeSubsetOf(Schemata.PropertiesOf("Sanction"));
    }

    static IEnumerable<string> Unknown(JsonElement entity)
    {
        var schema = entity.GetProperty("schema").GetString()!;
        var known = Schemata.PropertiesOf(schema);
        foreach (var property in entity.GetProperty("properties").EnumerateObject())
        {
            // Links have no table of their own here; their ends are the test's business where they are parties.
            if (known.Count > 0 && !known.Contains(property.Name)) yield return $"{schema}.{property.Name}";
            foreach (var inner in property.Value.EnumerateArray().Where(static v => v.ValueKind == JsonValueKind.Object).SelectMany(Unknown)) yield return inner;
        }
    }

    static string?[] Texts(JsonElement properties, string name) => [.. properties.GetProperty(name).EnumerateArray().Select(static v => v.GetString())];
}
