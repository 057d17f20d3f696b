using System.Text.RegularExpressions;
using Ostrakon.Documents.Extraction.Blocks;

namespace Ostrakon.Documents.Extraction.Metadata;

/// <summary>When the article was published, and how that is known. Stateless.</summary>
static partial class DateReader
{
    const int NearHeadline = 12;

    [GeneratedRegex(@"/(?<y>(?:19|20)\d\d)[/-](?<m>[01]?\d)[/-](?<d>[0-3]?\d)(?:[/-]|$)|[/-](?<y>20\d\d)(?<m>[01]\d)(?<d>[0-3]\d)(?:[/-]|\.|$)|(?<!\d)(?<y>20\d\d)-(?<m>[01]\d)-(?<d>[0-3]\d)(?!\d)")]
    private static partial Regex InAddress { get; }

    static readonly string[] Published =
    [
        "article:published_time", "datePublished", "og:published_time", "article:published", "og:article:published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
        "dc.date.created", "dcterms.date", "dc.date", "dc.terms.created", "citation_publication_date", "citation_date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "date_published", "published_time",
        "cXenseParse:recs:publishtime", "cXenseParse:publishtime", "article.published", "article.created", "article_date_original", "created", "rnews:datePublished", "dateCreated", "date", "ptime", "pdate", "originalpublicationdate", "bt:pubdate", "vr:published_time", "shareaholic:article_published_time", "iso-8601-publish-date",
    ];

    static readonly string[] Modified = ["article:modified_time", "dateModified", "og:updated_time", "lastmod", "last-modified", "dcterms.modified", "dc.date.modified", "revised", "modified"];

    /// <summary>The day, ISO 8601, and its evidence: json-ld, meta, time, url, text; nulls where the page does not say.</summary>
    /// <param name="map">The page.</param>
    /// <param name="headline">The block of the headline; -1 where none is.</param>
    /// <param name="url">The page's address.</param>
    /// <param name="language">Its language, for dates in figures.</param>
    public static (string? Date, string? Evidence) Read(PageMap map, int headline, string? url, string? language)
    {
        var facts = map.Facts;
        var monthFirst = language is null || language.Equals("en", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en-us", StringComparison.OrdinalIgnoreCase);
        if (DateText.Find(facts.LinkedData.Published, monthFirst) is { } linked) return (Written(linked), "json-ld");
        foreach (var name in Published)
            if (DateText.Find(facts.Meta(name), monthFirst) is { } meta) return (Written(meta), "meta");
        if (Marked(map, headline, monthFirst, timeOnly: true) is { } time) return (Written(time), "time");
        if (InAddress.Match(url ?? facts.Canonical ?? facts.Meta("og:url") ?? "") is { Success: true } match
            && DateText.Of(int.Parse(match.Groups["y"].Value), int.Parse(match.Groups["m"].Value), int.Parse(match.Groups["d"].Value)) is { } address) return (Written(address), "url");
        if (Marked(map, headline, monthFirst, timeOnly: false) is { } marked) return (Written(marked), "text");
        if (Visible(map, headline, monthFirst) is { } visible) return (Written(visible), "text");
        if (DateText.Find(facts.LinkedData.Modified, monthFirst) is { } changed) return (Written(changed), "json-ld");
        foreach (var name in Modified)
            if (DateText.Find(facts.Meta(name), monthFirst) is { } meta) return (Written(meta), "meta");
        return (null, null);
    }

    static string Written(DateOnly date) => date.ToString("yyyy-MM-dd");

    /// <summary>The date mark that stands nearest to the headline; one that says "published" wins, one that says "updated" loses.</summary>
    static DateOnly? Marked(PageMap map, int headline, bool monthFirst, bool timeOnly)
    {
        DateOnly? best = null;
        var bestCost = int.MaxValue;
        foreach (var mark in map.Facts.Marks)
        {
            if ((mark.Role & AreaRoles.Date) == 0 || mark.Explicit != timeOnly) continue;
            if ((DateText.Find(mark.Value, monthFirst) ?? DateText.Find(mark.Text, monthFirst)) is not { } date) continue;
            var cost = headline < 0 ? mark.Block : mark.Block >= headline ? mark.Block - headline : 3 * (headline - mark.Block) + 10;
            if (mark.Text.Contains("pdated", StringComparison.Ordinal) || mark.Text.Contains("ktualisiert", StringComparison.Ordinal) || mark.Text.Contains("odified", StringComparison.Ordinal)) cost += 15;
            if (cost < bestCost) (best, bestCost) = (date, cost);
        }
        return best;
    }

    /// <summary>A date in a short line near the headline; else, in the first short line of the page that has one.</summary>
    static DateOnly? Visible(PageMap map, int headline, bool monthFirst)
    {
        DateOnly? At(int i) => i >= 0 && i < map.Blocks.Count && map.Blocks[i].Words <= 25 ? DateText.Find(map.TextOf(map.Blocks[i]).ToString(), monthFirst) : null;
        for (var by = 0; headline >= 0 && by < NearHeadline; by++)
            if ((At(headline + by) ?? (by <= 4 ? At(headline - by) : null)) is { } near) return near;
        for (var i = 0; i < map.Blocks.Count; i++)
            if (map.Blocks[i].Words <= 12 && At(i) is { } any) return any;
        return null;
    }
}
