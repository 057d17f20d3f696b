using System.Text.Json;

namespace Ostrakon.Cli.CommandLine;

/// <summary>One JSON value on stdout, ended by a line feed.</summary>
static class ConsoleJson
{
    public static void Write(Action<Utf8JsonWriter> write)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, JsonForms.Indented)) write(json);
        output.WriteByte((byte)'\n');
    }
}
