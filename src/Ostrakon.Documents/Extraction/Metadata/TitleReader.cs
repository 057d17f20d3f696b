namespace Ostrakon.Documents.Extraction.Metadata;

/// <summary>The titles that a page gives itself. Stateless.</summary>
static class TitleReader
{
    static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / "];

    /// <summary>What the page calls itself, most trustworthy first, without the name of the site.</summary>
    public static List<string> Candidates(PageFacts facts, string? given)
    {
        var site = SiteReader.Read(facts, null);
        string?[] all = [given, facts.LinkedData.Headline, facts.Meta("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "headline"), facts.HtmlTitle];
        return [.. all.OfType<string>().Select(t => WithoutSite(Whitespace.Collapse(t), site)).Where(static t => t.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The title without the site's name at its end or start, as title elements have it.</summary>
    public static string WithoutSite(string title, string? site)
    {
        foreach (var separator in Separators)
        {
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last <= 0) continue;
            var (head, tail) = (title[..last].Trim(), title[(last + separator.Length)..].Trim());
            if (IsSite(tail, site)) return WithoutSite(head, site);
            var first = title.IndexOf(separator, StringComparison.Ordinal);
            if (IsSite(title[..first].Trim(), site)) return title[(first + separator.Length)..].Trim();
        }
        return title;
    }

    static bool IsSite(string part, string? site) =>
        site is not null && Letters(part) is { Length: > 1 } a && Letters(site) is { Length: > 1 } b && (a == b || a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal));

    static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
