using Ostrakon.Index;
using Ostrakon.Lists.Archive;

namespace Ostrakon.Tests.Lists.Archive;

public sealed class DamageTests : IDisposable
{
    readonly TestFolder data = new();
    readonly string good;

    public DamageTests()
    {
        data.Import("a-list", TestFolder.Lines("2024-01-01", 20));
        data.Import("b-list", TestFolder.Lines("2024-01-01", 20));
        data.Import("a-list", TestFolder.Lines("2024-01-02", 21));
        good = data.InUse();
    }

    public void Dispose() => data.Dispose();

    [Fact]
    public void A_flipped_byte_anywhere_is_repaired_or_changes_nothing()
    {
        EachFile((path, bytes) =>
        {
            for (var at = 0; at < bytes.Length; at += Math.Max(1, bytes.Length / 15))
            {
                var flipped = (byte[])bytes.Clone();
                flipped[at] ^= 0x20;
                Check(path, flipped);
            }
        });
        data.Said.Count(s => s.Contains("in-use is damaged", StringComparison.Ordinal)).ShouldBeGreaterThan(15);
        data.Said.Count(s => s.Contains("is damaged.", StringComparison.Ordinal)).ShouldBeGreaterThan(5);
    }

    [Fact]
    public void A_truncated_or_missing_file_is_repaired_or_changes_nothing() => EachFile((path, bytes) =>
    {
        foreach (var length in new[] { 0, 1, bytes.Length / 2, bytes.Length - 1 }) Check(path, bytes[..length]);
        Check(path, null);
    });

    [Fact]
    public void Everything_but_the_originals_can_go_at_once()
    {
        Directory.Delete(data.Folder.Snapshots, true);
        File.Delete(data.Folder.InUse);
        foreach (var cache in Directory.EnumerateFiles(data.Folder.Lists, "entries", SearchOption.AllDirectories)) File.WriteAllText(cache, "?");
        data.InUse().ShouldBe(good);
        data.Said.Count(s => s.Contains("reading the kept originals again", StringComparison.Ordinal)).ShouldBe(2);
        data.Said.Clear();
        data.InUse().ShouldBe(good);
        data.Said.ShouldBeEmpty("it was mended for good");
    }

    [Fact]
    public void What_another_build_compiled_is_compiled_again()
    {
        foreach (var path in Directory.EnumerateFiles(data.Folder.Snapshots).Concat(Directory.EnumerateFiles(data.Folder.Lists, "entries", SearchOption.AllDirectories)))
        {
            var bytes = File.ReadAllBytes(path);
            bytes[8] ^= 1;
            File.WriteAllBytes(path, bytes);
        }
        data.InUse().ShouldBe(good);
        data.Said.ShouldContain(s => s.Contains("another build", StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_original_is_told_and_importing_it_again_mends_it()
    {
        var original = Directory.EnumerateFiles(data.Folder.Lists, "01-*", SearchOption.AllDirectories).Single(p => p.Contains("a-list/2024-01-02", StringComparison.Ordinal));
        File.WriteAllText(original, "?");
        File.Delete(Path.Combine(Path.GetDirectoryName(original)!, "entries"));
        File.Delete(Directory.EnumerateFiles(data.Folder.Snapshots).Single());
        Should.Throw<DataFolderException>(data.InUse).Message.ShouldBe(
            $"{original}: the kept original is damaged: its sha256 differs. Import the files of this version again, or restore the folder from a backup.");
        data.Import("a-list", TestFolder.Lines("2024-01-02", 21)).IsNew.ShouldBeFalse();
        data.InUse().ShouldBe(good);
    }

    [Fact]
    public void What_a_dead_writer_left_is_no_version_and_goes_with_the_next_import()
    {
        Directory.CreateDirectory(Path.Combine(data.Folder.Lists, "a-list", "2024-01-03.tmp"));
        File.WriteAllText(Path.Combine(data.Folder.Snapshots, "compiled.tmp"), "half");
        data.Archive.Versions("a-list").Length.ShouldBe(2);
        data.Import("a-list", TestFolder.Lines("2024-01-03", 22)).InUse.ShouldBe("2024-01-03");
        Directory.EnumerateFileSystemEntries(data.Folder.Root, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void Where_nothing_can_be_written_the_lists_are_used_from_memory()
    {
        File.WriteAllText(Directory.EnumerateFiles(data.Folder.Snapshots).Single(), "?");
        using (data.Lock())
        {
            using var other = data.Source(waitSeconds: 0);
            using var lease = other.Lease();
            TestFolder.Describe(lease.Snapshot).ShouldBe(good);
        }
    }

    void EachFile(Action<string, byte[]> damage)
    {
        var files = Directory.EnumerateFiles(data.Folder.Root, "*", SearchOption.AllDirectories).Where(p => Path.GetFileName(p) is not "lock").ToList();
        files.Count.ShouldBe(14);
        foreach (var path in files) damage(path, File.ReadAllBytes(path));
    }

    /// <summary>With this content in the file, readers see the good state; and so do they after an import of another list.</summary>
    void Check(string path, byte[]? damaged)
    {
        var before = File.Exists(path) ? File.ReadAllBytes(path) : null;
        if (damaged is null) File.Delete(path); else File.WriteAllBytes(path, damaged);
        data.InUse().ShouldBe(good, path);
        if (before is not null) File.WriteAllBytes(path, before);
    }
}
