using System.Collections.Immutable;
using System.Globalization;
using Ostrakon.Lists.Deltas;

namespace Ostrakon.Lists.Archive;

/// <summary>What is to be done with a version that was read, decided before anything is written. Immutable.</summary>
/// <param name="Import">What the user asked for.</param>
/// <param name="Read">What was read.</param>
/// <param name="Version">The version: the kept one where the same bytes are kept already.</param>
/// <param name="IsNew">Whether it is to be kept for the first time.</param>
/// <param name="Before">The version to compare with; null for the first.</param>
/// <param name="Use">Whether it goes into use: it is the latest, no other is pinned, and it is not in use yet.</param>
/// <param name="Warnings">What could not be used, each with file, line and reason.</param>
sealed record ImportPlan(
    ListImport Import, ReadList Read, ListVersion Version, bool IsNew, ListVersion? Before, bool Use, ImmutableArray<string> Warnings)
{
    /// <exception cref="DataFolderException">The version is refused.</exception>
    public static ImportPlan Of(ListImport import, ReadList read, ListArchive archive, InUse inUse, TimeProvider time)
    {
        var versions = archive.Versions(import.List);
        var hash = KeptVersion.HashOf(import.Files);
        var same = versions.FirstOrDefault(v => v.Version.Sha256 == hash)?.Version;
        var version = same ?? Name(import, read, hash, archive, time);
        var others = versions.Select(static v => v.Version).Where(v => v != same).ToList();
        var current = inUse.Of(import.List);
        var before = others.Find(v => current is { Pinned: false } at && v.Version == at.Version) ?? others.LastOrDefault();
        var latest = same is null ? others.TrueForAll(v => v.Published <= version.Published) : versions[^1].Version == same;
        var use = latest && current is not { Pinned: true } && current?.Version != version.Version;
        if (latest && before is not null && (same is null || use)) RefuseLoss(import, version, before);
        return new(import, read, version, same is null, before, use, [.. read.Warnings, .. DateWarnings(import, version, time)]);
    }

    /// <summary>Keeps the version where it is new or was damaged.</summary>
    public void Keep(ListArchive archive, WriterLock writer)
    {
        if (IsNew || !archive.FolderOf(Import.List, Version.Version).IsWhole())
            archive.Keep(Read.Counted(Version), new(Import.List, Import.Files, Import.Force), Read, writer);
        else archive.KeepEntries(Read.Counted(Version), Read, writer);
    }

    /// <summary>Compares with the version before and lets go what the retention setting does not keep.</summary>
    public ImportResult Finish(ListArchive archive, InUse inUse, FolderSettings settings, WriterLock writer, CancellationToken cancel) =>
        new(Version, IsNew, inUse.Of(Import.List)?.Version ?? "", Warnings, Before,
            IsNew && Before is not null ? KeptDelta.Between(archive, Import.List, Before.Version, Version.Version, writer, cancel) : null,
            Retention.Apply(archive, Import.List, inUse, settings, writer));

    static ListVersion Name(ListImport import, ReadList read, string hash, ListArchive archive, TimeProvider time)
    {
        var (published, from) =
            read.Published is { } inside ? (inside, "file") :
            import.Published is { } chosen ? (chosen, "option") :
            (DateOnly.FromDateTime(import.Files.Max(static f => f.Time)), "file time");
        var name = published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (archive.FolderOf(import.List, name).Exists) name += $"-{hash[..8]}";
        return read.Counted(new(import.List, name, published, from, time.GetUtcNow(), hash, 0, 0, read.Coverage, [.. import.Files.Select(static f => Path.GetFileName(f.Name))]));
    }

    static void RefuseLoss(ListImport import, ListVersion version, ListVersion before)
    {
        if (import.AcceptLoss || version.Entries >= before.Entries * 0.9) return;
        throw new DataFolderException($"{version.List} {version.Version}",
            $"has {version.Entries} entries where the version {before.Version} has {before.Entries}, a loss of more than a tenth",
            "The version in use is kept. Is the file whole? If so, import it with --accept-loss.");
    }

    static IEnumerable<string> DateWarnings(ListImport import, ListVersion version, TimeProvider time)
    {
        if (version.PublishedFrom == "file" && import.Published is { } chosen && chosen != version.Published)
            yield return $"the file says that it was published on {version.Published:yyyy-MM-dd}; --published {chosen:yyyy-MM-dd} was not needed and not used";
        if (version.Published > DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1))
            yield return $"the publication date {version.Published:yyyy-MM-dd} ({version.PublishedFrom}) lies in the future: check it, since later imports with earlier dates only add history";
    }
}
