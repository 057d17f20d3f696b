using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ostrakon.Lists.Archive;

namespace Ostrakon.Store.Migrations;

/// <summary>A numbered step that brings a database from one form of its tables to the next: a file beside this one. Immutable.</summary>
/// <param name="Number">1, 2, 3 ...</param>
/// <param name="Name">The file's name.</param>
/// <param name="Statements">What it does.</param>
sealed record Migration(int Number, string Name, string Statements)
{
    string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Statements)));

    /// <summary>What SQLite writes for the words in braces.</summary>
    public static ImmutableArray<(string Word, string Written)> Sqlite { get; } =
        [("{id}", "text"), ("{number}", "integer"), ("{bytes}", "blob"), ("{rows}", "strict, without rowid"), ("{parts}", "strict")];

    /// <summary>What PostgreSQL writes for the words in braces.</summary>
    public static ImmutableArray<(string Word, string Written)> Postgres { get; } =
        [("{id}", "text collate \"C\""), ("{number}", "bigint"), ("{bytes}", "bytea"), ("{rows}", ""), ("{parts}", "")];

    /// <summary>The steps in order, in the words of a kind of database.</summary>
    public static ImmutableArray<Migration> All(ImmutableArray<(string Word, string Written)> words)
    {
        var assembly = typeof(Migration).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith("Migrations/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(path =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(path)!);
            var name = path[(path.LastIndexOf('/') + 1)..];
            var statements = words.Aggregate(reader.ReadToEnd().ReplaceLineEndings("\n"), static (text, w) => text.Replace(w.Word, w.Written, StringComparison.Ordinal));
            return new Migration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, statements);
        })];
    }

    /// <summary>
    /// Runs the steps that a database lacks. The caller's transaction keeps other processes out meanwhile.
    /// </summary>
    /// <exception cref="DataFolderException">A newer build, or another one, made the tables.</exception>
    public static async Task ApplyAsync(DbConnection connection, ImmutableArray<Migration> all, string place, DateTimeOffset now, CancellationToken cancel)
    {
        await connection.ExecuteAsync("create table if not exists migrations (number bigint primary key, name text not null, sha256 text not null, applied bigint not null)", cancel);
        var have = await connection.QueryAsync("select number, name, sha256 from migrations order by number",
            static r => (Number: r.GetInt64(0), Name: r.GetString(1), Hash: r.GetString(2)), cancel);
        if (have.Count > all.Length)
            throw new DataFolderException(place, $"was written by a newer build (step {have[^1].Name})", "Run that build, or restore a backup of before.");
        for (var i = 0; i < have.Count; i++)
            if (have[i].Number != all[i].Number || have[i].Hash != all[i].Hash)
                throw new DataFolderException(place, $"was written by a build with other tables (step {have[i].Name})", "Run that build, or name another data folder or database.");
        foreach (var step in all.Skip(have.Count))
        {
            await connection.ExecuteAsync(step.Statements, cancel);
            await connection.ExecuteAsync("insert into migrations (number, name, sha256, applied) values (@number, @name, @sha256, @applied)", cancel,
                ("number", step.Number), ("name", step.Name), ("sha256", step.Hash), ("applied", now.ToUnixTimeMilliseconds()));
        }
    }
}
