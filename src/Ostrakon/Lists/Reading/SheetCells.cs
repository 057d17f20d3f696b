using System.Collections.Immutable;

namespace Ostrakon.Lists.Reading;

/// <summary>Collects the cells of one row after another within the bounds that spreadsheets have. For one thread.</summary>
sealed class SheetCells(SheetArchive archive)
{
    /// <summary>Columns of a sheet, as Excel has them.</summary>
    public const int MaxColumns = 16_384;

    /// <summary>Rows of a sheet, as Excel has them.</summary>
    public const int MaxRows = 1_048_576;

    /// <summary>Most cells accepted over all rows: the largest published sheet has a fiftieth of it.</summary>
    public const int MaxCells = 64_000_000;

    readonly List<string> cells = [];
    long total;

    /// <summary>Where the next cell goes.</summary>
    public int Column { get; private set; }

    /// <summary>Puts a text into the next columns; empty cells at a row's end are never stored.</summary>
    public void Put(string text, int repeat = 1)
    {
        if (repeat < 0 || Column + repeat > MaxColumns && text.Length > 0) throw archive.Bad(0, $"has a row of more than {MaxColumns} columns");
        if (text.Length > 0)
        {
            while (cells.Count < Column) cells.Add("");
            for (var i = 0; i < repeat; i++) cells.Add(text);
        }
        Column = (int)Math.Min((long)Column + repeat, MaxColumns);
    }

    /// <summary>Goes to a column further right.</summary>
    public void MoveTo(int column)
    {
        if (column < Column || column >= MaxColumns) throw archive.Bad(0, "has a row with its cells out of order");
        Column = column;
    }

    /// <summary>The row that was collected; the next begins.</summary>
    public SheetRow Take(long number)
    {
        if (number > MaxRows) throw archive.Bad(number, $"has more than {MaxRows} rows");
        if ((total += cells.Count) > MaxCells) throw archive.Bad(number, $"has more than {MaxCells / 1_000_000} million cells");
        ImmutableArray<string> row = [.. cells];
        cells.Clear();
        Column = 0;
        return new(number, row);
    }
}
