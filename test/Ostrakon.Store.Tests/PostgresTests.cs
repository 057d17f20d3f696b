using Ostrakon.Lists.Archive;

namespace Ostrakon.Store.Tests;

/// <summary>The contract over PostgreSQL.</summary>
public sealed class PostgresTests(PostgresServer server) : StoreContract, IClassFixture<PostgresServer>
{
    string? database;

    protected override async Task<DataStore> OpenAsync()
    {
        database ??= await server.NewDatabaseAsync();
        return new(new PostgresDatabase(database, Time), Time);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_without_its_password()
    {
        await using var store = new DataStore(new PostgresDatabase("Host=127.0.0.1;Port=1;Username=u;Password=hidden;Database=d", Time), Time);
        var refusal = await Should.ThrowAsync<DataFolderException>(() => store.Keys.AllAsync(Cancel));
        refusal.Message.ShouldContain("PostgreSQL database d at 127.0.0.1: cannot be reached");
        refusal.Message.ShouldNotContain("hidden");
    }

    [Fact]
    public void A_connection_string_that_is_none_is_refused() =>
        Should.Throw<DataFolderException>(() => new PostgresDatabase("Hots=x", Time)).Message.ShouldContain("Host=");
}
