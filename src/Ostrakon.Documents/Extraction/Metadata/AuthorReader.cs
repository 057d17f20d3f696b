using Ostrakon.Documents.Extraction.Blocks;

namespace Ostrakon.Documents.Extraction.Metadata;

/// <summary>Who wrote the article. Stateless.</summary>
static class AuthorReader
{
    const int MostWords = 12, LongestName = 120, NearHeadline = 14;

    /// <summary>Words that open a byline.</summary>
    static readonly string[] Openers =
    [
        "by", "written by", "posted by", "words by", "author", "authors", "story by", "published by", "reported by", "text by", "von", "ein beitrag von", "autor", "autorin",
        "geschrieben von", "veröffentlicht von", "text", "par", "publié par", "écrit par", "auteur", "por", "publicado por", "escrito por", "redacción", "di", "scritto da",
        "pubblicato da", "a cura di", "door", "geschreven door", "av", "af", "przez", "autorka", "автор", "автора", "текст",
    ];

    /// <summary>Words that are in a byline but name nobody.</summary>
    static readonly HashSet<string> Nobody = new(StringComparer.OrdinalIgnoreCase)
    {
        "admin", "administrator", "editor", "webmaster", "author", "redaktion", "redaction", "redacción", "staff", "user", "guest", "anonymous", "unknown", "contributor", "root", "test",
    };

    /// <summary>The author as printed, several joined by ", "; null where nobody is named.</summary>
    /// <param name="map">The page.</param>
    /// <param name="headline">The block of the headline; -1 where none is.</param>
    /// <param name="site">The name of the site, which is no author's.</param>
    public static string? Read(PageMap map, int headline, string? site)
    {
        var facts = map.Facts;
        string?[] said =
        [
            facts.LinkedData.Author, facts.Meta("parsely-author", "sailthru.author", "byl", "article:author_name"), facts.Meta("author", "dc.creator", "dcterms.creator", "dc.contributor", "citation_author"),
            facts.Meta("article:author", "og:author", "twitter:data1"),
        ];
        foreach (var one in said)
            if (Clean(one, site, needsCapital: false) is { } author) return author;
        return Marked(map, headline, site, explicitly: true) ?? Byline(map, headline, site) ?? Marked(map, headline, site, explicitly: false);
    }

    static string? Marked(PageMap map, int headline, string? site, bool explicitly)
    {
        var names = new List<string>();
        var first = -1;
        foreach (var mark in map.Facts.Marks)
        {
            if ((mark.Role & AreaRoles.Author) == 0 || mark.Explicit != explicitly) continue;
            if (headline >= 0 && mark.Block < headline - 6) continue;
            if (first >= 0 && Math.Abs(mark.Block - first) > 1) break;
            if (Clean(mark.Text, site, needsCapital: true) is not { } name) continue;
            first = mark.Block;
            if (!names.Any(n => n.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(n, StringComparison.OrdinalIgnoreCase))) names.Add(name);
        }
        return names.Count == 0 ? null : string.Join(", ", names.Take(6));
    }

    /// <summary>A line near the headline that opens as bylines do.</summary>
    static string? Byline(PageMap map, int headline, string? site)
    {
        for (var i = Math.Max(0, headline - 3); i < Math.Min(map.Blocks.Count, headline + NearHeadline); i++)
        {
            var text = map.TextOf(map.Blocks[i]).ToString();
            if (map.Blocks[i].Words <= 2 * MostWords && Opener(text) > 0 && Clean(text, site, needsCapital: true) is { } author) return author;
        }
        return null;
    }

    /// <summary>The length of the words that open a byline; 0 where the text opens otherwise.</summary>
    static int Opener(string text)
    {
        var longest = 0;
        foreach (var opener in Openers)
        {
            if (opener.Length <= longest || !text.StartsWith(opener, StringComparison.OrdinalIgnoreCase)) continue;
            if (text.Length > opener.Length && text[opener.Length] is ' ' or ':') longest = opener.Length;
        }
        return longest;
    }

    /// <summary>A name out of a byline; null where it names nobody.</summary>
    public static string? Clean(string? text, string? site, bool needsCapital)
    {
        if (text is null) return null;
        text = Whitespace.Collapse(text);
        if (text.Contains("://", StringComparison.Ordinal) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return null;
        for (var opener = Opener(text); opener > 0; opener = Opener(text)) text = text[opener..].TrimStart(' ', ':');
        text = text.TrimStart('@', '-', '–', '—', '|', '•', ' ');
        var end = text.AsSpan().IndexOfAny("|•·(–—<\u2022\n".AsSpan());
        if (end > 0) text = text[..end];
        end = text.IndexOf(" - ", StringComparison.Ordinal);
        if (end > 0) text = text[..end];
        var digit = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digit >= 0) text = BeforeDate(text[..digit]);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static w => !w.Contains('@', StringComparison.Ordinal)).ToList();
        text = string.Join(' ', words).Trim(' ', ',', ';', ':', '.', '/', '-', '"', '“', '”');
        if (text.Length is < 3 or > LongestName || words.Count > MostWords || Nobody.Contains(text)) return null;
        if (site is not null && string.Equals(text, site, StringComparison.OrdinalIgnoreCase)) return null;
        return needsCapital && !char.IsUpper(text[0]) && char.IsLower(text[0]) ? null : text;
    }

    /// <summary>The words before a date, without its month or weekday.</summary>
    static string BeforeDate(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 0 && (DateText.Month(words[^1].Trim(',', '.', ':')) > 0 || words[^1].Trim(',', '.', ':').ToLowerInvariant() is "on" or "am" or "at" or "le" or "el" or "il" or "op" or "mon" or "tue" or "wed" or "thu" or "fri" or "sat" or "sun" or "updated" or "published"
            || words[^1].EndsWith("day", StringComparison.OrdinalIgnoreCase) || words[^1].EndsWith("tag,", StringComparison.OrdinalIgnoreCase))) words.RemoveAt(words.Count - 1);
        return string.Join(' ', words);
    }
}
