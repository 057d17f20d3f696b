using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ostrakon.Matching;

namespace Ostrakon.Server.Files;

/// <summary>A file of queries: CSV with a header, or JSON lines with the same keys. For one thread.</summary>
sealed class BatchFile : IDisposable
{
    public const int LongestLine = 1 << 20;   // characters

    readonly TableFile? table;
    readonly Stream stream;
    readonly StreamReader? lines;

    BatchFile(Stream stream, string name)
    {
        this.stream = stream;
        if (name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase)) lines = InputText.Open(stream);
        else table = TableFile.Open(stream, name);
    }

    public static BatchFile Open(string path) => new(File.OpenRead(path), path);

    /// <summary>The same over a stream that can seek, which is disposed with it; the name says which form it has, and messages name it.</summary>
    public static BatchFile Open(Stream stream, string name) => new(stream, name);

    /// <summary>How much of the file has been read, 0..1.</summary>
    public double Share => table?.Share ?? stream.Position / (double)Math.Max(1, stream.Length);

    /// <summary>The rows in order; a bad one carries its error instead of a query.</summary>
    public IEnumerable<BatchRow> Rows(CancellationToken cancel) => table is not null ? FromTable(table, cancel) : FromLines(cancel);

    static IEnumerable<BatchRow> FromTable(TableFile table, CancellationToken cancel)
    {
        var name = table.Needed("name");
        var (id, schema, birth, country, number) =
            (table.Column("id"), table.Column("schema"), table.Column("birthDate"), table.Column("country"), table.Column("idNumber"));
        var row = 0;
        foreach (var cells in table.Rows(cancel))
        {
            row++;
            ImmutableArray<string> Many(int column) => column < 0 ? [] : [.. cells[column].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
            var query = QueryCheck.Of(Many(name), schema < 0 ? "" : cells[schema].Trim(), Many(birth), Many(country), Many(number), out var problem);
            yield return new(IdOf(id < 0 ? "" : cells[id].Trim(), row), row, query, problem);
        }
    }

    IEnumerable<BatchRow> FromLines(CancellationToken cancel)
    {
        var row = 0;
        while (ReadLine() is { } line)
        {
            cancel.ThrowIfCancellationRequested();
            if (string.IsNullOrWhiteSpace(line)) continue;
            row++;
            yield return Parsed(line, row);
        }
    }

    /// <summary>A line; of an endless one only so much that it is seen to be too long.</summary>
    string? ReadLine()
    {
        var text = new System.Text.StringBuilder();
        for (int c; (c = lines!.Read()) >= 0;)
        {
            if (c == '\n') return text.ToString();
            if (text.Length <= LongestLine) text.Append((char)c);
        }
        return text.Length > 0 ? text.ToString() : null;
    }

    /// <summary>The row of a JSON line.</summary>
    public static BatchRow Parsed(string line, int row)
    {
        if (line.Length > LongestLine) return Bad("", row, $"longer than {LongestLine:N0} characters");
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return Bad("", row, "is no JSON object");
            var query = QueryCheck.Of(json.RootElement, out var problem);
            return new(IdOf(QueryCheck.Texts(json.RootElement, "id").FirstOrDefault(""), row), row, query, problem);
        }
        catch (JsonException e) { return Bad("", row, $"is no JSON ({e.Message})"); }
        catch (InvalidOperationException) { return Bad("", row, "broken encoding: the text holds half a character"); }
    }

    static BatchRow Bad(string id, int row, string error) => new(IdOf(id, row), row, null, error);

    static string IdOf(string id, int row) => id.Length > 0 ? id : row.ToString(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        table?.Dispose();
        lines?.Dispose();
        stream.Dispose();
    }
}
