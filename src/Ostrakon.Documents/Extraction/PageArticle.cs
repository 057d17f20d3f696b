using System.Collections.Immutable;
using System.Text;
using Ostrakon.Documents.Extraction.Blocks;
using Ostrakon.Documents.Extraction.Clutter;
using Ostrakon.Documents.Extraction.Judging;
using Ostrakon.Documents.Extraction.Languages;
using Ostrakon.Documents.Extraction.Metadata;
using Ostrakon.Documents.Extraction.Pages;

namespace Ostrakon.Documents.Extraction;

/// <summary>The article of a page: its blocks are judged, the choice is checked against what the page says of itself, and the text is put together. Stateless.</summary>
static class PageArticle
{
    /// <summary>A page with fewer words holds no article.</summary>
    const int FewestWords = 8;

    public static Article Read(PageDocument page, SourceHint hint, CancellationToken cancel)
    {
        var map = PageMapBuilder.Build(page, cancel);
        var titles = TitleReader.Candidates(map.Facts, hint.Title);
        var view = new PageView(map, titles, cancel);
        if (view.TotalWords < FewestWords) throw new UnreadableDocumentException(NothingToRead(page));
        var choice = BlockChoice.Make(view, Judge.Read(view, cancel));

        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<ArticleBlock>();
        var dropped = ImmutableArray.CreateBuilder<DroppedBlock>();
        for (var i = 0; i < map.Blocks.Count; i++)
        {
            var block = map.Blocks[i];
            if (i == view.TitleBlock) continue;                          // the headline is no clutter, but no body either
            if (!choice.Kept[i])
            {
                dropped.Add(new DroppedBlock(DropReason.Of(view, i), map.TextOf(block).ToString(), block.SourceStart, block.SourceEnd));
                continue;
            }
            if (text.Length > 0) text.Append('\n');
            blocks.Add(new ArticleBlock(KindOf(block), text.Length, text.Length + block.Length, block.SourceStart, block.SourceEnd));
            text.Append(map.TextOf(block));
        }
        var body = text.ToString();
        var url = Address(map.Facts, hint.Url);
        var site = SiteReader.Read(map.Facts, url);
        var language = LanguageGuess.Of(body, map.Facts.Language ?? map.Facts.LinkedData.Language ?? map.Facts.Meta("content-language", "og:locale"));
        var (date, evidence) = hint.Published is { } given ? (given, "given") : DateReader.Read(view, url, map.Facts.Language ?? language);
        return new Article
        {
            Title = view.TitleBlock >= 0 ? map.TextOf(map.Blocks[view.TitleBlock]).ToString() : titles.FirstOrDefault(),
            Text = body, Author = AuthorReader.Read(map, view.TitleBlock, site), Published = date, PublishedEvidence = evidence, Language = language, Site = site, Url = url,
            Lead = hint.Lead ?? map.Facts.Meta("og:description", "description", "twitter:description") ?? map.Facts.LinkedData.Description,
            Truncated = IsTruncated(view, body), Method = choice.Method, Confidence = choice.Confidence, Blocks = blocks.DrainToImmutable(), Dropped = dropped.DrainToImmutable(),
        };
    }

    static string NothingToRead(PageDocument page) => page.Body?.Name == "frameset"
        ? "a frameset: its text stands in its frames; give one of them"
        : "no text on the page: it is filled by JavaScript in a browser; save it there after it has loaded, or give its print or AMP version";

    static string? Address(PageFacts facts, string? given)
    {
        var canonical = facts.Canonical ?? facts.Meta("og:url") ?? facts.LinkedData.Url;
        return canonical is null ? given
            : Uri.TryCreate(canonical, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? canonical
            : given is not null && Uri.TryCreate(given, UriKind.Absolute, out var at) && Uri.TryCreate(at, canonical, out var joined) ? joined.AbsoluteUri : given;
    }

    /// <summary>The page says so: a paywall notice outside of comments and menus, or its data say that it is not free and the text is short.</summary>
    static bool IsTruncated(PageView view, string body)
    {
        for (var i = 0; i < view.Phrases.Length; i++)
            if (view.Phrases[i] == "paywall" && !view.InClutter(view.Map.Blocks[i].Area)) return true;
        const int shortArticle = 1500;
        return view.Map.Facts.LinkedData.Free == false && body.Length < shortArticle;
    }

    static BlockKind KindOf(TextBlock block) => block.Tag switch
    {
        BlockTag.Heading1 or BlockTag.Heading2 or BlockTag.Heading3 or BlockTag.Heading4 or BlockTag.Term => BlockKind.Heading,
        BlockTag.ListItem => BlockKind.ListItem,
        BlockTag.Quote => BlockKind.Quote,
        BlockTag.Cell => BlockKind.TableRow,
        BlockTag.Preformatted => BlockKind.Preformatted,
        _ => BlockKind.Paragraph,
    };
}
