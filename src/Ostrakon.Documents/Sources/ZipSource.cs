using System.IO.Compression;
using Ostrakon.Documents.Extraction;

namespace Ostrakon.Documents.Sources;

/// <summary>The files of a zip archive, a document each. An entry that unpacks to more than a document may hold is reported, never unpacked whole.</summary>
static class ZipSource
{
    const int MostEntries = 1_000_000;

    public static IEnumerable<SourceDocument> Read(string path, CancellationToken cancel)
    {
        using var zip = ZipFile.OpenRead(path);
        if (zip.Entries.Count > MostEntries) throw new InvalidDataException($"{path} has {zip.Entries.Count:N0} entries, the limit is {MostEntries:N0}. Split it.");
        for (var i = 0; i < zip.Entries.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var entry = zip.Entries[i];
            if (entry.FullName.EndsWith('/')) continue;
            yield return One(entry) with { Share = (i + 1.0) / zip.Entries.Count };
        }
    }

    static SourceDocument One(ZipArchiveEntry entry)
    {
        try
        {
            using var stream = entry.Open();
            // The size that the archive claims is not believed.
            return BoundedBytes.Read(stream, DocumentLimits.Size) is { } bytes
                ? new SourceDocument { File = entry.FullName, Bytes = bytes }
                : new SourceDocument { File = entry.FullName, Problem = DocumentLimits.TooLarge(Math.Max(entry.Length, DocumentLimits.Size + 1L)) };
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return new SourceDocument { File = entry.FullName, Problem = $"cannot be unpacked: {e.Message}" };
        }
    }
}
