using System.Diagnostics;
using Npgsql;

namespace Ostrakon.Rivals;

/// <summary>PostgreSQL with pg_trgm: names without accents under a GIN index of trigrams, the ten most similar at or above the threshold.</summary>
sealed class TrigramSearcher : ISearcher
{
    public const string Threshold = "0.45";

    readonly Process server;
    readonly NpgsqlDataSource source;
    readonly NpgsqlConnection connection;
    readonly NpgsqlCommand search;

    public TrigramSearcher(string folder)
    {
        (server, source) = Start(folder);
        connection = source.OpenConnection();
        Run($"SET pg_trgm.similarity_threshold = {Threshold}");
        search = connection.CreateCommand();
        search.CommandText = $"""
            SELECT party FROM listed WHERE name % (SELECT unaccent($1)) ORDER BY similarity(name, (SELECT unaccent($1))) DESC LIMIT {ISearcher.Limit}
            """;
        search.Parameters.Add(new NpgsqlParameter<string>());
        search.Prepare();
    }

    public int Server => connection.ProcessID;

    public static void Build(string folder, IEnumerable<(int Party, string Name)> names)
    {
        var (server, source) = Start(folder);
        using (var connection = source.OpenConnection())
        {
            void Run(string sql) { using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 }; command.ExecuteNonQuery(); }
            Run("CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent; CREATE TABLE listed (party int, name text)");
            using (var copy = connection.BeginBinaryImport("COPY listed FROM STDIN (FORMAT BINARY)"))
            {
                foreach (var (party, name) in names) { copy.StartRow(); copy.Write(party); copy.Write(name); }
                copy.Complete();
            }
            Run("UPDATE listed SET name = unaccent(name)");
            Run("VACUUM FULL ANALYZE listed");
            Run("CREATE INDEX ON listed USING gin (name gin_trgm_ops)");
        }
        Stop(server, source);
    }

    public void Search(string name, List<int> parties)
    {
        ((NpgsqlParameter<string>)search.Parameters[0]).TypedValue = name;
        using var rows = search.ExecuteReader();
        while (rows.Read()) parties.Add(rows.GetInt32(0));
    }

    public void Dispose()
    {
        search.Dispose();
        connection.Dispose();
        Stop(server, source);
    }

    void Run(string sql) { using var command = new NpgsqlCommand(sql, connection); command.ExecuteNonQuery(); }

    static (Process, NpgsqlDataSource) Start(string folder)
    {
        var data = Path.Combine(folder, "postgres");
        var server = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "postgres"), [data])
            { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        if (server.StandardOutput.ReadLine() != "ready") throw new InvalidOperationException("PostgreSQL did not start.");
        return (server, NpgsqlDataSource.Create($"Host={data};Username=bench;Database=postgres"));
    }

    static void Stop(Process server, NpgsqlDataSource source)
    {
        source.Dispose();
        server.StandardInput.Close();
        server.WaitForExit();
        server.Dispose();
    }
}
