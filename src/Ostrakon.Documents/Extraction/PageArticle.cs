using System.Collections.Immutable;
using System.Text;
using Ostrakon.Documents.Extraction.Blocks;
using Ostrakon.Documents.Extraction.Clutter;
using Ostrakon.Documents.Extraction.Pages;

namespace Ostrakon.Documents.Extraction;

/// <summary>The article of a page.</summary>
static class PageArticle
{
    const AreaRoles Clutter = AreaRoles.Comment | AreaRoles.Related | AreaRoles.Share | AreaRoles.Navigation | AreaRoles.Footer | AreaRoles.Side
        | AreaRoles.Advertisement | AreaRoles.Subscribe | AreaRoles.Caption | AreaRoles.Consent | AreaRoles.Hidden | AreaRoles.Form;

    public static Article Read(PageDocument page, SourceHint hint, CancellationToken cancel)
    {
        var map = PageMapBuilder.Build(page, cancel);
        var roles = new AreaRoles[map.Areas.Count];
        for (var i = 0; i < roles.Length; i++) roles[i] = map.Areas[i].Roles | (map.Areas[i].Parent < 0 ? AreaRoles.None : roles[map.Areas[i].Parent]);
        var mass = new double[map.Areas.Count];
        double Weight(TextBlock b) => (roles[b.Area] & Clutter) != 0 ? 0 : Math.Max(0, b.Words - 8) * (1 - Math.Min(1.0, 2.0 * b.LinkChars / b.Length));
        double total = 0;
        foreach (var b in map.Blocks)
        {
            var w = Weight(b);
            total += w;
            for (var a = b.Area; a >= 0; a = map.Areas[a].Parent) mass[a] += w;
        }
        var main = 0;
        for (var i = 0; i < mass.Length; i++) if (mass[i] > 0.7 * total) main = i;
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<ArticleBlock>();
        var dropped = ImmutableArray.CreateBuilder<DroppedBlock>();
        for (var i = 0; i < map.Blocks.Count; i++)
        {
            var b = map.Blocks[i];
            var s = map.TextOf(b).ToString();
            var inside = i >= map.Areas[main].FirstBlock && i < map.Areas[main].EndBlock;
            var reason = !inside ? "outside the article" : (roles[b.Area] & ~roles[main] & Clutter) != 0 ? (roles[b.Area] & ~roles[main] & Clutter).ToString().ToLowerInvariant()
                : 2 * b.LinkChars > b.Length ? "links" : ClutterPhrases.Standard.Reason(FoldedLine.Of(s), s[^1] is '.' or '!' or '?');
            if (reason is not null) { dropped.Add(new DroppedBlock(reason, s, b.SourceStart, b.SourceEnd)); continue; }
            if (text.Length > 0) text.Append('\n');
            blocks.Add(new ArticleBlock(BlockKind.Paragraph, text.Length, text.Length + s.Length, b.SourceStart, b.SourceEnd));
            text.Append(s);
        }
        return new Article { Text = text.ToString(), Method = "html", Blocks = blocks.DrainToImmutable(), Dropped = dropped.DrainToImmutable(), Url = hint.Url };
    }
}
