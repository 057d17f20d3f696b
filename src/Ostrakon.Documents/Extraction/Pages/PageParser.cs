using System.Collections.Frozen;
using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace Ostrakon.Documents.Extraction.Pages;

/// <summary>Parses a page as browsers do (HTML Living Standard, by AngleSharp's tokenizer and tree construction) into our page tree. Thread-safe.</summary>
static class PageParser
{
    /// <summary>Deeper elements become siblings: the trees that people write end far above, and every walk stays shallow.</summary>
    const int MaximumDepth = 400;

    /// <summary>
    /// With more elements open, further start tags and their end tags are passed over: tree construction looks through all open elements at
    /// every tag, so a million nested tags would take a million times a million steps.
    /// </summary>
    const int MostOpen = 350;

    /// <summary>The attributes that extraction or tree construction looks at; the rest are never made. The tokenizer has made their names small.</summary>
    static readonly FrozenSet<string> Wanted = new[]
    {
        "aria-hidden", "aria-label", "charset", "class", "content", "data-component", "data-testid", "data-type", "datetime", "encoding", "hidden", "href", "http-equiv", "id",
        "itemprop", "itemscope", "itemtype", "lang", "name", "property", "rel", "role", "src", "style", "title", "type", "color", "face", "size",
    }.ToFrozenSet(StringComparer.Ordinal);
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WantedBySpan = Wanted.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly HtmlParserOptions Options = new()
    {
        SkipComments = true, SkipProcessingInstructions = true, MaximumDepth = MaximumDepth, IsNotSupportingFrames = true, IsScripting = true,
        ShouldEmitAttribute = static (ref _, name) => WantedBySpan.Contains(name.Span),
    };

    /// <summary>Parses a page.</summary>
    /// <param name="html">The decoded page.</param>
    /// <param name="cancel">Looked at with every tag.</param>
    public static PageDocument Parse(string html, CancellationToken cancel)
    {
        var source = new TextSource(new ReadOnlyMemoryTextSource(html.AsMemory()));
        var page = new PageDocument(source);
        var passed = 0;
        var context = BrowsingContext.New(new Configuration().With<IDomConstructionElementFactory<PageDocument, PageElement>>(_ => new PageFactory(page)));
        return new HtmlParser(Options, context).ParseDocument<PageDocument, PageElement>(source, (ref token, next) =>
        {
            cancel.ThrowIfCancellationRequested();
            page.NextToken(token.Position.Index);
            if (token.Type == HtmlTokenType.StartTag && page.OpenDepth > MostOpen && !MustBeRead(token.Name))
            {
                passed++;
                return TokenConsumptionResult.Continue;
            }
            if (token.Type == HtmlTokenType.EndTag)
            {
                if (passed > 0) { passed--; return TokenConsumptionResult.Continue; }
                if (page.OpenDepth > 0) page.OpenDepth--;
            }
            next(ref token);
            return TokenConsumptionResult.Continue;
        });
    }

    // Raw text elements switch the tokenizer, so they must reach the tree construction too.
    static bool MustBeRead(StringOrMemory name) => name.Memory.Span is "br" or "img" or "hr" or "input" or "meta" or "link" or "script" or "style" or "title" or "textarea" or "iframe" or "noscript" or "noembed" or "noframes" or "xmp" or "plaintext";
}
