using System.Collections.Immutable;
using Ostrakon.Index;

namespace Ostrakon.Lists.Archive;

/// <summary>A version of a list as it was read, each entry id once, its entries encoded: several lists wait side by side to be kept.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Published">The publication date inside the file; null where the format carries none.</param>
/// <param name="Coverage">What was mapped.</param>
/// <param name="Warnings">What could not be used, each with file, line and reason.</param>
sealed record ReadList(EntryEncoder Entries, DateOnly? Published, Coverage Coverage, ImmutableArray<string> Warnings)
{
    /// <summary>A version with the counts of what was read.</summary>
    public ListVersion Counted(ListVersion version) => version with { Entries = Entries.Count, Names = Entries.Names, Coverage = Coverage };
}
