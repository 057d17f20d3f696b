using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Ostrakon.Lists.Archive;
using Ostrakon.Store.Backups;
using Ostrakon.Store.Briefs;
using Ostrakon.Store.Files;
using Ostrakon.Store.Jobs;
using Ostrakon.Store.Keys;
using Ostrakon.Store.Screenings;

namespace Ostrakon.Store.Tests;

/// <summary>What a store promises, whatever database it lies in. Each database has a class below that runs all of it.</summary>
public abstract class StoreContract : IDisposable
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Time { get; } = new(new(2024, 5, 3, 12, 0, 0, TimeSpan.Zero));

    static readonly AnswerVersions Versions = new("1.0.0", "abc", """[{"id":"un-sc","version":"2024-05-03","sha256":"00"}]""", "");

    /// <summary>The same database again, as another process would open it.</summary>
    protected abstract Task<DataStore> OpenAsync();

    [Fact]
    public async Task An_empty_store_has_nothing_and_says_so()
    {
        await using var store = await OpenAsync();
        (await store.Keys.AllAsync(Cancel)).ShouldBeEmpty();
        (await store.Screenings.LatestAsync(5, Cancel)).ShouldBeEmpty();
        (await store.Screenings.FindAsync("none", Cancel)).ShouldBeNull();
        (await store.Jobs.AllAsync(Cancel)).ShouldBeEmpty();
        (await store.Briefs.FindAsync("none", Cancel)).ShouldBeNull();
        (await store.Files.FindAsync("none", Cancel)).ShouldBeNull();
        (await store.Purge.BeforeAsync(Time.GetUtcNow(), Cancel)).Total.ShouldBe(0);
        (await store.Purge.NamedAsync("Nobody", Cancel)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_key_fits_its_secret_alone_and_is_refused_once_revoked()
    {
        await using var store = await OpenAsync();
        var (made, presented) = await store.Keys.CreateAsync("Ilse's laptop 'x'; --", Scopes.Read | Scopes.Screen, 20, Cancel);
        var (_, other) = await store.Keys.CreateAsync("second", Scopes.Admin, 0, Cancel);
        await using var again = await OpenAsync();
        var key = (await again.Keys.AllAsync(Cancel)).Single(k => k.Id == made.Id);
        (key.Name, key.Scopes, key.Rate, key.Created, key.Revoked).ShouldBe(("Ilse's laptop 'x'; --", Scopes.Read | Scopes.Screen, 20, Time.GetUtcNow(), null));
        ApiKey.TryRead(presented, out var id, out var secret).ShouldBeTrue();
        id.ShouldBe(key.Id);
        key.Fits(secret).ShouldBeTrue();
        ApiKey.TryRead(other, out _, out var foreign).ShouldBeTrue();
        key.Fits(foreign).ShouldBeFalse();
        (key.May(Scopes.Screen), key.May(Scopes.Write)).ShouldBe((true, false));
        (await again.Keys.RevokeAsync(key.Id, Cancel)).ShouldBeTrue();
        (await again.Keys.RevokeAsync(key.Id, Cancel)).ShouldBeFalse();
        (await store.Keys.AllAsync(Cancel)).Single(k => k.Id == made.Id).Revoked.ShouldBe(Time.GetUtcNow());
    }

    [Fact]
    public async Task Screenings_are_kept_with_what_answered_them_latest_first()
    {
        await using var store = await OpenAsync();
        var other = Versions with { Joins = "# joins\n" };
        var records = Enumerable.Range(0, 300).Select(i => Record($"Person {i} \"quoted\" 김정은", i % 2 == 0 ? Versions : other)).ToList();
        await store.Screenings.AddAsync(records[..200], Cancel);
        await store.Screenings.AddAsync(records[200..], Cancel);
        await using var again = await OpenAsync();
        (await again.Screenings.LatestAsync(300, Cancel)).ShouldBe(records.AsEnumerable().Reverse());
        (await again.Screenings.FindAsync(records[7].Id, Cancel)).ShouldBe(records[7]);
        (await again.Purge.VersionsAsync(Cancel)).Select(v => v.Id).ShouldBe([Versions.Id, other.Id], ignoreOrder: true);
        await again.Purge.NamedAsync("Person", Cancel);
        (await again.Purge.VersionsAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_that_cannot_be_kept_leaves_none_of_its_batch()
    {
        await using var store = await OpenAsync();
        var first = Record("One", Versions);
        await store.Screenings.AddAsync([first], Cancel);
        await Should.ThrowAsync<DataFolderException>(() => store.Screenings.AddAsync([Record("Two", Versions), first], Cancel));
        (await store.Screenings.LatestAsync(5, Cancel)).ShouldBe([first]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1 << 20)]
    [InlineData((5 << 20) / 2)]
    public async Task A_file_comes_out_as_it_went_in(int bytes)
    {
        await using var store = await OpenAsync();
        var content = new byte[bytes];
        new Random(bytes).NextBytes(content);
        var file = await AddJobAsync(store, "j1", content);
        file.Bytes.ShouldBe(bytes);
        file.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
        await using var again = await OpenAsync();
        (await again.Files.FindAsync(file.Id, Cancel)).ShouldBe(file);
        (await ReadAsync(again, file)).ShouldBe(content);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_is_no_file_and_goes_after_a_day()
    {
        await using var store = await OpenAsync();
        await Should.ThrowAsync<IOException>(() => store.Files.AddAsync(new BrokenStream(), Cancel));
        var left = await store.Files.AddAsync(new MemoryStream("a process died here"u8.ToArray()), Cancel);
        (await store.Files.FindAsync(left.Id, Cancel)).ShouldBeNull();
        await store.Files.RemoveAbandonedAsync(Cancel);
        (await ReadAsync(store, left)).Length.ShouldBe(19);
        Time.Advance(TimeSpan.FromDays(2));
        await store.Files.RemoveAbandonedAsync(Cancel);
        await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(store, left));
        await AddJobAsync(store, "whole", [1]);
        Time.Advance(TimeSpan.FromDays(2));
        await store.Files.RemoveAbandonedAsync(Cancel);
        (await ReadAsync(store, (await store.Jobs.FindAsync("whole", Cancel))!.Input)).ShouldBe([1]);
    }

    [Fact]
    public async Task A_job_is_kept_with_its_answers_and_goes_with_them()
    {
        await using var store = await OpenAsync();
        var input = await AddJobAsync(store, "j1", "name\nA\n"u8.ToArray());
        await AddJobAsync(store, "j2", [2]);
        var answer = new JobAnswer(await AddAsync(store, "lines"), await AddAsync(store, "csv"), Versions);
        (await store.Jobs.EndAsync("j1", "done", answer, Cancel)).ShouldBeTrue();
        (await store.Jobs.EndAsync("j2", "failed", null, Cancel)).ShouldBeTrue();
        await using var again = await OpenAsync();
        (await again.Jobs.AllAsync(Cancel)).ShouldBe([
            new("j1", Time.GetUtcNow(), Time.GetUtcNow(), "done", input) { Answer = answer },
            (await again.Jobs.FindAsync("j2", Cancel))!]);
        (await again.Jobs.FindAsync("j2", Cancel))!.Answer.ShouldBeNull();
        await again.Jobs.RemoveAsync("j1", Cancel);
        (await again.Jobs.FindAsync("j1", Cancel)).ShouldBeNull();
        foreach (var file in new[] { input, answer.Lines, answer.Csv }) (await again.Files.FindAsync(file.Id, Cancel)).ShouldBeNull();
        // A job that was removed while it ran keeps nothing.
        var late = new JobAnswer(await AddAsync(store, "lines"), await AddAsync(store, "csv"), Versions);
        (await store.Jobs.EndAsync("j1", "done", late, Cancel)).ShouldBeFalse();
        (await store.Files.FindAsync(late.Lines.Id, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_brief_is_kept_with_its_document()
    {
        await using var store = await OpenAsync();
        var brief = await AddBriefAsync(store, "b1", "A story of Kim.");
        await using var again = await OpenAsync();
        var found = (await again.Briefs.FindAsync("b1", Cancel))!;
        (found.Source, found.AskedBy, found.Document, found.Versions).ShouldBe((brief.Source, "k1", brief.Document, Versions));
        Encoding.UTF8.GetString(found.Json.Span).ShouldBe("A story of Kim.");
        (await again.Briefs.RemoveAsync("b1", Cancel)).ShouldBeTrue();
        (await again.Briefs.RemoveAsync("b1", Cancel)).ShouldBeFalse();
        (await again.Files.FindAsync(brief.Document.Id, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_purge_removes_what_is_older_and_says_so()
    {
        await using var store = await OpenAsync();
        await store.Screenings.AddAsync([.. Enumerable.Range(0, 12_000).Select(i => Record($"Old {i}", Versions))], Cancel);
        await AddJobAsync(store, "old", [1]);
        await store.Jobs.EndAsync("old", "failed", null, Cancel);
        await AddJobAsync(store, "running", [1]);
        await AddBriefAsync(store, "oldBrief", "x");
        Time.Advance(TimeSpan.FromDays(10));
        var limit = Time.GetUtcNow();
        var young = Record("Young", Versions);
        await store.Screenings.AddAsync([young], Cancel);
        await AddBriefAsync(store, "youngBrief", "x");
        var purge = await store.Purge.BeforeAsync(limit, Cancel);
        (purge.Screenings, purge.Jobs, purge.Briefs).ShouldBe((12_000, 1, 1));
        (await store.Screenings.LatestAsync(50, Cancel)).ShouldBe([young]);
        (await store.Jobs.AllAsync(Cancel)).Select(j => j.Id).ShouldBe(["running"]);
        (await store.Briefs.FindAsync("oldBrief", Cancel)).ShouldBeNull();
        (await store.Briefs.FindAsync("youngBrief", Cancel)).ShouldNotBeNull();
        (await store.Purge.AllAsync(Cancel)).ShouldBe([purge]);
        (await store.Purge.BeforeAsync(limit, Cancel)).Total.ShouldBe(0);
        (await store.Purge.AllAsync(Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_purge_by_name_finds_it_in_questions_files_and_documents()
    {
        await using var store = await OpenAsync();
        var stays = Record("Somebody Else", Versions);
        await store.Screenings.AddAsync([Record("Ilse MARROWFIELD", Versions), stays], Cancel);
        await AddJobAsync(store, "with", "id,name\n1,Ilse Marrowfield\n"u8.ToArray());
        await AddJobAsync(store, "without", "id,name\n1,Nobody\n"u8.ToArray());
        foreach (var id in new[] { "with", "without" }) await store.Jobs.EndAsync(id, "failed", null, Cancel);
        await AddBriefAsync(store, "b1", "She is called ilse marrowfield.");
        await AddBriefAsync(store, "b2", "Nobody is named.");
        var purge = await store.Purge.NamedAsync("Ilse Marrowfield", Cancel);
        (purge.Screenings, purge.Jobs, purge.Briefs).ShouldBe((1, 1, 1));
        (await store.Screenings.LatestAsync(5, Cancel)).ShouldBe([stays]);
        (await store.Jobs.AllAsync(Cancel)).Select(j => j.Id).ShouldBe(["without"]);
        (await store.Briefs.FindAsync("b2", Cancel)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Many_processes_may_begin_at_once()
    {
        var stores = new List<DataStore>();
        for (var i = 0; i < 8; i++) stores.Add(await OpenAsync());
        await Task.WhenAll(stores.Select(s => Task.Run(() => s.Keys.CreateAsync("one of many", Scopes.Read, 0, Cancel))));
        (await stores[0].Keys.AllAsync(Cancel)).Count.ShouldBe(8);
        foreach (var store in stores) await store.DisposeAsync();
    }

    [Fact]
    public async Task Tables_of_a_newer_build_are_left_alone()
    {
        await using (var store = await OpenAsync())
        {
            await store.Keys.CreateAsync("x", Scopes.Read, 0, Cancel);
            await store.Database.WriteAsync(c => c.ExecuteAsync("insert into migrations (number, name, sha256, applied) values (9999, '9999-later.sql', 'x', 0)", Cancel), Durability.Machine, Cancel);
        }
        await using var older = await OpenAsync();
        var refusal = await Should.ThrowAsync<DataFolderException>(() => older.Keys.AllAsync(Cancel));
        refusal.Message.ShouldContain("newer build");
    }

    [Fact]
    public async Task What_a_journal_keeps_is_in_the_store_when_it_ends()
    {
        await using var store = await OpenAsync();
        var folder = Folder("journal");
        var records = Enumerable.Range(0, 500).Select(i => Record($"Person {i}\n\"quoted\" 김정은", i % 2 == 0 ? Versions : Versions with { Joins = "x\ty\n" })).ToList();
        await using (var journal = await ScreeningJournal.OpenAsync(folder, store.Screenings, TimeProvider.System, Complain, Cancel))
        {
            await Task.WhenAll(records.Chunk(7).Select(some => Task.Run(() => journal.KeepAsync(some, Cancel), Cancel)));
            ScreeningJournal.IsInUse(folder).ShouldBeTrue();
        }
        (await store.Screenings.LatestAsync(1000, Cancel)).ShouldBe(records.AsEnumerable().Reverse());
        ScreeningJournal.IsInUse(folder).ShouldBeFalse();
        Directory.GetFiles(Path.Combine(folder.Root, "journal")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_journal_of_a_dead_process_is_taken_up_but_for_the_line_that_broke_off()
    {
        await using var store = await OpenAsync();
        var folder = Folder("dead");
        var records = Enumerable.Range(0, 20).Select(i => Record($"Person {i}", Versions)).ToList();
        await using (var unreachable = new DataStore(new PostgresDatabase("Host=127.0.0.1;Port=1;Username=u;Database=d", Time), Time))
        await using (var journal = await ScreeningJournal.OpenAsync(folder, unreachable.Screenings, TimeProvider.System, static _ => { }, Cancel))
        {
            foreach (var record in records) await journal.KeepAsync([record], Cancel);   // acknowledged, though no database takes them
        }
        var file = Directory.GetFiles(Path.Combine(folder.Root, "journal")).Order(StringComparer.Ordinal).First(static f => new FileInfo(f).Length > 0);
        await File.AppendAllTextAsync(file, "\n[\"screening\",\"01a2", Cancel);
        await store.Screenings.AddAsync(records[..5], Cancel);   // moved already when the process died
        var said = new List<string>();
        (await ScreeningJournal.TakeUpAsync(folder, store.Screenings, said.Add, Cancel)).ShouldBe(20);
        (await store.Screenings.LatestAsync(1000, Cancel)).ShouldBe(records.AsEnumerable().Reverse());
        said.ShouldHaveSingleItem().ShouldContain("being written when the process died");
        (await ScreeningJournal.TakeUpAsync(folder, store.Screenings, Complain, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_backup_holds_everything_and_comes_back_into_an_empty_folder()
    {
        await using var store = await FilledAsync();
        var (folder, file) = (Folder("whole"), Path.Combine(Folder("backups").Root, "b.zip"));
        folder.Inside("lists/un-sc/2024-05-03/held");
        foreach (var (name, content) in new[] { ("in-use", "x"), ("joins", "together"), ("lists/un-sc/2024-05-03/01-un.xml.gz", "gz"), ("lists/un-sc/2024-05-03/held/records", ""), ("lists/un-sc/2024-05-03/entries", "compiled"), ("in-use.tmp", "half") })
            await File.WriteAllTextAsync(Path.Combine(folder.Root, name), content, Cancel);
        await using (await ScreeningJournal.OpenAsync(folder, store.Screenings, TimeProvider.System, Complain, Cancel))   // a server runs
        using (var writer = WriterLock.Take(folder, "test", TimeSpan.Zero, Complain, Time, Cancel))
        {
            var manifest = await Backup.WriteAsync(folder, store, file, writer, Time, Cancel);
            manifest.Created.ShouldBe(Time.GetUtcNow());
            (await Should.ThrowAsync<DataFolderException>(() => Backup.WriteAsync(folder, store, file, writer, Time, Cancel))).Message.ShouldContain("exists already");
        }
        var back = new DataFolder(Path.Combine(folder.Root, "..", "back"));
        (await Restore.ReadAsync(file, back, replace: false, f => new(new SqliteDatabase(f, Time), Time), Time, Cancel)).Files.Length.ShouldBeGreaterThan(4);
        (await File.ReadAllTextAsync(Path.Combine(back.Root, "joins"), Cancel)).ShouldBe("together");
        File.Exists(Path.Combine(back.Root, "lists/un-sc/2024-05-03/held/records")).ShouldBeTrue();
        foreach (var none in new[] { "lists/un-sc/2024-05-03/entries", "in-use.tmp", "lock" }) File.Exists(Path.Combine(back.Root, none)).ShouldBeFalse(none);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(Path.Combine(back.Root, "store.db")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using (var restored = new DataStore(new SqliteDatabase(back, Time), Time)) await ShouldBeTheSame(restored, store);
        (await Should.ThrowAsync<DataFolderException>(() => Restore.ReadAsync(file, back, replace: false, f => new(new SqliteDatabase(f, Time), Time), Time, Cancel))).Message.ShouldContain("not empty");
        await File.WriteAllTextAsync(Path.Combine(back.Root, "later"), "x", Cancel);
        await Restore.ReadAsync(file, back, replace: true, f => new(new SqliteDatabase(f, Time), Time), Time, Cancel);
        File.Exists(Path.Combine(back.Root, "later")).ShouldBeFalse();
    }

    /// <summary>A store with some of everything.</summary>
    protected async Task<DataStore> FilledAsync()
    {
        var store = await OpenAsync();
        await store.Keys.CreateAsync("Ilse's laptop", Scopes.Read, 0, Cancel);
        await store.Screenings.AddAsync([.. Enumerable.Range(0, 2500).Select(i => Record($"Person {i}", i == 7 ? Versions with { Engine = "0.9" } : Versions))], Cancel);
        await AddJobAsync(store, "done", new byte[(5 << 20) / 2]);
        await store.Jobs.EndAsync("done", "done", new(await AddAsync(store, "lines"), await AddAsync(store, "csv"), Versions), Cancel);
        await AddJobAsync(store, "queued", "name\nA\n"u8.ToArray());
        await AddBriefAsync(store, "b1", "A story of Kim.");
        await store.Purge.NamedAsync("Person 11", Cancel);
        return store;
    }

    protected static async Task ShouldBeTheSame(DataStore one, DataStore other)
    {
        (await one.Keys.AllAsync(Cancel)).Select(k => (k.ToString(), Convert.ToHexString(k.Hash.Span))).ShouldBe((await other.Keys.AllAsync(Cancel)).Select(k => (k.ToString(), Convert.ToHexString(k.Hash.Span))));
        (await one.Screenings.LatestAsync(5000, Cancel)).ShouldBe(await other.Screenings.LatestAsync(5000, Cancel));
        (await one.Jobs.AllAsync(Cancel)).ShouldBe(await other.Jobs.AllAsync(Cancel));
        foreach (var job in await one.Jobs.AllAsync(Cancel)) (await ReadAsync(one, job.Input)).ShouldBe(await ReadAsync(other, job.Input));
        var (brief, its) = ((await one.Briefs.FindAsync("b1", Cancel))!, (await other.Briefs.FindAsync("b1", Cancel))!);
        (brief.Source, brief.Document, Encoding.UTF8.GetString(brief.Json.Span)).ShouldBe((its.Source, its.Document, Encoding.UTF8.GetString(its.Json.Span)));
        (await one.Purge.AllAsync(Cancel)).ShouldBe(await other.Purge.AllAsync(Cancel));
    }

    readonly string work = Path.Combine(Path.GetTempPath(), $"ostrakon-contract-{Guid.NewGuid():N}");

    /// <summary>A folder of the test's own, which exists.</summary>
    protected DataFolder Folder(string name)
    {
        var folder = new DataFolder(Path.Combine(work, name));
        Directory.CreateDirectory(work);
        folder.Create();
        return folder;
    }

    public virtual void Dispose()
    {
        if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected static void Complain(string message) => Assert.Fail(message);

    protected ScreeningRecord Record(string name, AnswerVersions versions)
    {
        Time.Advance(TimeSpan.FromMilliseconds(1));
        return new(RecordId.New(Time.GetUtcNow()), Time.GetUtcNow(), name.Length % 2 == 0 ? null : "k1", "/v1/screen", $$"""{"name":["{{name}}"]}""", "{}", 1, "[]", "00ff", versions);
    }

    async Task<StoredFile> AddJobAsync(DataStore store, string id, byte[] content)
    {
        var file = await store.Files.AddAsync(new MemoryStream(content), Cancel);
        await store.Jobs.AddAsync(new(id, Time.GetUtcNow(), null, "queued", file), Cancel);
        return file;
    }

    async Task<BriefRecord> AddBriefAsync(DataStore store, string id, string text)
    {
        var brief = new BriefRecord(id, Time.GetUtcNow(), "k1", """{"url":"http://example.org"}""", await AddAsync(store, text), Encoding.UTF8.GetBytes(text), "<p>"u8.ToArray(), Versions);
        await store.Briefs.AddAsync(brief, Cancel);
        return brief;
    }

    static Task<StoredFile> AddAsync(DataStore store, string content) => store.Files.AddAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), Cancel);

    static async Task<byte[]> ReadAsync(DataStore store, StoredFile file)
    {
        using var memory = new MemoryStream();
        await using var stream = store.Files.Open(file);
        await stream.CopyToAsync(memory, Cancel);
        return memory.ToArray();
    }

    /// <summary>Two parts, then the connection is gone.</summary>
    sealed class BrokenStream : MemoryStream
    {
        int left = 2 << 20;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (left == 0) throw new IOException("gone");
            var read = Math.Min(left, buffer.Length);
            left -= read;
            return new(read);
        }
    }
}
