namespace Ostrakon.Documents.Extraction.Metadata;

/// <summary>The name of the site that published a page. Stateless.</summary>
static class SiteReader
{
    /// <summary>The name that the page gives, else its host without "www."; null where neither is known.</summary>
    /// <param name="facts">What the page says.</param>
    /// <param name="url">Its address.</param>
    public static string? Read(PageFacts facts, string? url)
    {
        var name = facts.Meta("og:site_name", "application-name", "dc.publisher", "apple-mobile-web-app-title") ?? facts.LinkedData.Publisher;
        if (name is { Length: > 1 and < 100 } && !name.Contains("://", StringComparison.Ordinal)) return name.TrimStart('@');
        if (!Uri.TryCreate(url ?? facts.Canonical ?? facts.Meta("og:url"), UriKind.Absolute, out var uri) || uri.Host.Length == 0) return null;
        return uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host;
    }
}
