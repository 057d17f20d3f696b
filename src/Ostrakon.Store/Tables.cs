using System.Collections.Immutable;
using System.Data.Common;

namespace Ostrakon.Store;

/// <summary>The tables of this build, from one database into another of either kind.</summary>
static class Tables
{
    /// <summary>In the order in which they refer to each other.</summary>
    static readonly ImmutableArray<string> Names = ["keys", "versions", "screenings", "files", "file_parts", "jobs", "briefs", "purges"];

    const int MostRows = 1000;
    const long MostBytes = 8 << 20;

    /// <summary>Copies all rows. Both have the tables of this build; the caller has a transaction on each side.</summary>
    public static async Task CopyAsync(DbConnection from, DbConnection to, CancellationToken cancel)
    {
        foreach (var table in Names)
        {
            await using var command = from.CreateCommand();
            command.CommandText = $"select * from {table}";
            await using var reader = await command.ExecuteReaderAsync(cancel);
            var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
            var insert = $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(static c => $"@{c}"))})";
            var (rows, bytes) = (new List<object?[]>(), 0L);
            while (await reader.ReadAsync(cancel))
            {
                var row = new object[columns.Length];
                reader.GetValues(row);
                rows.Add(row);
                bytes += row.Sum(static v => v switch { byte[] content => content.LongLength, string text => text.Length, _ => 8 });
                if (rows.Count == MostRows || bytes > MostBytes) await FlushAsync();
            }
            await FlushAsync();

            async Task FlushAsync()
            {
                await to.ExecuteManyAsync(insert, rows, row => [.. columns.Select((c, i) => (c, row[i] is DBNull ? null : row[i]))], cancel);
                rows.Clear();
                bytes = 0;
            }
        }
    }

    /// <summary>Whether any table has a row.</summary>
    public static async Task<bool> HoldAnythingAsync(DbConnection connection, CancellationToken cancel)
    {
        foreach (var table in Names)
            if ((await connection.QueryAsync($"select 1 from {table} limit 1", static _ => true, cancel)).Count > 0) return true;
        return false;
    }

    /// <summary>Removes all rows.</summary>
    public static async Task EmptyAsync(DbConnection connection, CancellationToken cancel)
    {
        foreach (var table in Names.Reverse()) await connection.ExecuteAsync($"delete from {table}", cancel);
    }
}
