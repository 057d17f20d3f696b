using Ostrakon.Documents.Extraction.Blocks;
using Ostrakon.Documents.Extraction.Clutter;

namespace Ostrakon.Documents.Extraction.Judging;

/// <summary>What the two judgements look at. Their names stand in the weights file; a new feature needs a new fit.</summary>
static class Features
{
    static float Flag(bool value) => value ? 1 : 0;
    static float Share(float part, float whole) => whole > 0 ? part / whole : 0;

    /// <summary>The clutter reasons whose phrases count as features.</summary>
    static readonly string[] Reasons = ["consent", "subscribe", "teaser", "comment form", "share", "advertisement", "navigation", "copyright", "caption", "paywall"];

    static readonly Feature[] Text =
    [
        new("words", b => b.Shape.Words),
        new("letters-per-word", b => Share(b.Shape.Letters, b.Shape.Words)),
        new("links", b => b.Links),
        new("link-count", b => b.Block.Links),
        new("opens-with-link", b => Flag(b.Block.OpensWithLink)),
        new("bold", b => b.Bold),
        new("closed", b => Flag(b.Shape.Closed)),
        new("sentences", b => b.Shape.SentenceEnds),
        new("words-per-sentence", b => Share(b.Shape.Words, b.Shape.SentenceEnds)),
        new("commas", b => Share(b.Shape.Commas, b.Shape.Words)),
        new("digits", b => Share(b.Shape.Digits, b.Block.Length)),
        new("capitals", b => Share(b.Shape.Capitals, b.Shape.Letters)),
        new("capital-words", b => Share(b.Shape.CapitalWords, b.Shape.Words)),
        new("small-words", b => Share(b.Shape.SmallWords, b.Shape.Words)),
        new("symbols", b => Share(b.Shape.Symbols, b.Shape.Words)),
        new("starts-small", b => Flag(b.Shape.StartsSmall)),
        new("ends-in-colon", b => Flag(b.Shape.EndsInColon)),
        new("opens-quote", b => Flag(b.Shape.OpensQuote)),
        new("ends-in-ellipsis", b => Flag(b.Shape.EndsInEllipsis)),
        new("copyright-sign", b => Flag(b.Shape.HasCopyright)),
        new("has-time", b => Flag(b.Block.HasTime)),
        new("copies", b => b.Page.Copies[b.Index]),
        new("in-title", b => b.Page.InTitle[b.Index]),
        new("in-description", b => b.Page.InDescription[b.Index]),
        new("in-linked-body", b => b.Page.HasLinkedBody ? b.Page.InLinkedBody[b.Index] : -1),
        new("is-headline", b => Flag(b.Index == b.Page.TitleBlock)),
        .. Reasons.Select(reason => new Feature($"phrase-{reason.Replace(' ', '-')}", b => Flag(b.Page.Phrases[b.Index] == reason))),
        .. CueWords.Kinds.Select((kind, k) => new Feature($"cues-{kind}", b => Share(b.Page.Cues(b.Index, k), b.Shape.Words))),
        new("cues", b => Share(b.Page.AllCues(b.Index), b.Shape.Words)),
    ];

