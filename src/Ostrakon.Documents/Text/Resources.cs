namespace Ostrakon.Documents.Text;

/// <summary>The data files that are built into this assembly, named by their path in the project.</summary>
static class Resources
{
    public static Stream Open(string name) =>
        typeof(Resources).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"the build has left out the data file {name}");

    /// <summary>The lines of a text file, without comments ("#" to the end of the line) and empty lines.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
        {
            var comment = line.IndexOf('#', StringComparison.Ordinal);
            if (comment >= 0) line = line[..comment];
            if (!string.IsNullOrWhiteSpace(line)) yield return line.TrimEnd();
        }
    }
}
