using Ostrakon.Documents.Extraction;

namespace Ostrakon.Documents.Sources;

/// <summary>The files of a folder and its subfolders, a document each.</summary>
static class FolderSource
{
    public static IEnumerable<SourceDocument> Read(string folder, CancellationToken cancel)
    {
        var files = Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Order(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < files.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            yield return One(files[i], Path.GetRelativePath(folder, files[i]).Replace('\\', '/')) with { Share = (i + 1.0) / files.Length };
        }
    }

    public static IEnumerable<SourceDocument> ReadFile(string path) => [One(path, Path.GetFileName(path)) with { Share = 1 }];

    static SourceDocument One(string path, string name)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length > DocumentLimits.Size
                ? new SourceDocument { File = name, Problem = DocumentLimits.TooLarge(length) }
                : new SourceDocument { File = name, Bytes = File.ReadAllBytes(path) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SourceDocument { File = name, Problem = e.Message };
        }
    }
}
