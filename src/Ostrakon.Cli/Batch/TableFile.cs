using System.Globalization;
using Ostrakon.Cli.CommandLine;
using Sylvan.Data.Csv;

namespace Ostrakon.Cli.Batch;

/// <summary>A CSV file with a header, read row by row: comma, semicolon or tab; quotes forgiven where they are wrong. For one thread.</summary>
sealed class TableFile : IDisposable
{
    const int LongestRow = 1 << 20;   // characters

    readonly string path;
    readonly FileStream stream;
    readonly CsvDataReader csv;

    TableFile(string path)
    {
        this.path = path;
        stream = File.OpenRead(path);
        try
        {
            if (stream.Length == 0) throw new FailedException($"{path}: is empty. Give a CSV file with a header line.");
            csv = CsvDataReader.Create(InputText.Open(stream), new CsvDataReaderOptions
            {
                CsvStyle = CsvStyle.Lax, Comment = '\0', BufferSize = 1 << 16, MaxBufferSize = LongestRow,
                HeaderComparer = StringComparer.OrdinalIgnoreCase,
            });
            Header = [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetName(i))];
        }
        catch (CsvRecordTooLargeException)
        {
            stream.Dispose();
            throw TooLong(1);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public static TableFile Open(string path) => new(path);

    public string[] Header { get; }

    /// <summary>How much of the file has been read, 0..1.</summary>
    public double Share => stream.Position / (double)Math.Max(1, stream.Length);

    /// <summary>The column of this name, whatever its case; -1 where there is none.</summary>
    public int Column(string name) => Array.FindIndex(Header, h => string.Equals(h.Trim(), name, StringComparison.OrdinalIgnoreCase));

    public int Needed(string name) => Column(name) is >= 0 and var i ? i : throw new FailedException(
        $"{path}:1: has no column '{name}' (it has {string.Join(", ", Header.Take(12))}). Name the columns in the first line.");

    /// <summary>The rows, each with as many cells as the header; missing ones are empty.</summary>
    public IEnumerable<string[]> Rows(CancellationToken cancel)
    {
        for (var number = 2; Read(number); number++)
        {
            cancel.ThrowIfCancellationRequested();
            var row = new string[Header.Length];
            for (var i = 0; i < row.Length; i++) row[i] = i < csv.RowFieldCount ? csv.GetString(i) : "";
            yield return row;
        }
    }

    bool Read(int number)
    {
        try { return csv.Read(); }
        catch (CsvRecordTooLargeException) { throw TooLong(number); }
    }

    FailedException TooLong(int row) => new(string.Create(CultureInfo.InvariantCulture,
        $"{path}: record {row} is longer than {LongestRow:N0} characters (a quote that is not closed?). Mend it and run again; nothing was written."));

    public void Dispose()
    {
        csv.Dispose();
        stream.Dispose();
    }
}
