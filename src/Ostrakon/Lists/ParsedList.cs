using System.Collections.Immutable;
using Ostrakon.Parties;

namespace Ostrakon.Lists;

/// <summary>What a parser read from the files of one version of a list. Immutable.</summary>
/// <param name="Entries">All entries, in published order. Those that share an id are made one where the version is kept.</param>
/// <param name="Published">The publication date that stands inside the file; null where the format carries none.</param>
/// <param name="Coverage">Which columns or elements held data, and whether they were mapped.</param>
/// <param name="Warnings">What could not be used, each with file, line and reason (orphaned alias rows ...).</param>
public sealed record ParsedList(
    ImmutableArray<Entry> Entries, DateOnly? Published, Coverage Coverage, ImmutableArray<string> Warnings);
