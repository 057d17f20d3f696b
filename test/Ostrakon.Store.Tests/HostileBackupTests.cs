using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Ostrakon.Lists.Archive;
using Ostrakon.Store.Backups;

namespace Ostrakon.Store.Tests;

/// <summary>Backups that are cut off, damaged or made to do harm: a reason, and nothing changed.</summary>
public sealed class HostileBackupTests : IDisposable
{
    readonly string work = Directory.CreateTempSubdirectory("ostrakon-hostile-").FullName;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    string Target => Path.Combine(work, "data");

    public HostileBackupTests()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "joins"), "before");
    }

    public void Dispose() => Directory.Delete(work, recursive: true);

    [Fact]
    public async Task One_that_is_whole_comes_back() => await RestoreAsync(Written(("joins", "after", null)), "after");

    [Theory]
    [InlineData("../outside", "outside of its folder")]
    [InlineData("/etc/outside", "outside of its folder")]
    [InlineData("a/../../outside", "outside of its folder")]
    [InlineData("a\\..\\outside", "outside of its folder")]
    [InlineData("C:outside", "outside of its folder")]
    [InlineData("a//b", "outside of its folder")]
    [InlineData(".", "outside of its folder")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name, string why) => await RefusedAsync(Written(("joins", "after", null), (name, "x", null)), why);

    [Fact]
    public async Task A_name_that_stands_twice_is_refused() => await RefusedAsync(Written(("joins", "after", null), ("JOINS", "other", null)), "twice");

    [Fact]
    public async Task A_file_that_the_manifest_does_not_name_is_refused()
    {
        var path = Written(("joins", "after", null));
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        using (var writer = new StreamWriter(zip.CreateEntry("more").Open())) writer.Write("x");
        await RefusedAsync(path, "other files than its manifest names");
    }

    [Fact]
    public async Task A_file_that_is_missing_is_refused()
    {
        var path = Written(("joins", "after", null), ("settings.json", "{}", null));
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update)) zip.GetEntry("settings.json")!.Delete();
        await RefusedAsync(path, "other files than its manifest names");
    }

    [Fact]
    public async Task A_file_with_other_content_is_refused() => await RefusedAsync(Written(("joins", "after", new BackupFile("joins", 5, Hash("AFTER")))), "joins is damaged");

    [Fact]
    public async Task A_file_that_swells_is_stopped_at_its_size() => await RefusedAsync(Written(("bomb", new string('0', 50 << 20), new BackupFile("bomb", 10, Hash("x")))), "unpacks to more than the 10 bytes");

    [Fact]
    public async Task One_that_is_larger_than_the_disk_is_refused_before_it_is_unpacked() =>
        await RefusedAsync(Written(("bomb", "x", new BackupFile("bomb", 1L << 60, Hash("x")))), "are free");

    [Fact]
    public async Task Sizes_that_overflow_are_refused() =>
        await RefusedAsync(Written(("a", "x", new BackupFile("a", long.MaxValue, Hash("x"))), ("b", "x", new BackupFile("b", long.MaxValue, Hash("x")))), "sizes");

    [Theory]
    [InlineData("""{"format":"ostrakon backup 9","engine":"x","created":"2024-05-03T00:00:00Z","store":"sqlite","files":[]}""", "does not read")]
    [InlineData("""{"format":"ostrakon backup 1"}""", "no backup, or damaged")]
    [InlineData("null", "empty manifest")]
    [InlineData("{", "no backup, or damaged")]
    public async Task A_manifest_that_cannot_be_read_is_refused(string manifest, string why)
    {
        var path = Path.Combine(work, "b.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        using (var writer = new StreamWriter(zip.CreateEntry(BackupManifest.EntryName).Open())) writer.Write(manifest);
        await RefusedAsync(path, why);
    }

    [Fact]
    public async Task One_that_is_cut_off_anywhere_is_refused()
    {
        var whole = await File.ReadAllBytesAsync(Written(("joins", "after", null), ("more", new string('x', 1000), null)), Cancel);
        for (var length = 0; length < whole.Length; length += 7)
        {
            var path = Path.Combine(work, "cut.zip");
            await File.WriteAllBytesAsync(path, whole[..length], Cancel);
            await RefusedAsync(path, "cut.zip");
        }
    }

    [Fact]
    public async Task One_with_a_flipped_bit_is_refused_or_the_same()
    {
        var path = Written(("joins", "after", null), ("more", new string('x', 1000), null));
        var whole = await File.ReadAllBytesAsync(path, Cancel);
        for (var at = 0; at < whole.Length; at += 5)
        {
            var flipped = whole.ToArray();
            flipped[at] ^= 0x10;
            await File.WriteAllBytesAsync(path, flipped, Cancel);
            try { await Restored(path); }
            catch (DataFolderException) { continue; }
            (await File.ReadAllTextAsync(Path.Combine(Target, "joins"), Cancel)).ShouldBe("after");
            await File.WriteAllTextAsync(Path.Combine(Target, "joins"), "before", Cancel);
        }
        (await File.ReadAllTextAsync(Path.Combine(Target, "joins"), Cancel)).ShouldBe("before");
    }

    /// <summary>A backup with these files; what the manifest says of one may be a lie.</summary>
    string Written(params (string Name, string Content, BackupFile? Said)[] files)
    {
        var path = Path.Combine(work, "b.zip");
        File.Delete(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content, _) in files)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(content);
        }
        var manifest = new BackupManifest(BackupManifest.Known, "0", DateTimeOffset.UnixEpoch, "sqlite", [.. files.Select(f => f.Said ?? new(f.Name, Encoding.UTF8.GetByteCount(f.Content), Hash(f.Content)))]);
        using var entry = zip.CreateEntry(BackupManifest.EntryName).Open();
        System.Text.Json.JsonSerializer.Serialize(entry, manifest, BackupJson.Default.BackupManifest);
        return path;
    }

    async Task RestoreAsync(string path, string expected)
    {
        await Restored(path);
        (await File.ReadAllTextAsync(Path.Combine(Target, "joins"), Cancel)).ShouldBe(expected);
    }

    async Task RefusedAsync(string path, string why)
    {
        (await Should.ThrowAsync<DataFolderException>(() => Restored(path))).Message.ShouldContain(why);
        (await File.ReadAllTextAsync(Path.Combine(Target, "joins"), Cancel)).ShouldBe("before");
        Directory.GetFileSystemEntries(work).Select(Path.GetFileName).ShouldBe(new[] { "data", Path.GetFileName(path), "b.zip" }.Distinct(), ignoreOrder: true);
    }

    Task<BackupManifest> Restored(string path) =>
        Restore.ReadAsync(path, new(Target), replace: true, static f => new(new SqliteDatabase(f, TimeProvider.System), TimeProvider.System), TimeProvider.System, Cancel);

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
