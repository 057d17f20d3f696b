using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using Ostrakon.Lists.Archive;
using Ostrakon.Store.Keys;

namespace Ostrakon.Store.Tests;

/// <summary>The contract over SQLite, and what only a file can do.</summary>
public sealed class SqliteTests : StoreContract
{
    readonly DataFolder folder = new(Path.Combine(Path.GetTempPath(), $"ostrakon-store-{Guid.NewGuid():N}"));

    string FilePath => Path.Combine(folder.Root, SqliteDatabase.FileName);

    protected override Task<DataStore> OpenAsync() => Task.FromResult(new DataStore(new SqliteDatabase(folder, Time), Time));

    public override void Dispose()
    {
        if (Directory.Exists(folder.Root)) Directory.Delete(folder.Root, recursive: true);
        base.Dispose();
    }

    [Fact]
    public async Task Reading_creates_nothing()
    {
        await using var store = await OpenAsync();
        await store.Keys.AllAsync(Cancel);
        Directory.Exists(folder.Root).ShouldBeFalse();
        await store.Keys.CreateAsync("x", Scopes.Read, 0, Cancel);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(FilePath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>A server that turns its new file to write-ahead mode, or recovers it, keeps everybody out for a moment.</summary>
    [Fact]
    public async Task A_copy_waits_for_a_process_that_has_the_file_for_itself()
    {
        folder.Create();
        await using var other = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        other.Open();
        Run("create table t (n integer); begin exclusive; insert into t values (1)");
        await using var database = new SqliteDatabase(folder, Time);
        var copy = Task.Run(() => database.CopyAsync(Path.Combine(folder.Root, "copy.db"), Cancel), Cancel);
        await Task.WhenAny(copy, Task.Delay(300, Cancel));
        Run("commit");
        (await copy).ShouldBeTrue();

        void Run(string sql)
        {
            using var command = other.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    [Fact]
    public async Task Nothing_of_what_was_purged_is_left_in_the_files()
    {
        await using var store = await OpenAsync();
        var versions = new Screenings.AnswerVersions("1", "2", "[]", "");
        await store.Screenings.AddAsync([.. Enumerable.Range(0, 2000).Select(i => Record($"Ilse Marrowfield {i}", versions))], Cancel);
        Everything().ShouldContain("Ilse Marrowfield 1999");
        await store.Purge.NamedAsync("Ilse Marrowfield", Cancel);
        Everything().ShouldNotContain("Marrowfield");
        new FileInfo(FilePath).Length.ShouldBeLessThan(200_000, "the room is given back");
    }

    [Fact]
    public async Task A_copy_is_whole_while_others_write()
    {
        await using var store = await OpenAsync();
        await store.Keys.CreateAsync("first", Scopes.Read, 0, Cancel);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () => { while (!stop.IsCancellationRequested) await store.Keys.CreateAsync("more", Scopes.Read, 0, Cancel); }, Cancel);
        var copies = new DataFolder(folder.Root + "/copies");
        copies.Create();
        for (var i = 0; i < 5; i++)
        {
            var path = Path.Combine(copies.Root, SqliteDatabase.FileName);
            (await store.Database.CopyAsync(path, Cancel)).ShouldBeTrue();
            await using (var copy = new DataStore(new SqliteDatabase(copies, Time), Time)) (await copy.Keys.AllAsync(Cancel)).Count.ShouldBeGreaterThan(0);
            foreach (var file in Directory.GetFiles(copies.Root)) File.Delete(file);
        }
        await stop.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_kept()
    {
        folder.Create();
        await File.WriteAllTextAsync(FilePath, new string('x', 5000), Cancel);
        await using var store = await OpenAsync();
        (await Should.ThrowAsync<DataFolderException>(() => store.Keys.AllAsync(Cancel))).Message.ShouldContain("damaged");
        (await File.ReadAllTextAsync(FilePath, Cancel)).Length.ShouldBe(5000);
    }

    [Fact]
    public async Task Readers_do_not_wait_for_a_writer()
    {
        await using var store = await OpenAsync();
        await store.Keys.CreateAsync("x", Scopes.Read, 0, Cancel);
        await store.Database.WriteAsync(async c =>
        {
            await c.ExecuteAsync("update keys set name = 'y'", Cancel);
            await using var other = await OpenAsync();
            (await store.Keys.AllAsync(Cancel)).Single().Name.ShouldBe("x");
            return true;
        }, Durability.Machine, Cancel);
        (await store.Keys.AllAsync(Cancel)).Single().Name.ShouldBe("y");
    }

    string Everything()
    {
        var all = new StringBuilder();
        foreach (var path in Directory.GetFiles(folder.Root, SqliteDatabase.FileName + "*"))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file, Encoding.Latin1);
            all.Append(reader.ReadToEnd());
        }
        return all.ToString();
    }
}
