namespace Ostrakon.Documents.Sources;

/// <summary>Opens the inputs of a batch: a folder, or a file of many documents. Stateless.</summary>
public static class DocumentSources
{
    /// <summary>The documents of an input, in order, read lazily.</summary>
    /// <param name="path">A folder (its files, by path), a zip, a JSONL file, a feed, a WARC file, or a single page or text.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="IOException">The input itself cannot be read.</exception>
    public static IEnumerable<SourceDocument> Open(string path, CancellationToken cancel = default)
    {
        if (Directory.Exists(path)) return FolderSource.Read(path, cancel);
        var name = Path.GetFileName(path);
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".jsonl" or ".ndjson" => JsonLinesSource.Read(path, cancel),
            _ => FolderSource.ReadFile(path),
        };
    }
}
