using Ostrakon.Documents.Extraction.Blocks;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Extraction.Metadata;

/// <summary>Who wrote the article. Stateless.</summary>
static class AuthorReader
{
    const int MostWords = 12, LongestName = 120, NearHeadline = 14;

    static readonly Dictionary<string, string[]> Words = Resources.Lines("Extraction/Metadata/byline-words.tsv").Select(static line => line.Split('\t')).ToDictionary(static row => row[0], static row => row[1].Split('|'));
    static readonly string[] Openers = Words["opener"];
    static readonly string[] Credits = [.. Words["credit"].Select(static word => $" {word}")];
    static readonly HashSet<string> Nobody = Set("nobody"), Tails = Set("tail"), Jobs = Set("job"), DateOpeners = Set("date");

    static HashSet<string> Set(string kind) => new(Words[kind], StringComparer.OrdinalIgnoreCase);

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
        // A login, and the site itself, are authors only where no person is named.
        string? last = null;
        foreach (var one in said)
        {
            if (Clean(one, site: null, needsCapital: false) is not { } author) continue;
            if (!IsSite(author, site) && !IsLogin(author)) return author;
            if (last is null || IsSite(last, site)) last = author;
        }
        return Marked(map, headline, site, explicitly: true) ?? Byline(map, headline, site) ?? Marked(map, headline, site, explicitly: false) ?? Labelled(map, headline, site)
            ?? last ?? Marked(map, headline, site, explicitly: true, needsCapital: false) ?? Marked(map, headline, site, explicitly: false, needsCapital: false);
    }

    static bool IsSite(string name, string? site) => site is not null && string.Equals(name, site, StringComparison.OrdinalIgnoreCase);

    /// <summary>One word in small letters or with signs inside ("jdoe", "jane.doe"), as content systems call their users.</summary>
    static bool IsLogin(string name) => !name.Contains(' ', StringComparison.Ordinal) && (char.IsAsciiLetterLower(name[0]) || name.Any(static c => !char.IsLetter(c)));

    static string? Marked(PageMap map, int headline, string? site, bool explicitly, bool needsCapital = true)
    {
        var names = new List<string>();
        var first = -1;
        foreach (var mark in map.Facts.Marks)
        {
            if ((mark.Role & AreaRoles.Author) == 0 || mark.Explicit != explicitly) continue;
            if (headline >= 0 && mark.Block < headline - 6 || InComments(map, mark.Block)) continue;
            if (first >= 0 && Math.Abs(mark.Block - first) > 1) break;
            if (Clean(mark.Text, site, needsCapital) is not { } name) continue;
            first = mark.Block;
            if (!names.Any(n => n.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(n, StringComparison.OrdinalIgnoreCase))) names.Add(name);
        }
        return names.Count == 0 ? null : string.Join(", ", names.Take(6));
    }

    /// <summary>Readers and the form that they fill in have names too.</summary>
    static bool InComments(PageMap map, int block)
    {
        for (var a = block < map.Blocks.Count ? map.Blocks[block].Area : -1; a >= 0; a = map.Areas[a].Parent)
            if ((map.Areas[a].Roles & (AreaRoles.Comment | AreaRoles.Form)) != 0 && map.Areas[a].EndBlock - map.Areas[a].FirstBlock < map.Blocks.Count / 2) return true;
        return false;
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

    /// <summary>A short line below the headline that is labelled as naming the author ("Text: ...", "Autor: ..."), as some have it at their end.</summary>
    static string? Labelled(PageMap map, int headline, string? site)
    {
        for (var i = Math.Max(0, headline); i < map.Blocks.Count; i++)
        {
            if (map.Blocks[i].Words > MostWords) continue;
            var text = map.TextOf(map.Blocks[i]).ToString();
            if (Opener(text) is var opener and > 0 && opener < text.Length && text[opener] == ':' && Clean(text, site, needsCapital: true) is { } author && author.Contains(' ', StringComparison.Ordinal)) return author;
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

    static bool HasJob(string text) => text.Split(' ').Any(static word => Jobs.Contains(word.Trim(',', '.', ';')));

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
        foreach (var credit in Credits)
        {
            end = text.IndexOf(credit, StringComparison.OrdinalIgnoreCase);
            if (end > 2) text = text[..end];
        }
        var digit = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digit >= 0) text = BeforeDate(text[..digit]);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static w => !w.Contains('@', StringComparison.Ordinal)).ToList();
        while (words.Count > 1 && Tails.Contains(words[^1].Trim(',', ':', '.'))) words.RemoveAt(words.Count - 1);
        text = string.Join(' ', words);
        if (text.IndexOf(',', StringComparison.Ordinal) is var comma and > 0 && text[..comma].Contains(' ', StringComparison.Ordinal) && HasJob(text[comma..])) text = text[..comma];
        text = text.Trim(' ', ',', ';', ':', '.', '/', '-', '"', '“', '”');
        if (text.Length is < 3 or > LongestName || words.Count > MostWords || Nobody.Contains(text)) return null;
        if (IsSite(text, site)) return null;
        return needsCapital && !char.IsUpper(text[0]) && char.IsLower(text[0]) ? null : text;
    }

    /// <summary>The words before a date, without its month or weekday.</summary>
    static string BeforeDate(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 0 && IsOfDate(words[^1].Trim(',', '.', ':'))) words.RemoveAt(words.Count - 1);
        return string.Join(' ', words);
    }

    /// <summary>Words that open a date: a month, a weekday, what joins it to the name.</summary>
    static bool IsOfDate(string word) => DateWords.MonthOf(word, null) is not null || DateWords.IsWeekday(word) || DateOpeners.Contains(word);
}
