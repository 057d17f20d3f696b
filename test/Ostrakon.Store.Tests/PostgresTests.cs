using Ostrakon.Lists.Archive;
using Ostrakon.Store.Backups;

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
    public async Task A_backup_of_either_database_comes_back_into_the_other()
    {
        await using var store = await FilledAsync();
        var (folder, backups, back) = (Folder("data"), Folder("backups"), Folder("back"));
        var (first, second) = (Path.Combine(backups.Root, "1.zip"), Path.Combine(backups.Root, "2.zip"));
        using (var writer = WriterLock.Take(folder, "test", TimeSpan.Zero, Complain, Time, Cancel))
            (await Backup.WriteAsync(folder, store, first, writer, Time, Cancel)).Store.ShouldBe("postgresql");
        await Restore.ReadAsync(first, back, replace: false, f => new(new SqliteDatabase(f, Time), Time), Time, Cancel);
        await using (var sqlite = new DataStore(new SqliteDatabase(back, Time), Time))
        {
            await ShouldBeTheSame(sqlite, store);
            using var writer = WriterLock.Take(back, "test", TimeSpan.Zero, Complain, Time, Cancel);
            (await Backup.WriteAsync(back, sqlite, second, writer, Time, Cancel)).Store.ShouldBe("sqlite");
        }
        var empty = await server.NewDatabaseAsync();
        var again = new DataFolder(Path.Combine(backups.Root, "again"));
        await Restore.ReadAsync(second, again, replace: false, f => new(new PostgresDatabase(empty, Time), Time), Time, Cancel);
        File.Exists(Path.Combine(again.Root, SqliteDatabase.FileName)).ShouldBeFalse();
        await using var postgres = new DataStore(new PostgresDatabase(empty, Time), Time);
        await ShouldBeTheSame(postgres, store);
        await postgres.Keys.CreateAsync("later", Keys.Scopes.Read, 0, Cancel);
        var third = new DataFolder(Path.Combine(backups.Root, "third"));
        (await Should.ThrowAsync<DataFolderException>(() => Restore.ReadAsync(second, third, replace: false, f => new(new PostgresDatabase(empty, Time), Time), Time, Cancel))).Message.ShouldContain("holds records already");
        Directory.Exists(third.Root).ShouldBeFalse();
        (await postgres.Keys.AllAsync(Cancel)).Count.ShouldBe(2);
        await Restore.ReadAsync(second, third, replace: true, f => new(new PostgresDatabase(empty, Time), Time), Time, Cancel);
        await ShouldBeTheSame(postgres, store);
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
