using System.Text;

namespace Ostrakon.Names;

/// <summary>The tables of this folder: tab-separated UTF-8 lines embedded in the assembly; lines that start with # are comments.</summary>
static class TableFile
{
    /// <summary>The lines of a table, without comments and empty lines.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(TableFile).Assembly.GetManifestResourceStream($"Names/Tables/{name}.tsv")
            ?? throw new InvalidOperationException($"the table Names/Tables/{name}.tsv is not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }

    /// <summary>The lines of a table as cells.</summary>
    public static IEnumerable<string[]> Rows(string name) => Lines(name).Select(line => line.Split('\t'));
}
