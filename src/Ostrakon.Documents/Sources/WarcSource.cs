using System.IO.Compression;
using System.Text;
using Ostrakon.Documents.Extraction;

namespace Ostrakon.Documents.Sources;

/// <summary>
/// The pages of a web archive (WARC 1.0 and 1.1, ISO 28500), plain or with a gzip member a record: every HTTP response with an HTML or text body
/// is a document, under its address. Requests and metadata are passed over; a revisit is reported, as its body stands in another record.
/// </summary>
static class WarcSource
{
    const int LongestHeader = 64 * 1024;

    public static IEnumerable<SourceDocument> Read(string path, CancellationToken cancel)
    {
        using var file = File.OpenRead(path);
        var packed = file.ReadByte() == 0x1F;
        file.Position = 0;
        // GZipStream reads all members of a file as one stream.
        using Stream stream = packed ? new GZipStream(file, CompressionMode.Decompress) : new BufferedStream(file, 1 << 16);
        var reader = new WarcRecords(stream);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            WarcRecords.Record? record = null;
            string? broken = null;
            try { record = reader.Next(DocumentLimits.Size, LongestHeader); }
            catch (InvalidDataException e) { broken = e.Message; }
            if (broken is not null)
            {
                yield return new SourceDocument { Id = $"{Path.GetFileName(path)}#{reader.Count}", Problem = $"the archive is broken after record {reader.Count}: {broken}", Share = 1 };
                yield break;
            }
            if (record is null) yield break;
            if (One(record) is { } document) yield return document with { Share = file.Position / (double)Math.Max(1, file.Length) };
        }
    }

    static SourceDocument? One(WarcRecords.Record record)
    {
        var type = record.Header("WARC-Type");
        var url = record.Header("WARC-Target-URI")?.Trim('<', '>');
        if (type is "revisit")
            return new SourceDocument { Id = url, Problem = $"a revisit: its body is that of an earlier record ({record.Header("WARC-Refers-To-Target-URI") ?? record.Header("WARC-Payload-Digest") ?? "not named"})" };
        if (type is not ("response" or "resource")) return null;
        if (record.Content is null) return new SourceDocument { Id = url, Problem = DocumentLimits.TooLarge(record.Length) };
        if (type == "resource") return IsText(record.Header("Content-Type")) ? Document(url, record.Content, record.Header("Content-Type")) : null;
        try
        {
            var response = HttpMessage.Parse(record.Content, DocumentLimits.Size);
            if (!IsText(response.ContentType)) return null;
            return response.Status is >= 200 and < 300 ? Document(url, response.Body, response.ContentType) : null;
        }
        catch (InvalidDataException e) { return new SourceDocument { Id = url, Problem = e.Message }; }
    }

    static SourceDocument Document(string? url, ReadOnlyMemory<byte> body, string? contentType) =>
        new() { Id = url, Bytes = body, Hint = new SourceHint { Url = url, ContentType = contentType } };

    static bool IsText(string? contentType) => contentType is null || contentType.Contains("html", StringComparison.OrdinalIgnoreCase) || contentType.Contains("text/plain", StringComparison.OrdinalIgnoreCase)
        || contentType.Contains("xhtml", StringComparison.OrdinalIgnoreCase);
}
