using System.Collections.Frozen;

namespace Ostrakon.Lists.Uk;

/// <summary>What a column, or a tag in the "Other Information", holds (<c>uk-columns.tsv</c>). Immutable.</summary>
/// <param name="Field">The field's name in the table; "=x" is a fact of the property x; "-" is kept as published only.</param>
/// <param name="Group">Columns that belong together; the column itself where it stands alone.</param>
readonly record struct UkColumn(string Field, string Group)
{
    static readonly FrozenDictionary<string, UkColumn> All = EmbeddedText.Rows("Lists/Uk/uk-columns.tsv")
        .ToFrozenDictionary(r => r[0], r => new UkColumn(r[1], r.Length > 2 ? r[2] : r[0]), StringComparer.OrdinalIgnoreCase);

    /// <summary>The column of that name; null where nobody told us about it.</summary>
    public static UkColumn? Named(string name) => All.TryGetValue(name, out var column) ? column : null;

    /// <summary>Whether its values become a part of the entry.</summary>
    public bool IsMapped => Field != "-";
}
