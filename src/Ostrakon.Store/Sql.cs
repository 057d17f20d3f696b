using System.Data.Common;

namespace Ostrakon.Store;

/// <summary>Statements with named parameters over any database. A null value is the database's null.</summary>
static class Sql
{
    /// <summary>How many rows were changed.</summary>
    public static async Task<int> ExecuteAsync(this DbConnection connection, string sql, CancellationToken cancel, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(connection, sql, parameters);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The rows as objects.</summary>
    public static async Task<List<T>> QueryAsync<T>(
        this DbConnection connection, string sql, Func<DbDataReader, T> row, CancellationToken cancel, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel)) rows.Add(row(reader));
        return rows;
    }

    /// <summary>One statement for many rows: in one round trip where the database can, else prepared once.</summary>
    public static async Task ExecuteManyAsync<T>(
        this DbConnection connection, string sql, IReadOnlyList<T> rows, Func<T, (string Name, object? Value)[]> parameters, CancellationToken cancel)
    {
        if (connection.CanCreateBatch)
        {
            await using var batch = connection.CreateBatch();
            foreach (var row in rows)
            {
                var command = batch.CreateBatchCommand();
                command.CommandText = sql;
                foreach (var (name, value) in parameters(row)) Add(command.Parameters, command.CreateParameter(), name, value);
                batch.BatchCommands.Add(command);
            }
            if (rows.Count > 0) await batch.ExecuteNonQueryAsync(cancel);
            return;
        }
        await using var prepared = connection.CreateCommand();
        prepared.CommandText = sql;
        foreach (var row in rows)
        {
            var values = parameters(row);
            for (var i = 0; i < values.Length; i++)
            {
                if (prepared.Parameters.Count == i) Add(prepared.Parameters, prepared.CreateParameter(), values[i].Name, values[i].Value);
                else prepared.Parameters[i].Value = values[i].Value ?? DBNull.Value;
            }
            await prepared.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>Whether anything has ever been stored; asking creates nothing.</summary>
    public static Task<bool> HoldsAnythingAsync(this IDatabase database, CancellationToken cancel) => database.ReadAsync(static _ => Task.FromResult(true), false, cancel);

    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTimeOffset Time(this DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? TimeOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    static DbCommand Command(DbConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) Add(command.Parameters, command.CreateParameter(), name, value);
        return command;
    }

    static void Add(DbParameterCollection all, DbParameter parameter, string name, object? value)
    {
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        all.Add(parameter);
    }
}
