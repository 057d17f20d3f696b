using System.Collections.Immutable;
using Ostrakon.Parties;

namespace Ostrakon.Lists;

/// <summary>What a parser read from the files of one version of a list. Immutable.</summary>
/// <param name="Entries">All entries, in published order. Those that share an id are made one where the version is kept.</param>
/// <param name="Published">The publication date that stands inside the file; null where the format carries none.</param>
/// <param name="Coverage">Which columns or elements held data, and whether they were mapped.</param>
/// <param name="Warnings">What could not be used, each with file, line and reason (orphaned alias rows ...).</param>
public sealed record ParsedList(
    ImmutableArray<Entry> Entries, DateOnly? Published, Coverage Coverage, ImmutableArray<string> Warnings)
{
    /// <summary>What was read from a file, if anything was.</summary>
    /// <exception cref="ListFormatException">It holds no entry: nothing is taken for a list that is empty.</exception>
    public static ParsedList Of(ListFile file, IEnumerable<Entry> entries, DateOnly? published, CoverageCounter coverage, IEnumerable<string> warnings)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(coverage);
        ImmutableArray<Entry> all = [.. entries];
        if (all.IsEmpty) throw new ListFormatException(file.Name, 0, "holds no entry", "Download it again; the list in use is kept as it is.");
        return new(all, published, coverage.Report(), [.. warnings]);
    }
}
