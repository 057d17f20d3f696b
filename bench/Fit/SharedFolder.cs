using System.IO.Compression;
using System.Text;
using Ostrakon.Lists;

namespace Ostrakon.Fit;

/// <summary>The evaluation data that lies beside the checkout, or where OSTRAKON_SHARED says.</summary>
static class SharedFolder
{
    static readonly string Root = Environment.GetEnvironmentVariable("OSTRAKON_SHARED") ?? Find();

    public static string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>The lines of a text file, unpacked where it is gzipped.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(PathOf(path));
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line) yield return line;
    }

    /// <summary>The rows of a comma-separated file by column name. Cells hold no line ends.</summary>
    public static List<Dictionary<string, string>> Rows(string path)
    {
        var rows = new List<Dictionary<string, string>>();
        string[]? header = null;
        foreach (var line in Lines(path))
        {
            var cells = Cells(line.TrimStart('\uFEFF'));
            if (header is null) { header = cells; continue; }
            rows.Add(header.Zip(cells).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
        }
        return rows;
    }

    static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
            if (line[i] == '"')
            {
                if (quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[++i]);
                else quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted) { cells.Add(cell.ToString()); cell.Clear(); }
            else cell.Append(line[i]);
        cells.Add(cell.ToString());
        return [.. cells];
    }

    static string Find() => Path.Combine(Above("shared/data"), "..");

    /// <summary>The nearest folder (or file) of this name beside or above the program.</summary>
    public static string Above(string name, bool file = false)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (file ? File.Exists(Path.Combine(folder.FullName, name)) : Directory.Exists(Path.Combine(folder.FullName, name))) return Path.Combine(folder.FullName, name);
        throw new DirectoryNotFoundException($"{name} is not found above the program; for the evaluation data OSTRAKON_SHARED may be set.");
    }
}
