using Ostrakon.Documents.Extraction.Pages;
using Ostrakon.Documents.Extraction.PlainText;

namespace Ostrakon.Documents.Extraction;

/// <summary>Reads the clean article out of the bytes of a page or a text. Thread-safe.</summary>
public static class ArticleReader
{
    /// <summary>Reads a page or a plain text, whichever the bytes are.</summary>
    /// <param name="bytes">As they were fetched or stored.</param>
    /// <param name="hint">What is known besides.</param>
    /// <param name="cancel">Stops the work between its steps.</param>
    /// <exception cref="UnreadableDocumentException">The bytes hold no readable text: empty, binary, PDF, too large ...</exception>
    public static Article Read(ReadOnlyMemory<byte> bytes, SourceHint? hint = null, CancellationToken cancel = default)
    {
        DocumentLimits.Check(bytes.Length);
        hint ??= SourceHint.None;
        var source = Decoding.SourceText.Decode(bytes.Span, hint.ContentType);
        cancel.ThrowIfCancellationRequested();
        return source.IsMarkup ? ReadPage(source.Text, hint, cancel) : ReadText(source.Text, hint, cancel);
    }

    /// <summary>Reads a plain text: scraped, copied, or already clean (which comes out unchanged, a paragraph a line).</summary>
    /// <param name="text">The text.</param>
    /// <param name="hint">What is known besides.</param>
    /// <param name="cancel">Stops the work between its steps.</param>
    /// <exception cref="UnreadableDocumentException">The text is too large.</exception>
    public static Article ReadText(string text, SourceHint? hint = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        DocumentLimits.Check(text.Length);
        cancel.ThrowIfCancellationRequested();
        return TextArticle.Read(text, hint ?? SourceHint.None);
    }

    /// <summary>Reads the HTML of a page.</summary>
    /// <param name="html">The decoded page.</param>
    /// <param name="hint">What is known besides.</param>
    /// <param name="cancel">Stops the work between its steps.</param>
    /// <exception cref="UnreadableDocumentException">The page is too large, or has no text of its own.</exception>
    public static Article ReadPage(string html, SourceHint? hint = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(html);
        DocumentLimits.Check(html.Length);
        var page = PageParser.Parse(html, cancel);
        return PageArticle.Read(page, hint ?? SourceHint.None, cancel);
    }

    /// <summary>The text of a piece of HTML that is all article, as a feed carries it: its blocks, a line each.</summary>
    internal static string TextOfFragment(string html) =>
        html.Length > DocumentLimits.Size ? html : Blocks.PageMapBuilder.Build(PageParser.Parse(html, default), default).Text.TrimEnd('\n');
}
