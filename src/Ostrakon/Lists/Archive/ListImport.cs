using System.Collections.Immutable;
using System.Globalization;
using Ostrakon.Lists.Deltas;

namespace Ostrakon.Lists.Archive;

/// <summary>What is to be imported as one version of a list. Immutable.</summary>
/// <param name="List">The list id, see <see cref="ListId"/>.</param>
/// <param name="Files">The files of the version, at least one.</param>
/// <param name="Published">The publication date, for formats that carry none.</param>
/// <param name="AcceptLoss">Accept more than a tenth fewer entries than the version in use has.</param>
/// <param name="Force">Accept files that may be those of another list.</param>
public sealed record ListImport(string List, ImmutableArray<ListFile> Files, DateOnly? Published = null, bool AcceptLoss = false, bool Force = false)
{
    /// <summary>
    /// Reads, checks, keeps and compiles. All is read before the lock is taken and checked before anything is written, and what is in use
    /// changes in one step at the end: whatever goes wrong, the state before stays.
    /// </summary>
    /// <param name="archive">Where the version goes.</param>
    /// <param name="takeLock">Takes the folder's lock.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Stops before the last step.</param>
    /// <exception cref="ListFormatException">The files cannot be read as this list.</exception>
    /// <exception cref="DataFolderException">The version was refused, or the folder cannot be written.</exception>
    public ImportResult Run(ListArchive archive, Func<WriterLock> takeLock, TimeProvider time, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(takeLock);
        ArgumentNullException.ThrowIfNull(time);
        if (!ListId.IsValid(List)) throw new ArgumentException($"'{List}' is no list id.", nameof(archive));
        var source = new ListSource(List, Files, Force);
        var parsed = archive.Parse(source, cancel);
        if (parsed.Entries.IsEmpty) throw new ListFormatException(Files[0].Name, 0, "holds no entry", "Download it again; the version in use is kept.");

        using var writer = takeLock();
        var settings = FolderSettings.Read(archive.Folder);
        var inUse = archive.InUse();
        var versions = archive.Versions(List);
        var hash = KeptVersion.HashOf(Files);
        var same = versions.FirstOrDefault(v => v.Version.Sha256 == hash)?.Version;
        var version = same ?? Name(parsed, hash, archive, time);
        var others = versions.Select(static v => v.Version).Where(v => v != same).ToList();
        var current = inUse.Of(List);
        var before = others.Find(v => current is { Pinned: false } at && v.Version == at.Version) ?? others.LastOrDefault();
        var latest = same is null ? others.TrueForAll(v => v.Published <= version.Published) : versions[^1].Version == same;
        var use = latest && current is not { Pinned: true } && current?.Version != version.Version;
        if (latest && before is not null && (same is null || use)) RefuseLoss(version, before);

        if (same is null || !archive.FolderOf(List, version.Version).IsWhole()) archive.Keep(version, source, parsed, writer);
        if (use) inUse = Publication.Publish(archive, inUse.With(new(List, version.Version, Pinned: false)), writer, (ListArchive.Counted(version, parsed), parsed.Entries), cancel);
        return new(version, same is null, inUse.Of(List)?.Version ?? "", [.. parsed.Warnings, .. DateWarnings(version, time)], before,
            same is null && before is not null ? ListDelta.Between(archive.Load(List, before.Version, writer, cancel).Entries, parsed.Entries) : null,
            Retention.Apply(archive, List, inUse, settings, writer));
    }

    ListVersion Name(ParsedList parsed, string hash, ListArchive archive, TimeProvider time)
    {
        var (published, from) =
            parsed.Published is { } inside ? (inside, "file") :
            Published is { } chosen ? (chosen, "option") :
            (DateOnly.FromDateTime(Files.Max(static f => f.Time)), "file time");
        var name = published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (archive.FolderOf(List, name).Exists) name += $"-{hash[..8]}";
        return ListArchive.Counted(new(List, name, published, from, time.GetUtcNow(), hash, 0, 0, parsed.Coverage, [.. Files.Select(static f => Path.GetFileName(f.Name))]), parsed);
    }

    void RefuseLoss(ListVersion version, ListVersion before)
    {
        if (AcceptLoss || version.Entries >= before.Entries * 0.9) return;
        throw new DataFolderException($"{List} {version.Version}",
            $"has {version.Entries} entries where the version {before.Version} has {before.Entries}, a loss of more than a tenth",
            "The version in use is kept. Is the file whole? If so, import it with --accept-loss.");
    }

    IEnumerable<string> DateWarnings(ListVersion version, TimeProvider time)
    {
        if (version.PublishedFrom == "file" && Published is { } chosen && chosen != version.Published)
            yield return $"the file says that it was published on {version.Published:yyyy-MM-dd}; --published {chosen:yyyy-MM-dd} was not needed and not used";
        if (version.Published > DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1))
            yield return $"the publication date {version.Published:yyyy-MM-dd} ({version.PublishedFrom}) lies in the future: check it, since later imports with earlier dates only add history";
    }
}

/// <summary>What an import did. Immutable.</summary>
/// <param name="Version">The version.</param>
/// <param name="IsNew">False where the same bytes were kept already.</param>
/// <param name="InUse">The name of the list's version that is in use now; not this one where this is older or another is pinned.</param>
/// <param name="Warnings">What could not be used, each with file, line and reason.</param>
/// <param name="Before">The version that was compared with; null for the first.</param>
/// <param name="Delta">What changed against it; null where nothing was compared.</param>
/// <param name="Removed">Older versions that the retention setting let go.</param>
public sealed record ImportResult(
    ListVersion Version, bool IsNew, string InUse, ImmutableArray<string> Warnings, ListVersion? Before, ListDelta? Delta, ImmutableArray<string> Removed);
