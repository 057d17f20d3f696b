using Ostrakon.Documents.Extraction.Metadata;

namespace Ostrakon.Documents.Extraction.Blocks;

/// <summary>The text of a page as a flat list of blocks, and the areas (elements) that hold them. Immutable once made.</summary>
/// <param name="Text">The text of all blocks, white space collapsed; blocks are slices of it.</param>
/// <param name="Blocks">In page order.</param>
/// <param name="Areas">In page order; the first is the body. An area's parent stands before it.</param>
/// <param name="Facts">What the page says of itself.</param>
sealed record PageMap(string Text, IReadOnlyList<TextBlock> Blocks, IReadOnlyList<PageArea> Areas, PageFacts Facts)
{
    public ReadOnlySpan<char> TextOf(TextBlock block) => Text.AsSpan(block.Start, block.End - block.Start);
}

/// <summary>A run of text without a block boundary inside: a paragraph, a heading, a list item, a table row, a caption ... Immutable once made.</summary>
sealed class TextBlock
{
    /// <summary>Its place in <see cref="PageMap.Text"/>.</summary>
    public required int Start { get; init; }
    /// <summary>Its end there, exclusive.</summary>
    public required int End { get; init; }
    public required int SourceStart { get; init; }
    public required int SourceEnd { get; init; }
    /// <summary>The innermost area that holds it, an index into <see cref="PageMap.Areas"/>.</summary>
    public required int Area { get; init; }
    /// <summary>What it is on the page.</summary>
    public required BlockTag Tag { get; init; }
    public required int Words { get; init; }
    /// <summary>Characters inside links, inside bold text, and in an author's or time element.</summary>
    public required int LinkChars { get; init; }
    public required int BoldChars { get; init; }
    public required int Links { get; init; }
    /// <summary>Whether its first words are a link, and more follows.</summary>
    public required bool OpensWithLink { get; init; }
    /// <summary>Whether a time element stands in it.</summary>
    public required bool HasTime { get; init; }
    public int Length => End - Start;
}

/// <summary>The element that makes a block what it is.</summary>
enum BlockTag
{
    Text, Paragraph, Heading1, Heading2, Heading3, Heading4, ListItem, Quote, Cell, Caption, Preformatted, Term, Button, Label,
}

/// <summary>A block-level element with text in it. Immutable once made.</summary>
sealed class PageArea
{
    public required int Parent { get; init; }
    public required string Name { get; init; }
    public required int Depth { get; init; }
    /// <summary>What its name, class, id and role say of it.</summary>
    public required AreaRoles Roles { get; init; }
    /// <summary>A hash of its name and class: areas of one template share it.</summary>
    public required int Template { get; init; }
    public required int SourceStart { get; init; }
    /// <summary>The blocks inside, an index range.</summary>
    public required int FirstBlock { get; init; }
    public int EndBlock { get; set; }
}
