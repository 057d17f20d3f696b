using Ostrakon.Lists;
using Ostrakon.Lists.Reading;
using Sylvan.Data.Csv;

namespace Ostrakon.Server.Files;

/// <summary>
/// A table with a header, read row by row: CSV (comma, semicolon or tab; quotes forgiven where they are wrong), or the first sheet of an Excel
/// or OpenDocument workbook. For one thread.
/// </summary>
sealed class TableFile : IDisposable
{
    const int LongestRow = 1 << 20;   // characters

    readonly string name;
    readonly Stream stream;
    readonly CsvDataReader? csv;
    readonly IEnumerator<SheetRow>? sheet;

    TableFile(Stream stream, string name)
    {
        (this.stream, this.name) = (stream, name);
        try
        {
            if (stream.Length == 0) throw new InvalidDataException($"{name}: is empty. Give a CSV file with a header line.");
            if (IsWorkbook(stream))
            {
                sheet = SheetFile.Rows(new(name, ListFile.Unpack(name, stream), default)).GetEnumerator();
                if (!sheet.MoveNext()) throw new InvalidDataException($"{name}: the first sheet is empty. Give a table with a header row.");
                Header = [.. sheet.Current.Cells];
                return;
            }
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

    public static TableFile Open(string path) => new(File.OpenRead(path), path);

    /// <summary>The same over a stream that can seek, which is disposed with it.</summary>
    public static TableFile Open(Stream stream, string name) => new(stream, name);

    public string[] Header { get; }

    /// <summary>How much of the file has been read, 0..1; a workbook does not know.</summary>
    public double Share => csv is null ? 0 : stream.Position / (double)Math.Max(1, stream.Length);

    /// <summary>The column of this name, whatever its case; -1 where there is none.</summary>
    public int Column(string column) => Array.FindIndex(Header, h => string.Equals(h.Trim(), column, StringComparison.OrdinalIgnoreCase));

    public int Needed(string column) => Column(column) is >= 0 and var i ? i : throw new InvalidDataException(
        $"{name}:1: has no column '{column}' (it has {string.Join(", ", Header.Take(12))}). Name the columns in the first line.");

    /// <summary>The rows, each with as many cells as the header; missing ones are empty.</summary>
    public IEnumerable<string[]> Rows(CancellationToken cancel)
    {
        for (var number = 2; Read(number); number++)
        {
            cancel.ThrowIfCancellationRequested();
            var row = new string[Header.Length];
            for (var i = 0; i < row.Length; i++) row[i] = Cell(i);
            yield return row;
        }
    }

    string Cell(int column) => csv is null ? sheet!.Current[column] : column < csv.RowFieldCount ? csv.GetString(column) : "";

    bool Read(int number)
    {
        try { return csv is null ? sheet!.MoveNext() : csv.Read(); }
        catch (CsvRecordTooLargeException) { throw TooLong(number); }
    }

    static bool IsWorkbook(Stream stream)
    {
        Span<byte> head = stackalloc byte[4];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return head[..read].SequenceEqual("PK\u0003\u0004"u8);
    }

    InvalidDataException TooLong(int row) =>
        new($"{name}: record {row} is longer than {LongestRow:N0} characters (a quote that is not closed?). Mend it and run again; nothing was written.");

    public void Dispose()
    {
        csv?.Dispose();
        sheet?.Dispose();
        stream.Dispose();
    }
}
