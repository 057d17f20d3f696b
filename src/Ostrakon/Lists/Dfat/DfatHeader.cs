using System.Collections.Immutable;
using Ostrakon.Lists.Reading;

namespace Ostrakon.Lists.Dfat;

/// <summary>The columns of Australia's list: 12 until 2024, 19 in 2026. Immutable.</summary>
sealed class DfatHeader(SheetRow row)
{
    public ImmutableArray<string> Names { get; } = [.. row.Cells.Select(static c => Blanks.Collapse(c))];

    /// <summary>The column of that name; -1 (an empty cell of every row) where there is none.</summary>
    public int this[string name] => Names.IndexOf(name);

    public bool IsOfList => this["Reference"] >= 0 && this["Name of Individual or Entity"] >= 0 && this["Name Type"] >= 0 && this["Control Date"] >= 0;
}
