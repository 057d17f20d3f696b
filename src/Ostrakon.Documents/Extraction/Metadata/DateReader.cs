using System.Globalization;
using System.Text.RegularExpressions;
using Ostrakon.Documents.Extraction.Judging;

namespace Ostrakon.Documents.Extraction.Metadata;

/// <summary>
/// When the article was published, and how that is known. The page's data are believed first; what readers see beside the headline settles the day where
/// the data name a moment without its zone, differ among themselves, or contradict a date that the page's code marks as such. Stateless.
/// </summary>
static partial class DateReader
{
    const int RightBelow = 4, RightAbove = -2, ShortLine = 12;

    [GeneratedRegex(@"/(?<y>(?:19|20)\d\d)[/-](?:(?<m>[01]?\d)|(?<n>\p{L}{3,9}))[/-](?<d>[0-3]?\d)(?:[/-]|$)|[/-](?<y>20\d\d)(?<m>[01]\d)(?<d>[0-3]\d)(?:[/-]|\.|$)|(?<!\d)(?<y>20\d\d)-(?<m>[01]\d)-(?<d>[0-3]\d)(?!\d)|[/_-](?<d>[0-3]\d)-(?<m>[01]\d)-(?<y>20\d\d)(?:[/.]|$)")]
    private static partial Regex InAddress { get; }

    /// <summary>A moment in UTC, or in no zone that is named: the reader's day may be the one before or after.</summary>
    [GeneratedRegex(@"\dT\d\d:?\d\d[\d:.]*\s?(?:Z|UTC|GMT|\+00:?00)?$|(?<![+\-:\d])\d\d:\d\d(?::\d\d)?\s?(?:Z|UTC|GMT|\+00:?00)?$")]
    private static partial Regex WithoutZone { get; }

    /// <summary>A whole hour late in the evening in UTC: midnight in Central and Eastern Europe, as systems write a day without a time.</summary>
    [GeneratedRegex(@"T2[123]:00(?::00(?:\.0+)?)?\s?(?:Z|\+00:?00)$")]
    private static partial Regex MidnightInTheEast { get; }

    static readonly string[] Published =
    [
        "article:published_time", "datePublished", "og:published_time", "article:published", "og:article:published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
        "dc.date.created", "dcterms.date", "dc.date", "dc.terms.created", "citation_publication_date", "citation_date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "date_published", "published_time",
        "cXenseParse:recs:publishtime", "cXenseParse:publishtime", "article.published", "article.created", "article_date_original", "created", "rnews:datePublished", "dateCreated", "date", "ptime", "pdate", "originalpublicationdate", "bt:pubdate", "vr:published_time", "shareaholic:article_published_time", "iso-8601-publish-date",
    ];

    static readonly string[] Modified = ["article:modified_time", "dateModified", "og:updated_time", "lastmod", "last-modified", "dcterms.modified", "dc.date.modified", "revised", "modified"];

    /// <summary>What the page's data say of a day. Immutable.</summary>
    readonly record struct Statement(DateOnly Day, string Text, string Evidence);

