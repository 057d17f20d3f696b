using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Web;

namespace Ostrakon.Documents.Sources;

/// <summary>One document of a batch, not yet read. Immutable.</summary>
public sealed record SourceDocument
{
    /// <summary>Its id, where the input gives one (a record of a JSONL file, an entry of a feed, an archived page).</summary>
    public string? Id { get; init; }
    /// <summary>Its path inside the folder or zip, where it is a file.</summary>
    public string? File { get; init; }
    /// <summary>Its bytes; empty where <see cref="Text"/> or <see cref="Problem"/> says something.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }
    /// <summary>Its plain text, where the input gives it decoded.</summary>
    public string? Text { get; init; }
    /// <summary>Its HTML, where the input gives it decoded.</summary>
    public string? Html { get; init; }
    /// <summary>What the input says of it.</summary>
    public SourceHint Hint { get; init; } = SourceHint.None;
    /// <summary>Where it was fetched; null where it does not come from the web.</summary>
    public WebPage? Fetched { get; init; }
    /// <summary>Why it cannot be read; null where it can.</summary>
    public string? Problem { get; init; }
    /// <summary>How far through its input it stands, 0..1.</summary>
    public double Share { get; init; }

    /// <summary>A document that was fetched.</summary>
    public static SourceDocument From(WebPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new() { Id = page.Asked.AbsoluteUri, Bytes = page.Bytes, Fetched = page, Hint = new SourceHint { Url = page.Address.AbsoluteUri, ContentType = page.ContentType }, Share = 1 };
    }

    /// <summary>Reads the clean article. Thread-safe.</summary>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="UnreadableDocumentException">It holds no readable text.</exception>
    public Article Read(CancellationToken cancel = default) =>
        Problem is not null ? throw new UnreadableDocumentException(Problem)
        : Text is not null ? ArticleReader.ReadText(Text, Hint, cancel)
        : Html is not null ? ArticleReader.ReadPage(Html, Hint, cancel)
        : ArticleReader.Read(Bytes, Hint, cancel);
}
