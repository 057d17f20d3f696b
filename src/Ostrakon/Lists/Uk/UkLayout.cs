using System.Collections.Immutable;
using Ostrakon.Lists.Reading;

namespace Ostrakon.Lists.Uk;

/// <summary>The columns of one file, in the groups that are read together. Immutable.</summary>
sealed class UkLayout
{
    static readonly ImmutableArray<string> Keys = ["Unique ID", "Group ID", "OFSI Group ID"];
    readonly ImmutableArray<bool> mapped;

    public UkLayout(ImmutableArray<string> header)
    {
        Header = header;
        var columns = header.Select((name, i) => (Index: i, Column: UkColumn.Named(name) ?? new("-", name))).ToList();
        mapped = [.. columns.Select(static c => c.Column.IsMapped)];
        Groups = [.. columns.GroupBy(static c => c.Column.Group).Select(static g => new Group(g.Key, [.. g.Select(static c => (c.Index, c.Column.Field))]))];
        Key = [.. Keys.Select(name => header.IndexOf(name)).Where(static i => i >= 0)];
    }

    public ImmutableArray<string> Header { get; }

    /// <summary>All groups; most have one column.</summary>
    public ImmutableArray<Group> Groups { get; }

    /// <summary>The columns that tell one designation from the next, the best first.</summary>
    public ImmutableArray<int> Key { get; }

    /// <summary>Counts every filled cell of a row.</summary>
    public void Count(SheetRow row, CoverageCounter coverage)
    {
        for (var i = 0; i < row.Cells.Length; i++)
            if (row[i].Length == 0) continue;
            else if (i < mapped.Length && mapped[i]) coverage.Map();
            else coverage.Miss(i < Header.Length ? Header[i] : $"column {i + 1}");
    }

    /// <summary>Columns that belong together: the parts of a name, of an address, a number and what is said about it.</summary>
    public sealed record Group(string Name, ImmutableArray<(int Column, string Field)> Columns)
    {
        /// <summary>The text of a field of the group; empty where it has none.</summary>
        public string Text(SheetRow row, string field)
        {
            foreach (var (column, name) in Columns)
                if (name == field && row[column] is { Length: > 0 } text) return text;
            return "";
        }

        /// <summary>What a row says here, as one text.</summary>
        public string Content(SheetRow row) => Columns is [var (only, _)] ? row[only] : string.Join('\0', Columns.Select(c => row[c.Column]));

        /// <summary>Whether two rows say the same here.</summary>
        public bool Same(SheetRow a, SheetRow b)
        {
            foreach (var (column, _) in Columns)
                if (a[column] != b[column]) return false;
            return true;
        }

        /// <summary>Whether a row says anything here.</summary>
        public bool Any(SheetRow row)
        {
            foreach (var (column, _) in Columns)
                if (row[column].Length > 0) return true;
            return false;
        }
    }
}
