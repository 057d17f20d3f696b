namespace Ostrakon.Server.Tests.Yente;

/// <summary>One server over two invented lists with links, for all tests that change nothing.</summary>
public sealed class InventedLists : IAsyncLifetime
{
    const string Harbour = """
        {"id":"a1","schema":"Person","caption":"Mirko Vandalovski","properties":{"name":["Mirko Vandalovski","Мирко Вандаловский"],"weakAlias":["The Ferryman"],"birthDate":["1961-03-04"],"nationality":["Russia"],"idNumber":["AB1234567"],"gender":["male"],"sanctions":[{"id":"a1-s","schema":"Sanction","properties":{"program":["HARBOUR-1"],"listingDate":["2023-05-06"],"reason":["Owns the fleet."]}}]}}
        {"id":"a2","schema":"Company","caption":"Ostrel Shipping Company","properties":{"name":["Ostrel Shipping Company"],"jurisdiction":["Panama"],"registrationNumber":["778899-X"],"topics":["crime.fin"]}}
        {"id":"a3","schema":"Vessel","caption":"Sea Gannet","properties":{"name":["Sea Gannet"],"imoNumber":["9074729"],"flag":["pa"]}}
        {"id":"o1","schema":"Ownership","properties":{"owner":["a1"],"asset":["a2"]}}

        """;

    const string Quay = """
        {"id":"b1","schema":"Person","caption":"Mirka Vandalovska","properties":{"name":["Mirka Vandalovska"],"birthDate":["1999"],"country":["pl"],"topics":["poi"]}}
        {"id":"b2","schema":"Organization","caption":"Quiet Quay Cooperative","properties":{"name":["Quiet Quay Cooperative"],"country":["Poland"]}}

        """;

    public TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TestServer.StartAsync(static folder =>
    {
        TestServer.Import(folder, "harbour", "2026-01-01", Harbour);
        TestServer.Import(folder, "quay", "2026-02-01", Quay);
    }, static options => options with { UpdateToken = "let me in" });

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class InventedTests : ICollectionFixture<InventedLists>
{
    public const string Name = "server over invented lists";
}
