using Ostrakon.Documents.Extraction.Blocks;
using Ostrakon.Documents.Extraction.Clutter;

namespace Ostrakon.Documents.Extraction.Judging;

/// <summary>Says in a word why a block is not part of the article. Stateless.</summary>
static class DropReason
{
    /// <summary>What the areas around a block are called, and the reason that this gives; the first that is near wins.</summary>
    static readonly (AreaRoles Role, string Reason)[] ByRole =
    [
        (AreaRoles.Consent, "consent"), (AreaRoles.Comment, "comment"), (AreaRoles.Subscribe, "subscribe"), (AreaRoles.Advertisement, "advertisement"), (AreaRoles.Share, "share"),
        (AreaRoles.Related, "teaser"), (AreaRoles.Teaser, "teaser"), (AreaRoles.Caption, "caption"), (AreaRoles.Author, "byline"), (AreaRoles.Date, "date"), (AreaRoles.Tags, "tags"),
        (AreaRoles.Navigation, "navigation"), (AreaRoles.Footer, "footer"), (AreaRoles.Header, "header"), (AreaRoles.Side, "sidebar"), (AreaRoles.Form, "form"),
        (AreaRoles.Copyright, "copyright"), (AreaRoles.Media, "caption"), (AreaRoles.Paywall, "paywall"), (AreaRoles.Hidden, "hidden"), (AreaRoles.Widget, "widget"),
    ];

    public static string Of(PageView page, int index)
    {
        if (page.Phrases[index] is { } reason) return reason;
        var block = page.Map.Blocks[index];
        if (page.FoldedTitle is { } title && block.Length >= title.Length && FoldedLine.Of(page.Map.TextOf(block)) == title) return "repeated headline";
        var (nearest, found) = (6, "");
        foreach (var (role, name) in ByRole)
            if (page.RoleDistance(block.Area, role) is var levels && levels < nearest) (nearest, found) = (levels, name);
        return found.Length > 0 ? found : 2 * block.LinkChars > block.Length ? "links" : "outside the article";
    }
}
