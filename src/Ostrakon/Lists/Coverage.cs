using System.Collections.Immutable;

namespace Ostrakon.Lists;

/// <summary>The proof that nothing was lost: how many values the file held, and which of them the parser does not map. Immutable.</summary>
/// <param name="Mapped">How many non-empty values were mapped to names, facts, programmes, relations.</param>
/// <param name="Unmapped">Columns or elements whose values are only kept as published, with their counts, most first.</param>
public sealed record Coverage(int Mapped, ImmutableArray<UnmappedField> Unmapped);

/// <summary>A column or element that is not mapped. Immutable.</summary>
/// <param name="Path">Column name or element path.</param>
/// <param name="Count">How many non-empty values it held.</param>
public readonly record struct UnmappedField(string Path, int Count);

/// <summary>Counts values while a file is read. For one thread.</summary>
public sealed class CoverageCounter
{
    readonly Dictionary<string, int> unmapped = new(StringComparer.Ordinal);
    int mapped;

    /// <summary>Counts a value that was mapped.</summary>
    public void Map() => mapped++;

    /// <summary>Counts a value that was not.</summary>
    public void Miss(string path) => unmapped[path] = unmapped.GetValueOrDefault(path) + 1;

    /// <summary>What was counted so far.</summary>
    public Coverage Report() => new(mapped,
        [.. unmapped.Select(p => new UnmappedField(p.Key, p.Value)).OrderByDescending(f => f.Count).ThenBy(f => f.Path, StringComparer.Ordinal)]);
}
