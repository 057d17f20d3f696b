namespace Ostrakon.Lists.Reading;

/// <summary>The tables that parsers read their lists with: tab-separated UTF-8, embedded; lines that start with # are comments.</summary>
static class TableRows
{
    /// <summary>The rows of a table as cells.</summary>
    /// <param name="name">Its path below the project: "Lists/Ofac/labels.tsv".</param>
    public static IEnumerable<string[]> Of(string name)
    {
        using var stream = typeof(TableRows).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the table {name} is not embedded");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
    }
}
