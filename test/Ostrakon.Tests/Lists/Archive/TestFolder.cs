using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Ostrakon.Index;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;
using Ostrakon.Parties;

namespace Ostrakon.Tests.Lists.Archive;

/// <summary>A data folder that is gone after the test, and a list format small enough to write in a test: <c>published DATE</c>, then
/// <c>id;name;program</c> a line.</summary>
sealed class TestFolder : IDisposable
{
    readonly string root = Path.Combine(Path.GetTempPath(), $"ostrakon-{Guid.NewGuid():N}");

    public TestFolder()
    {
        Folder = new(root);
        Archive = new(Folder, Said.Add, Parse);
    }

    public DataFolder Folder { get; }
    public ListArchive Archive { get; }
    public List<string> Said { get; } = [];
    public FakeTimeProvider Time { get; } = new(new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));

    public WriterLock Lock() => WriterLock.Take(Folder, "test", TimeSpan.FromSeconds(30), Said.Add, TimeProvider.System);

    public ImportResult Import(string list, string content, string? published = null, bool acceptLoss = false)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var file = new ListFile("list.txt", Encoding.UTF8.GetBytes(content), new DateTime(2020, 5, 5, 0, 0, 0, DateTimeKind.Utc));
        return new ListImport(list, [file], published is null ? null : DateOnly.Parse(published), acceptLoss).Run(Archive, Lock, Time);
    }

    public SnapshotSource Source(int waitSeconds = 30) => SnapshotSource.Open(Archive, () => new([Entry("s1;Starter;")], new(2024, 5, 3), new(1, []), []), Said.Add, TimeProvider.System, TimeSpan.FromSeconds(waitSeconds));

    /// <summary>What a reader finds: "list version: captions" for every list in use.</summary>
    public string InUse()
    {
        using var source = Source();
        using var lease = source.Lease();
        return Describe(lease.Snapshot);
    }

    public static string Describe(Snapshot snapshot) => string.Join(" | ", snapshot.Lists.Select(l =>
        $"{l.List} {l.Version}: {string.Join(", ", Enumerable.Range(0, snapshot.PartyCount).Select(snapshot.Party).SelectMany(p => p.Listings).Where(x => x.List == l.List).Select(x => x.Entry.Caption))}"));

    public static string Lines(string? published, int count, string prefix = "Name") =>
        (published is null ? "" : $"published {published}\n") + string.Concat(Enumerable.Range(1, count).Select(i => $"{i};{prefix} {i};P\n"));

    public static Entry Entry(string line)
    {
        var cells = line.Split(';');
        return new()
        {
            Id = cells[0], Schema = "Person", Names = [new(cells[1], NameKind.Primary)], Programs = cells[2].Length == 0 ? [] : [cells[2]],
            Published = [new("Line", line)],
        };
    }

    static ParsedList Parse(ListSource source, CancellationToken cancel)
    {
        var lines = Encoding.UTF8.GetString(source.Files[0].Content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var dated = lines is [var first, ..] && first.StartsWith("published ", StringComparison.Ordinal);
        var entries = lines.Skip(dated ? 1 : 0).Select(l => l.Split(';').Length >= 3 ? Entry(l) : throw new ListFormatException(source.Files[0].Name, 1, "is no list", "Write one."));
        return new([.. entries], dated ? DateOnly.Parse(lines[0][10..]) : null, new(3, []), []);
    }

    public void Dispose()
    {
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
    }
}
