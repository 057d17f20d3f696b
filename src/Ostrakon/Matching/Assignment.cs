namespace Ostrakon.Matching;

/// <summary>
/// The assignment of rows to columns with the greatest sum of gains, each row and column used at most once (Hungarian method with
/// potentials, after Jonker and Volgenant 1987). A greedy choice is wrong as soon as two words compete for a third.
/// </summary>
static class Assignment
{
    /// <summary>Most rows or columns.</summary>
    public const int Most = 32;

    /// <summary>Solves it.</summary>
    /// <param name="gains">Row by row; 0 or less = may not be assigned.</param>
    /// <param name="rows">At most <see cref="Most"/>.</param>
    /// <param name="columns">At most <see cref="Most"/>.</param>
    /// <param name="columnOf">Receives the column of each row, -1 where it has none.</param>
    public static void Solve(ReadOnlySpan<float> gains, int rows, int columns, Span<int> columnOf)
    {
        if (TryGreedy(gains, rows, columns, columnOf)) return;
        if (rows <= columns)
        {
            Hungarian(gains, rows, columns, false, columnOf);
        }
        else
        {
            Span<int> rowOf = stackalloc int[Most];
            Hungarian(gains, columns, rows, true, rowOf);
            columnOf[..rows].Fill(-1);
            for (var c = 0; c < columns; c++) columnOf[rowOf[c]] = c;
        }
        for (var r = 0; r < rows; r++)
            if (columnOf[r] >= 0 && gains[r * columns + columnOf[r]] <= 0) columnOf[r] = -1;
    }

    /// <summary>Each row takes its best column: optimal where no two want the same one, which is nearly always so.</summary>
    static bool TryGreedy(ReadOnlySpan<float> gains, int rows, int columns, Span<int> columnOf)
    {
        uint taken = 0;
        for (var r = 0; r < rows; r++)
        {
            var row = gains.Slice(r * columns, columns);
            var (best, gain) = (-1, 0f);
            for (var c = 0; c < columns; c++)
                if (row[c] > gain) (best, gain) = (c, row[c]);
            columnOf[r] = best;
            if (best < 0) continue;
            if ((taken & (1u << best)) != 0) return false;
            taken |= 1u << best;
        }
        return true;
    }

    /// <summary>Needs rows ≤ columns; every row gets a column, also at gain 0.</summary>
    static void Hungarian(ReadOnlySpan<float> gains, int rows, int columns, bool transposed, Span<int> columnOf)
    {
        Span<float> u = stackalloc float[Most + 1], v = stackalloc float[Most + 1], least = stackalloc float[Most + 1];
        Span<int> rowAt = stackalloc int[Most + 1], way = stackalloc int[Most + 1];
        u.Clear(); v.Clear(); rowAt.Clear();
        for (var r = 1; r <= rows; r++)
        {
            rowAt[0] = r;
            var column = 0;
            least.Fill(float.MaxValue);
            ulong used = 0;
            do
            {
                used |= 1UL << column;
                var (row, next, delta) = (rowAt[column], 0, float.MaxValue);
                for (var c = 1; c <= columns; c++)
                {
                    if ((used & (1UL << c)) != 0) continue;
                    var gain = transposed ? gains[(c - 1) * rows + row - 1] : gains[(row - 1) * columns + c - 1];
                    var cost = -Math.Max(gain, 0) - u[row] - v[c];
                    if (cost < least[c]) (least[c], way[c]) = (cost, column);
                    if (least[c] < delta) (delta, next) = (least[c], c);
                }
                for (var c = 0; c <= columns; c++)
                    if ((used & (1UL << c)) != 0) { u[rowAt[c]] += delta; v[c] -= delta; }
                    else least[c] -= delta;
                column = next;
            }
            while (rowAt[column] != 0);
            do
            {
                var before = way[column];
                rowAt[column] = rowAt[before];
                column = before;
            }
            while (column != 0);
        }
        for (var c = 1; c <= columns; c++)
            if (rowAt[c] > 0) columnOf[rowAt[c] - 1] = c - 1;
    }
}
