using System.Text;

namespace Ostrakon.Documents.Sources;

/// <summary>Opens the inputs of a batch: a folder, or a file of many documents. Stateless.</summary>
public static class DocumentSources
{
    const int LookedAt = 4096;

    /// <summary>The documents of an input, in order, read lazily.</summary>
    /// <param name="path">A folder (its files, by path), a zip, a JSONL file, a feed, a WARC file, or a single page or text.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="IOException">The input itself cannot be read.</exception>
    /// <exception cref="InvalidDataException">The input is broken as a whole.</exception>
    public static IEnumerable<SourceDocument> Open(string path, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Directory.Exists(path)) return FolderSource.Read(path, cancel);
        var head = new byte[LookedAt];
        using (var stream = File.OpenRead(path)) head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var name = path.ToLowerInvariant();
        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8)) return ZipSource.Read(path, cancel);
        if (head.AsSpan().StartsWith("WARC/"u8) || name.EndsWith(".warc.gz", StringComparison.Ordinal)) return WarcSource.Read(path, cancel);
        if (name.EndsWith(".jsonl", StringComparison.Ordinal) || name.EndsWith(".ndjson", StringComparison.Ordinal)) return JsonLinesSource.Read(path, cancel);
        return FeedSource.IsFeed(Encoding.UTF8.GetString(head)) ? FeedSource.Read(path, cancel) : FolderSource.ReadFile(path);
    }
}
