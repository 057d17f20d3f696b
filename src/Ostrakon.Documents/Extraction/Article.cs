using System.Collections.Immutable;

namespace Ostrakon.Documents.Extraction;

/// <summary>The clean article of a page or text. Immutable.</summary>
public sealed record Article
{
    /// <summary>The headline; null where none was found.</summary>
    public string? Title { get; init; }
    /// <summary>The body only, without the title; paragraphs separated by one line feed.</summary>
    public required string Text { get; init; }
    /// <summary>The author as printed; null where none was found.</summary>
    public string? Author { get; init; }
    /// <summary>Publication date, ISO 8601; null where none was found.</summary>
    public string? Published { get; init; }
    /// <summary>Where the publication date comes from: json-ld, meta, time, url, text; null without a date.</summary>
    public string? PublishedEvidence { get; init; }
    /// <summary>ISO 639-1 code of the language; null where undecided.</summary>
    public string? Language { get; init; }
    /// <summary>Name of the publishing site; null where unknown.</summary>
    public string? Site { get; init; }
    /// <summary>The page's canonical address, or the address it was given under.</summary>
    public string? Url { get; init; }
    /// <summary>What the page itself announces as its gist (a description for search engines or feeds); null where it does not.</summary>
    public string? Lead { get; init; }
    /// <summary>Whether the page itself says that the text goes on elsewhere (a paywall, "read more").</summary>
    public bool Truncated { get; init; }
    /// <summary>Which extraction method won: "html", "html-fallback", "text".</summary>
    public required string Method { get; init; }
    /// <summary>0..1, how sure the extraction is of itself.</summary>
    public double Confidence { get; init; } = 1;
    /// <summary>The paragraphs, headings, list items, quotes and table rows that make up <see cref="Text"/>, in order.</summary>
    public ImmutableArray<ArticleBlock> Blocks { get; init; } = [];
    /// <summary>What was left out as clutter, in source order.</summary>
    public ImmutableArray<DroppedBlock> Dropped { get; init; } = [];
}

/// <summary>A block of the clean text: one of its lines, and its place in the source. Immutable.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts in <see cref="Article.Text"/>, UTF-16.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="SourceStart">Where it starts in the decoded source, UTF-16.</param>
/// <param name="SourceEnd">Where it ends there, exclusive.</param>
public readonly record struct ArticleBlock(BlockKind Kind, int Start, int End, int SourceStart, int SourceEnd);

/// <summary>What a block of the clean text is.</summary>
public enum BlockKind
{
    /// <summary>A paragraph.</summary>
    Paragraph,
    /// <summary>A heading inside the body.</summary>
    Heading,
    /// <summary>An item of a list.</summary>
    ListItem,
    /// <summary>A paragraph of a block quotation.</summary>
    Quote,
    /// <summary>A row of a table, its cells separated by " | ".</summary>
    TableRow,
    /// <summary>Preformatted text; its line breaks become spaces.</summary>
    Preformatted,
}

/// <summary>A block of the source that is not part of the article. Immutable.</summary>
/// <param name="Reason">Why: "repeated headline", "teaser", "consent", "subscribe", "comment form", "caption", "navigation" ...</param>
/// <param name="Text">Its text.</param>
/// <param name="SourceStart">Where it starts in the decoded source, UTF-16.</param>
/// <param name="SourceEnd">Where it ends there, exclusive.</param>
public readonly record struct DroppedBlock(string Reason, string Text, int SourceStart = 0, int SourceEnd = 0);