    static readonly Feature[] Place =
    [
        .. Enum.GetValues<BlockTag>().Select(tag => new Feature($"tag-{tag.ToString().ToLowerInvariant()}", b => Flag(b.Block.Tag == tag))),
        .. Enum.GetValues<AreaRoles>().Where(role => role != AreaRoles.None).Select(role => new Feature($"role-{role.ToString().ToLowerInvariant()}", b => b.Role(role))),
        new("depth", b => b.Page.Map.Areas[b.Area].Depth),
        new("position", b => Share(b.Page.WordsBefore[b.Index], b.Page.TotalWords)),
        new("block-position", b => Share(b.Index, b.Page.Shapes.Length)),
        new("after-headline", b => b.Page.HasTitleBlock ? Math.Clamp(b.Index - b.Page.TitleBlock, -50, 200) : -100),
        new("page-words", b => b.Page.TotalWords),
        new("page-mass", b => Share(b.Page.Mass, b.Page.TotalWords)),
        new("area-words", b => b.Page.AreaWords[b.Area]),
        new("area-links", b => b.LinkShare(0)),
        new("area-links-1", b => b.LinkShare(1)),
        new("area-links-2", b => b.LinkShare(2)),
        new("area-mass", b => b.MassShare(0)),
        new("area-mass-1", b => b.MassShare(1)),
        new("area-mass-2", b => b.MassShare(2)),
        new("area-mass-3", b => b.MassShare(3)),
        new("area-copies", b => b.Page.AreaCopies[b.Area]),
        new("area-copies-1", b => b.Page.AreaCopies[b.Up(1)]),
        new("area-copies-2", b => b.Page.AreaCopies[b.Up(2)]),
        new("under-heading", b => b.Page.Headings[b.Index] switch { null => 0, "teaser" => 1, "comment form" => 2, _ => 3 }),
        new("copies-of-article", b => b.Page.Nearest(b.Area, AreaRoles.Article) is var a and >= 0 ? b.Page.AreaCopies[a] : 0),
        new("copies-of-teaser", b => b.Page.Nearest(b.Area, AreaRoles.Teaser) is var a and >= 0 ? b.Page.AreaCopies[a] : 0),
        new("in-clutter", b => Flag(b.Page.InClutter(b.Area))),
        new("article-elements", b => b.Page.ArticleElements),
        new("mass-of-article-element", b => b.MassOfElement("article")),
        new("mass-of-main-element", b => b.MassOfElement("main")),
        .. ((AreaRoles[])[AreaRoles.Article, AreaRoles.Body, AreaRoles.Main, AreaRoles.Comment, AreaRoles.Related, AreaRoles.Teaser, AreaRoles.Summary, AreaRoles.Media])
            .Select(role => new Feature($"mass-of-{role.ToString().ToLowerInvariant()}", b => b.MassOf(role))),
        new("from-main", b => b.FromMain()),
    ];

    static readonly Feature[] OfCards =
    [
        new("cards", b => b.Page.Cards.Count(b.Area)),
        new("cards-linked", b => b.Page.Cards.Linked(b.Area)),
        new("words-a-card", b => b.Page.Cards.Words(b.Area)),
        new("blocks-a-card", b => b.Page.Cards.Blocks(b.Area)),
        new("links-of-cards", b => b.Page.Cards.Links(b.Area)),
        new("mass-of-cards", b => b.Page.Cards.Mass(b.Area)),
    ];

    static readonly Feature[] Neighbours =
    [
        new("words-before-1", b => b.WordsAt(-1)), new("words-before-2", b => b.WordsAt(-2)), new("words-after-1", b => b.WordsAt(1)), new("words-after-2", b => b.WordsAt(2)),
        new("links-before-1", b => b.LinksAt(-1)), new("links-after-1", b => b.LinksAt(1)),
        new("links-before-2", b => b.LinksAt(-2)), new("links-after-2", b => b.LinksAt(2)),
        new("closed-before-1", b => b.ClosedAt(-1)), new("closed-after-1", b => b.ClosedAt(1)),
        new("tag-before-1", b => b.TagAt(-1)), new("tag-after-1", b => b.TagAt(1)),
        new("kin-before-1", b => b.KinAt(-1)), new("kin-after-1", b => b.KinAt(1)),
    ];

    /// <summary>What the second judgement looks at: how the first judged the block and those around it.</summary>
    public static readonly Feature[] Judged =
    [
        new("first", b => b.FirstAt(0)),
        new("first-before-1", b => b.FirstAt(-1)), new("first-before-2", b => b.FirstAt(-2)), new("first-before-3", b => b.FirstAt(-3)),
        new("first-after-1", b => b.FirstAt(1)), new("first-after-2", b => b.FirstAt(2)), new("first-after-3", b => b.FirstAt(3)),
        new("first-in-area", b => b.FirstIn(0)), new("first-in-area-1", b => b.FirstIn(1)), new("first-in-area-2", b => b.FirstIn(2)), new("first-in-area-3", b => b.FirstIn(3)),
        new("kept-in-area", b => b.KeptShare(0)), new("kept-in-area-1", b => b.KeptShare(1)), new("kept-in-area-2", b => b.KeptShare(2)), new("kept-in-area-3", b => b.KeptShare(3)),
        new("kept-before", b => b.KeptBefore()),
        new("to-kept-before", b => b.ToKept(-1)), new("to-kept-after", b => b.ToKept(1)),
        new("blocks-to-kept-before", b => b.BlocksToKept(-1)), new("blocks-to-kept-after", b => b.BlocksToKept(1)),
        new("first-of-kin", b => b.FirstOfKin()),
        new("kept-words", b => b.Page.KeptBefore[^1]),
        new("first-of-cards", b => b.Page.Cards.First(b.Area)),
        .. OfCards,
    ];

    /// <summary>What the first judgement looks at: the block, its place, its neighbours.</summary>
    public static readonly Feature[] First = [.. Text, .. Place, .. OfCards, .. Neighbours];
}
