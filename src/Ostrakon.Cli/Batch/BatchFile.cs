using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Matching;
using Ostrakon.Parties;

namespace Ostrakon.Cli.Batch;

/// <summary>A file of queries: CSV with a header, or JSON lines with the same keys. For one thread.</summary>
sealed class BatchFile : IDisposable
{
    const int LongestLine = 1 << 20;   // characters

    readonly TableFile? table;
    readonly FileStream? stream;
    readonly StreamReader? lines;

    BatchFile(string path)
    {
        if (path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase))
        {
            stream = File.OpenRead(path);
            lines = InputText.Open(stream);
        }
        else table = TableFile.Open(path);
    }

    public static BatchFile Open(string path) => new(path);

    /// <summary>How much of the file has been read, 0..1.</summary>
    public double Share => table?.Share ?? stream!.Position / (double)Math.Max(1, stream.Length);

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
            yield return Checked(id < 0 ? "" : cells[id].Trim(), row, Many(name), schema < 0 ? "" : cells[schema].Trim(), Many(birth), Many(country), Many(number));
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
            yield return line.Length > LongestLine ? Bad("", row, $"longer than {LongestLine:N0} characters") : Parsed(line, row);
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

    static BatchRow Parsed(string line, int row)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return Bad("", row, "is no JSON object");
            ImmutableArray<string> Many(string key) => !json.RootElement.TryGetProperty(key, out var value) ? [] : value.ValueKind switch
            {
                JsonValueKind.String => [value.GetString()!],
                JsonValueKind.Number => [value.GetRawText()],
                JsonValueKind.Array => [.. value.EnumerateArray().Where(v => v.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(v => v.ToString())],
                _ => [],
            };
            return Checked(Many("id").FirstOrDefault(""), row, [.. Many("name").Where(n => n.Trim().Length > 0)], Many("schema").FirstOrDefault(""),
                Many("birthDate"), Many("country"), Many("idNumber"));
        }
        catch (JsonException e) { return Bad("", row, $"is no JSON ({e.Message})"); }
        catch (InvalidOperationException) { return Bad("", row, "broken encoding: the text holds half a character"); }
    }

    static BatchRow Checked(
        string id, int row, ImmutableArray<string> names, string schema, ImmutableArray<string> birth, ImmutableArray<string> countries, ImmutableArray<string> numbers)
    {
        if (names.IsEmpty) return Bad(id, row, "no name");
        if (names.Any(n => n.Contains('�'))) return Bad(id, row, "broken encoding in the name");
        if (schema.Length > 0 && !QueryOptions.Schemas.Contains(schema, StringComparer.OrdinalIgnoreCase))
            return Bad(id, row, $"unknown schema '{schema}' (known: {string.Join(", ", QueryOptions.Schemas)})");
        foreach (var date in birth)
            if (!PartialDate.TryParse(date, out _)) return Bad(id, row, $"bad date '{date}' (write YYYY, YYYY-MM or YYYY-MM-DD)");
        var query = new Query
        {
            Names = names,
            Schema = schema.Length > 0 ? QueryOptions.Schemas.First(s => s.Equals(schema, StringComparison.OrdinalIgnoreCase)) : null,
            BirthDates = birth, Countries = countries, Identifiers = numbers,
        };
        return new(IdOf(id, row), row, query, null);
    }

    static BatchRow Bad(string id, int row, string error) => new(IdOf(id, row), row, null, error);

    static string IdOf(string id, int row) => id.Length > 0 ? id : row.ToString(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        table?.Dispose();
        lines?.Dispose();
        stream?.Dispose();
    }
}
