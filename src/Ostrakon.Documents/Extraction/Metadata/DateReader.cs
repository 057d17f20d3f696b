using System.Globalization;
using System.Text.RegularExpressions;
using Ostrakon.Documents.Extraction.Blocks;

namespace Ostrakon.Documents.Extraction.Metadata;

/// <summary>When the article was published, and how that is known. Stateless.</summary>
static partial class DateReader
{
    const int NearHeadline = 12;

    [GeneratedRegex(@"/(?<y>(?:19|20)\d\d)[/-](?:(?<m>[01]?\d)|(?<n>\p{L}{3,9}))[/-](?<d>[0-3]?\d)(?:[/-]|$)|[/-](?<y>20\d\d)(?<m>[01]\d)(?<d>[0-3]\d)(?:[/-]|\.|$)|(?<!\d)(?<y>20\d\d)-(?<m>[01]\d)-(?<d>[0-3]\d)(?!\d)|[/_-](?<d>[0-3]\d)-(?<m>[01]\d)-(?<y>20\d\d)(?:[/.]|$)")]
    private static partial Regex InAddress { get; }

    /// <summary>A moment in UTC, or in no zone that is named: the reader's day may be the one before or after.</summary>
    [GeneratedRegex(@"\dT\d\d:?\d\d[\d:.]*\s?(?:Z|UTC|GMT|\+00:?00)?$|(?<![+\-:\d])\d\d:\d\d(?::\d\d)?\s?(?:Z|UTC|GMT|\+00:?00)?$")]
    private static partial Regex WithoutZone { get; }

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
        var address = InAddress.Match(url ?? facts.Canonical ?? facts.Meta("og:url") ?? "") is { Success: true } match ? Of(match) : null;
        if (Said(facts, monthFirst) is { } said)
        {
            // The day that readers see is that of the place of publication; a moment in UTC may fall on its neighbour.
            if (!WithoutZone.IsMatch(said.Text)) return (Written(said.Date), said.Evidence);
            if (address is { } near && IsNeighbour(near, said.Date)) return (Written(near), "url");
            return Near(map, headline, monthFirst) is { } printed && IsNeighbour(printed, said.Date) ? (Written(printed), "text") : (Written(said.Date), said.Evidence);
        }
        if (Marked(map, headline, monthFirst, timeOnly: true) is { } time) return (Written(time), "time");
        if (address is { } day) return (Written(day), "url");
        if (Marked(map, headline, monthFirst, timeOnly: false) is { } marked) return (Written(marked), "text");
        if (Visible(map, headline, monthFirst) is { } visible) return (Written(visible), "text");
        if (DateText.Find(facts.LinkedData.Modified, monthFirst) is { } changed) return (Written(changed), "json-ld");
        foreach (var name in Modified)
            if (DateText.Find(facts.Meta(name), monthFirst) is { } meta) return (Written(meta), "meta");
        return (null, null);
    }

    /// <summary>The day of publication as the page's data say it, with the text that says so.</summary>
    static (DateOnly Date, string Text, string Evidence)? Said(PageFacts facts, bool monthFirst)
    {
        if (DateText.Find(facts.LinkedData.Published, monthFirst) is { } linked) return (linked, facts.LinkedData.Published!, "json-ld");
        foreach (var name in Published)
            if (DateText.Find(facts.Meta(name), monthFirst) is { } meta) return (meta, facts.Meta(name)!, "meta");
        return null;
    }

    static bool IsNeighbour(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber) == 1;

    static DateOnly? Of(Match match)
    {
        static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);
        var month = match.Groups["n"].Success ? DateText.Month(match.Groups["n"].Value) : Number(match.Groups["m"]);
        return DateText.Of(Number(match.Groups["y"]), month, Number(match.Groups["d"]));
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
            if (SpeaksOfChange(mark.Text)) cost += 15;
            if (cost < bestCost) (best, bestCost) = (date, cost);
        }
        return best;
    }

    /// <summary>A date in a short line near the headline; else, in the first short line of the page that has one.</summary>
    static DateOnly? Visible(PageMap map, int headline, bool monthFirst)
    {
        if (Near(map, headline, monthFirst) is { } near) return near;
        for (var i = 0; i < map.Blocks.Count; i++)
            if (map.Blocks[i].Words <= 12 && At(map, i, monthFirst) is { } any) return any;
        return null;
    }

    /// <summary>A date in a short line near the headline, first below it; a line that speaks of a change counts where there is no other.</summary>
    static DateOnly? Near(PageMap map, int headline, bool monthFirst)
    {
        DateOnly? changed = null;
        for (var by = 0; headline >= 0 && by < NearHeadline; by++)
        {
            foreach (var i in (ReadOnlySpan<int>)[headline + by, by <= 4 ? headline - by : -1])
            {
                if (At(map, i, monthFirst) is not { } near) continue;
                if (!SpeaksOfChange(map.TextOf(map.Blocks[i]))) return near;
                changed ??= near;
            }
        }
        return changed;
    }

    /// <summary>The date of a short block, or that which a longer one opens with ("12 March 2022 - The ...").</summary>
    static DateOnly? At(PageMap map, int i, bool monthFirst)
    {
        const int shortLine = 25, opening = 20;
        if (i < 0 || i >= map.Blocks.Count) return null;
        var text = map.TextOf(map.Blocks[i]);
        return map.Blocks[i].Words <= shortLine ? DateText.Find(text.ToString(), monthFirst)
            : char.IsAsciiDigit(text[0]) ? DateText.Find(text[..Math.Min(opening, text.Length)].ToString(), monthFirst) : null;
    }

    static bool SpeaksOfChange(ReadOnlySpan<char> text) =>
        text.Contains("pdated", StringComparison.Ordinal) || text.Contains("ktualisiert", StringComparison.Ordinal) || text.Contains("odified", StringComparison.Ordinal)
        || text.Contains("nderung", StringComparison.Ordinal) || text.Contains("actualiz", StringComparison.OrdinalIgnoreCase) || text.Contains("mis à jour", StringComparison.OrdinalIgnoreCase);
}
