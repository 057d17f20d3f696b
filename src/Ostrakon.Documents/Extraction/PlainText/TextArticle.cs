using System.Collections.Immutable;
using System.Text;
using Ostrakon.Documents.Extraction.Clutter;

namespace Ostrakon.Documents.Extraction.PlainText;

/// <summary>
/// The article in text that was copied or scraped from a page without its tags. Sentences of the article are never touched: a line goes
/// only when it repeats the headline or another line, or when a phrase shows it to be clutter.
/// </summary>
static class TextArticle
{
    /// <summary>Repeated lines shorter than this stay: "Yes." in an interview is no clutter.</summary>
    const int RepeatedWords = 5;

    public static Article Read(string source, SourceHint hint)
    {
        var lines = TextLine.Split(source);
        var title = Title(lines, hint, out var titled);
        var headline = title is null ? null : FoldedLine.Of(title);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var commentsFrom = CommentSection(lines);
        var text = new StringBuilder(source.Length);
        var blocks = ImmutableArray.CreateBuilder<ArticleBlock>(lines.Count);
        var dropped = ImmutableArray.CreateBuilder<DroppedBlock>();
        var truncated = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line == titled) continue;
            var reason = headline is { Length: > 0 } && line.Folded == headline ? "repeated headline"
                : ClutterPhrases.Standard.Reason(line.Folded, line.Closed)
                ?? (i > commentsFrom ? "comment" : null)
                ?? (line.Words >= RepeatedWords && !seen.Add(line.Folded) ? "repeated line" : null);
            truncated |= reason == "paywall";
            if (reason is not null)
            {
                dropped.Add(new DroppedBlock(reason, line.Text, line.Start, line.End));
                continue;
            }
            if (text.Length > 0) text.Append('\n');
            blocks.Add(new ArticleBlock(BlockKind.Paragraph, text.Length, text.Length + line.Text.Length, line.Start, line.End));
            text.Append(line.Text);
        }
        return new Article
        {
            Title = title, Text = text.ToString(), Method = "text", Blocks = blocks.DrainToImmutable(), Dropped = dropped.DrainToImmutable(),
            Truncated = truncated, Url = hint.Url, Published = hint.Published, PublishedEvidence = hint.Published is null ? null : "given", Lead = hint.Lead,
        };
    }

    /// <summary>
    /// The headline: given with the text; or the first line where it comes again; or where it stands apart, as no sentence and with
    /// sentences below. A first line that is none of these belongs to the text.
    /// </summary>
    static string? Title(List<TextLine> lines, SourceHint hint, out TextLine? line)
    {
        line = null;
        if (lines.Count == 0) return hint.Title;
        var first = lines[0];
        if (hint.Title is { } given)
        {
            if (FoldedLine.Of(given) == first.Folded) line = first;
            return given;
        }
        var repeated = first.Words >= 3 && lines.Skip(1).Any(l => l.Folded == first.Folded);
        var apart = !first.Closed && first.Words is >= 3 and <= 30 && lines.Count > 2 && lines.Skip(1).All(l => l.AfterGap) && lines[1].Closed;
        if (!repeated && !apart) return null;
        line = first;
        return first.Text;
    }

    /// <summary>The line that heads readers' comments, from which on the text is not the article's; a large number where there is none.</summary>
    static int CommentSection(List<TextLine> lines)
    {
        for (var i = lines.Count / 2; i < lines.Count; i++)
            if (!lines[i].Closed && ClutterPhrases.Standard.Reason(lines[i].Folded, closed: false) == "comment form")
                return i;
        return int.MaxValue;
    }
}
