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
    /// <summary>Imports this list alone, see <see cref="RunAll"/>.</summary>
    public ImportResult Run(ListArchive archive, Func<WriterLock> takeLock, TimeProvider time, CancellationToken cancel = default) =>
        RunAll([this], archive, takeLock, time, cancel)[0];

    /// <summary>
    /// Reads, checks, keeps and compiles, for several lists at once since all lists in use are compiled together. All is read before the
    /// lock is taken and checked before anything is written, and what is in use changes in one step at the end: whatever goes wrong with
    /// any of them, the state before stays for all.
    /// </summary>
    /// <param name="imports">One version each of different lists.</param>
    /// <param name="archive">Where the versions go.</param>
    /// <param name="takeLock">Takes the folder's lock.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Stops before the last step.</param>
    /// <returns>What was done, in the order of the imports.</returns>
    /// <exception cref="ListFormatException">The files cannot be read as the list.</exception>
    /// <exception cref="DataFolderException">A version was refused, or the folder cannot be written.</exception>
    public static ImmutableArray<ImportResult> RunAll(
        ImmutableArray<ListImport> imports, ListArchive archive, Func<WriterLock> takeLock, TimeProvider time, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(takeLock);
        ArgumentNullException.ThrowIfNull(time);
        if (imports.FirstOrDefault(static i => !ListId.IsValid(i.List)) is { } bad) throw new ArgumentException($"'{bad.List}' is no list id.", nameof(imports));
        if (imports.DistinctBy(static i => i.List).Count() < imports.Length) throw new ArgumentException("A list stands twice.", nameof(imports));
        var read = new ReadList[imports.Length];
        SideBySide.Run(read.Length, i => read[i] = imports[i].Parse(archive, cancel), cancel);

        using var writer = takeLock();
        var settings = FolderSettings.Read(archive.Folder);
        var inUse = archive.InUse();
        var plans = imports.Zip(read, (import, list) => ImportPlan.Of(import, list, archive, inUse, time)).ToList();
        SideBySide.Run(plans.Count, i => plans[i].Keep(archive, writer), cancel);
        if (plans.Exists(static p => p.Use))
            inUse = Publication.Publish(archive, plans.Where(static p => p.Use).Aggregate(inUse, static (all, one) => all.With(new(one.Version.List, one.Version.Version, Pinned: false))), writer, cancel: cancel);
        return [.. plans.Select(p => p.Finish(archive, inUse, settings, writer, cancel))];
    }

    ReadList Parse(ListArchive archive, CancellationToken cancel)
    {
        var read = archive.Parse(new(List, Files, Force), cancel);
        return read.Entries.Count == 0 ? throw new ListFormatException(Files[0].Name, 0, "holds no entry", "Download it again; the version in use is kept.") : read;
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
