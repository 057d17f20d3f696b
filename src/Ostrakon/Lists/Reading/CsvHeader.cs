using System.Collections.Immutable;

namespace Ostrakon.Lists.Reading;

/// <summary>The column names of a delimited file. Immutable.</summary>
public sealed class CsvHeader
{
    readonly Dictionary<string, int> indexes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the current row as the header. Where a name repeats, the first column has it.</summary>
    public CsvHeader(CsvRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Names = [.. Enumerable.Range(0, rows.Count).Select(i => rows[i].Trim())];
        for (var i = 0; i < Names.Length; i++) indexes.TryAdd(Names[i], i);
    }

    /// <summary>The names in file order.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The column of that name, ignoring case; -1 (an empty field of every row) where there is none.</summary>
    public int this[string name] => indexes.GetValueOrDefault(name, -1);
}
