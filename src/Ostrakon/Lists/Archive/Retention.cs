using System.Collections.Immutable;

namespace Ostrakon.Lists.Archive;

/// <summary>Removes the oldest versions beyond the number that the settings keep: never one in use, never one that a record needs.</summary>
static class Retention
{
    /// <summary>The names of the versions that were removed.</summary>
    public static ImmutableArray<string> Apply(ListArchive archive, string list, InUse inUse, FolderSettings settings, WriterLock writer)
    {
        if (settings.KeepVersions is not { } keep) return [];
        var removed = archive.Versions(list).SkipLast(keep).Select(static v => v.Version.Version)
            .Where(v => inUse.Of(list)?.Version != v && !archive.IsHeld(list, v)).ToImmutableArray();
        foreach (var version in removed) archive.Remove(list, version, writer);
        return removed;
    }
}
