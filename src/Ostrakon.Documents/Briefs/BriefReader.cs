using System.Security.Cryptography;
using System.Text;
using Ostrakon.Documents.Events;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Mentions;
using Ostrakon.Documents.Sources;
using Ostrakon.Index;
using Ostrakon.Matching;

namespace Ostrakon.Documents.Briefs;

/// <summary>Reads documents: who is in it, what they do, who of them is listed, who deals with them. Safe for any number of threads.</summary>
/// <param name="screener">The lists in use.</param>
public sealed class BriefReader(Screener screener)
{
    readonly NameScreen screen = new(screener);

    /// <summary>The lists that are asked.</summary>
    public Snapshot Snapshot => screen.Snapshot;

    /// <summary>Reads a document: bytes or text, a page or plain text.</summary>
    /// <exception cref="UnreadableDocumentException">It holds no readable text.</exception>
    public Brief Read(SourceDocument document, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Read(document.Read(cancel), IdOf(document), document.Id ?? document.File ?? "-", cancel);
    }

    /// <summary>Reads an article that is already clean.</summary>
    /// <param name="article">The article.</param>
    /// <param name="documentId">"sha256:" and the hash of what it was made of.</param>
    /// <param name="source">The file, address or "-" that was read.</param>
    /// <param name="cancel">Stops between steps.</param>
    public Brief Read(Article article, string documentId, string source, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        var parties = MentionFinder.Find(article, screen, cancel);
        var (events, taking) = EventReader.Read(article, parties, DateOf(article), cancel);
        return new(documentId, source, article, taking, events, ExposureFinder.Find(taking, events));
    }

    /// <summary>The day of publication, where it is known to the day.</summary>
    static DateOnly? DateOf(Article article) =>
        article.Published is { Length: >= 10 } date && DateOnly.TryParseExact(date.AsSpan(0, 10), "yyyy-MM-dd", out var day) ? day : null;

    /// <summary>The hash of the bytes, or of the text where the input gave it decoded.</summary>
    static string IdOf(SourceDocument document)
    {
        var hash = document.Text is null && document.Html is null
            ? SHA256.HashData(document.Bytes.Span)
            : SHA256.HashData(Encoding.UTF8.GetBytes(document.Text ?? document.Html!));
        return $"sha256:{Convert.ToHexStringLower(hash)}";
    }
}
