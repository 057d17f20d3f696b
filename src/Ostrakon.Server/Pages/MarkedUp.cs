using System.Net;
using System.Text;
using Microsoft.AspNetCore.Html;
using Ostrakon.Documents.Briefs;
using Ostrakon.Documents.Mentions;

namespace Ostrakon.Server.Pages;

/// <summary>
/// The clean text with its mentions coloured and its evidence reachable: every event's sentence has an anchor, and every piece of it knows its
/// events, so that a script can light them up. Everything from the document is escaped. Pure.
/// </summary>
static class MarkedUp
{
    public static HtmlString Title(Brief brief) => Of(brief, brief.Article.Title ?? "", title: true);

    public static HtmlString Text(Brief brief) => Of(brief, brief.Article.Text, title: false);

    static HtmlString Of(Brief brief, string text, bool title)
    {
        var mentions = Outermost(brief, title);
        var evidence = title ? [] : brief.Events.SelectMany(static e => e.Evidence.Select(s => (e.Id, s.Start, s.End))).ToList();
        var cuts = new SortedSet<int> { 0, text.Length };
        foreach (var (_, start, end) in evidence) { cuts.Add(start); cuts.Add(end); }
        foreach (var (_, m) in mentions) { cuts.Add(m.Start); cuts.Add(m.End); }
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1)) { cuts.Add(at); cuts.Add(at + 1); }
        var html = new StringBuilder(text.Length * 2).Append(title ? "" : "<p>");
        var anchored = new HashSet<string>(StringComparer.Ordinal);
        int[] edges = [.. cuts.Where(c => c >= 0 && c <= text.Length)];
        var next = 0;
        for (var i = 0; i + 1 < edges.Length; i++)
        {
            var (from, to) = (edges[i], edges[i + 1]);
            if (text[from] == '\n')
            {
                html.Append("</p>\n<p>");
                continue;
            }
            foreach (var (id, start, _) in evidence.Where(e => e.Start == from))
                if (anchored.Add(id)) html.Append($"<a class=\"anchor\" id=\"{id}-text\"></a>");
            var events = string.Join(' ', evidence.Where(e => e.Start <= from && to <= e.End).Select(static e => e.Id).Distinct());
            while (next < mentions.Count && mentions[next].Mention.End <= from) next++;
            var inside = next < mentions.Count && mentions[next].Mention.Start <= from ? mentions[next] : default;
            if (events.Length > 0) html.Append($"<span class=\"said\" data-events=\"{events}\">");
            if (inside.Party is { } party)
            {
                var tier = party.Listings.IsEmpty ? "" : $" {PageWords.Tier(party.Listings.Min(static l => l.Tier))}";
                var kind = party.Kind.ToString().ToLowerInvariant();
                html.Append($"<a class=\"mention {kind}{tier}\" href=\"#{party.Id}\" title=\"{Escape(party.Name)}, {kind}\">{Escape(text[from..to])}</a>");
            }
            else html.Append(Escape(text[from..to]));
            if (events.Length > 0) html.Append("</span>");
        }
        return new(html.Append(title ? "" : "</p>").ToString());
    }

    /// <summary>Mentions in text order; of those inside each other the outer one.</summary>
    static List<(DocumentParty Party, Mention Mention)> Outermost(Brief brief, bool title)
    {
        var kept = new List<(DocumentParty Party, Mention Mention)>();
        foreach (var m in brief.Parties.SelectMany(p => p.Mentions.Where(m => m.InTitle == title).Select(m => (Party: p, Mention: m)))
                     .OrderBy(static m => m.Mention.Start).ThenByDescending(static m => m.Mention.End))
            if (kept.Count == 0 || m.Mention.Start >= kept[^1].Mention.End) kept.Add(m);
        return kept;
    }

    static string Escape(string text) => WebUtility.HtmlEncode(text);
}
