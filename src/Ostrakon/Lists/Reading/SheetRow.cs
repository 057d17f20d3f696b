using System.Collections.Immutable;

namespace Ostrakon.Lists.Reading;

/// <summary>A row of a spreadsheet or delimited file: plain text, whatever the file's own types. Immutable.</summary>
/// <param name="Number">Its number or line in the file, counted from 1.</param>
/// <param name="Cells">The cells' texts; dates are ISO 8601.</param>
public readonly record struct SheetRow(long Number, ImmutableArray<string> Cells)
{
    /// <summary>The text of a cell without surrounding blanks; empty where the row is shorter or there is no such column (-1).</summary>
    public string this[int column] => (uint)column < (uint)Cells.Length ? Cells[column].Trim() : "";
}
