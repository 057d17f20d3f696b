using Ostrakon.Index;
using Ostrakon.Lists.Archive;

namespace Ostrakon.Lists.Deltas;

/// <summary>What changed between two kept versions of a list. Immutable.</summary>
/// <param name="Old">The earlier version.</param>
/// <param name="New">The later version.</param>
/// <param name="Delta">The changes.</param>
public sealed record KeptDelta(string Old, string New, ListDelta Delta)
{
    /// <summary>Compares two kept versions.</summary>
    /// <param name="archive">Where they are kept.</param>
    /// <param name="list">The list.</param>
    /// <param name="old">The earlier version; null = the one before the later one.</param>
    /// <param name="new">The later version; null = the one in use.</param>
    /// <param name="cancel">Stops between files.</param>
    /// <exception cref="DataFolderException">Such versions are not kept.</exception>
    public static KeptDelta Between(ListArchive archive, string list, string? old, string? @new, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        @new ??= archive.InUse().Of(list)?.Version ?? throw new DataFolderException(list, "no version is kept here", "Import it first.");
        old ??= archive.Versions(list).Select(static v => v.Version.Version).TakeWhile(v => v != @new).LastOrDefault()
            ?? throw new DataFolderException($"{list} {@new}", "is the oldest version that is kept", "There is nothing to compare it with.");
        return new(old, @new, Between(archive, list, old, @new, writer: null, cancel));
    }

    internal static ListDelta Between(ListArchive archive, string list, string old, string @new, WriterLock? writer, CancellationToken cancel)
    {
        using var before = archive.Open(list, old, writer, cancel);
        using var after = archive.Open(list, @new, writer, cancel);
        var (gone, come) = EncodedEntries.Different(before, after);
        return ListDelta.Between(gone, come);
    }
}
