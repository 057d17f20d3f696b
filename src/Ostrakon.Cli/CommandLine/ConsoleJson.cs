using System.Text.Json;

namespace Ostrakon.Cli.CommandLine;

/// <summary>One JSON value on stdout, ended by a line feed.</summary>
static class ConsoleJson
{
    /// <summary>Names stay readable: only what JSON itself demands is escaped. The output is no HTML.</summary>
    public static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly JsonWriterOptions OneLine = Indented with { Indented = false };

    public static void Write(Action<Utf8JsonWriter> write)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, Indented)) write(json);
        output.WriteByte((byte)'\n');
    }
}
