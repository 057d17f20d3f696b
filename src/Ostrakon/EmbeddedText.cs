using System.Text;

namespace Ostrakon;

/// <summary>The data tables of the engine: tab-separated UTF-8 lines embedded in the assembly; lines that start with # are comments.</summary>
static class EmbeddedText
{
    /// <summary>The lines of a table, without comments and empty lines.</summary>
    /// <param name="path">Its path in the project, "Lists/Reading/link-words.tsv".</param>
    public static IEnumerable<string> Lines(string path)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"the table {path} is not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }

    /// <summary>The lines of a table as cells.</summary>
    public static IEnumerable<string[]> Rows(string path) => Lines(path).Select(line => line.Split('\t'));
}
