using System.Text;

namespace Ostrakon.Server;

/// <summary>The data tables of the server: tab-separated lines embedded in the assembly; lines that start with # are comments.</summary>
static class ServerTables
{
    /// <summary>The lines of a table as cells.</summary>
    /// <param name="path">Its path in the project, "Entities/schemata.tsv".</param>
    public static IEnumerable<string[]> Rows(string path)
    {
        using var stream = typeof(ServerTables).Assembly.GetManifestResourceStream(path) ?? throw new InvalidOperationException($"the table {path} is not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
    }
}
