namespace Ostrakon.Names;

/// <summary>The tables of this folder.</summary>
static class TableFile
{
    /// <summary>The lines of a table, without comments and empty lines.</summary>
    public static IEnumerable<string> Lines(string name) => EmbeddedText.Lines($"Names/Tables/{name}.tsv");

    /// <summary>The lines of a table as cells.</summary>
    public static IEnumerable<string[]> Rows(string name) => EmbeddedText.Rows($"Names/Tables/{name}.tsv");
}
