using System.Globalization;
using System.Text;

namespace Ostrakon.Server.Files;

/// <summary>One line of a CSV file that people open in spreadsheets. Reused line by line; for one thread.</summary>
sealed class CsvLine
{
    readonly StringBuilder line = new();
    bool begun;

    public CsvLine Add(string? value)
    {
        if (begun) line.Append(',');
        begun = true;
        if (string.IsNullOrEmpty(value)) return this;
        var text = Defused(value);
        if (text.AsSpan().IndexOfAny(",\"\r\n") < 0) line.Append(text);
        else line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return this;
    }

    public CsvLine Add(int value) => Add(value.ToString(CultureInfo.InvariantCulture));

    public CsvLine Add(double value) => Add(value.ToString("0.####", CultureInfo.InvariantCulture));

    /// <summary>Ends the line and begins the next.</summary>
    public void WriteTo(TextWriter output)
    {
        output.Write(line.Append('\n'));
        line.Clear();
        begun = false;
    }

    /// <summary>A cell that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP's page on CSV injection advises.</summary>
    public static string Defused(string value) =>
        value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !double.TryParse(value, CultureInfo.InvariantCulture, out _) ? "'" + value : value;
}