    /// <summary>The day, ISO 8601, and its evidence: json-ld, meta, time, url, text; nulls where the page does not say.</summary>
    /// <param name="view">The page.</param>
    /// <param name="url">The page's address.</param>
    /// <param name="language">Its language, for dates in figures and the names of months.</param>
    public static (string? Date, string? Evidence) Read(PageView view, string? url, string? language)
    {
        var facts = view.Map.Facts;
        var habit = new DateHabit(language);
        var published = Statements(facts.LinkedData.Published, Published, facts, habit);
        var changed = Statements(facts.LinkedData.Modified, Modified, facts, habit);
        var address = OfAddress(url ?? facts.Canonical ?? facts.Meta("og:url"));
        var head = PrintedDates.OfHead(view, habit);
        var known = published.Concat(changed).Select(static s => s.Day).Concat(address is { } a ? [a] : []).ToHashSet();
        DateOnly Day(PrintedDate printed) => printed.Date.Other is { } other && !known.Contains(printed.Date.Day) && known.Contains(other) ? other : printed.Date.Day;

        if (published.Count > 0)
        {
            var said = published[0];
            if (head.Count > 0 && Day(head[0]) == said.Day) return Written(said.Day, said.Evidence);
            if (WithoutZone.IsMatch(said.Text))
            {
                // The day that readers see is that of the place of publication; a moment in UTC may fall on its neighbour.
                if (head.Find(d => view.Map.Blocks[d.Block].Words <= ShortLine && IsNeighbour(Day(d), said.Day)) is { } seen) return Written(Day(seen), "text");
                if (address is { } near && IsNeighbour(near, said.Day)) return Written(near, "url");
            }
            if (head.Count > 0 && head[0] is { Changed: false, Aside: false } best)
            {
                var day = Day(best);
                if (published.FindIndex(s => s.Day == day) is var agreed and > 0) return Written(day, published[agreed].Evidence);
                var zones = IsNeighbour(day, said.Day) && said.Text.Contains(':', StringComparison.Ordinal);
                if (best.Marked && best.Offset is >= RightAbove and <= RightBelow && view.Map.Blocks[best.Block].Words <= ShortLine && !zones && !changed.Exists(s => s.Day == day)) return Printed(best);
            }
            return Written(said.Day, said.Evidence);
        }
        var own = head.Where(static d => !d.Aside).ToList();
        if (own.Find(static d => d is { Explicit: true, Changed: false }) is { Cost: < 10 }) return Printed(own[0]);
        if (address is { } inAddress) return Written(inAddress, "url");
        if ((own.FirstOrDefault() ?? PrintedDates.Elsewhere(view, habit) ?? head.FirstOrDefault()) is { } shown) return Printed(shown);
        return changed.Count > 0 ? Written(changed[0].Day, changed[0].Evidence) : (null, null);

        (string?, string?) Printed(PrintedDate date) => Written(Day(date), date.Explicit ? "time" : "text");
    }

    static (string? Date, string? Evidence) Written(DateOnly day, string evidence) => (day.ToString("yyyy-MM-dd"), evidence);

    /// <summary>What JSON-LD and the named metas say, most trustworthy first.</summary>
    static List<Statement> Statements(string? linked, string[] metas, PageFacts facts, DateHabit habit)
    {
        var all = new List<Statement>();
        if (OfValue(linked, habit) is { } day) all.Add(new(day.Day, linked!, "json-ld"));
        foreach (var name in metas)
            if (OfValue(facts.Meta(name), habit) is { } meta) all.Add(new(meta.Day, facts.Meta(name)!, "meta"));
        return all;
    }

    /// <summary>The date of a value that is written for machines.</summary>
    public static WrittenDate? OfValue(string? value, DateHabit habit)
    {
        if (value is null || DateText.First(value, habit) is not { } date) return null;
        var isNextDay = habit.Language is { } language && !language.StartsWith("en", StringComparison.OrdinalIgnoreCase) && MidnightInTheEast.IsMatch(value);
        return isNextDay ? date with { Day = date.Day.AddDays(1) } : date;
    }

    static bool IsNeighbour(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber) == 1;

    /// <summary>The day in an address. Archives put the day of their copy and the address of the page into one: the last address in it counts.</summary>
    static DateOnly? OfAddress(string? address)
    {
        if (address is null) return null;
        var inner = address.LastIndexOf("http", StringComparison.OrdinalIgnoreCase);
        if (InAddress.Match(address[Math.Max(0, inner)..]) is not { Success: true } match) return null;
        static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);
        var month = match.Groups["n"].Success ? DateWords.MonthOf(match.Groups["n"].Value, null)?.Number ?? 0 : Number(match.Groups["m"]);
        return DateText.Of(Number(match.Groups["y"]), month, Number(match.Groups["d"]));
    }
}
