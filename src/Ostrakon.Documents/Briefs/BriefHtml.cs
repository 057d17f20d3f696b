using System.Net;
using System.Text;
using Ostrakon.Documents.Mentions;
using Ostrakon.Documents.Text;
using Ostrakon.Index;

namespace Ostrakon.Documents.Briefs;

/// <summary>The brief as one self-contained HTML file: no script, nothing fetched from elsewhere, light and dark, made to be printed.
/// Everything that comes from the document or the lists is escaped. Pure.</summary>
public static class BriefHtml
{
    static readonly Lazy<string> Style = new(() =>
    {
        using var reader = new StreamReader(Resources.Open("Briefs/brief.css.txt"));
        return reader.ReadToEnd();
    });

    /// <summary>The whole file.</summary>
    public static string Page(Brief brief, Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(snapshot);
        var view = new BriefView(brief);
        var page = new StringBuilder();
        var title = Escape(brief.Article.Title ?? "Brief");
        page.Append($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
            .Append($"<title>{title}</title>\n<style>\n{Style.Value}</style></head>\n<body>\n");
        if (snapshot.Demonstration) page.Append("<p class=\"demo\">Demonstration: only the built-in starter list was asked. Load the real lists with <code>ostrakon lists import</code>.</p>\n");
        page.Append($"<header><h1>{Highlighted(brief, true)}</h1><p class=\"facts\">{string.Join(" · ", view.Facts.Select(Escape))}</p></header>\n");
        Listed(page, view);
        foreach (var (heading, events) in view.EventGroups)
        {
            page.Append($"<section><h2>{Sentence(heading)}</h2><ul>\n");
            foreach (var e in events)
                page.Append($"<li id=\"{Escape(e.Id)}\"><b>{Escape(view.Sentence(e))}</b>{string.Concat(e.Evidence.Select(s => $"<blockquote>{Escape(s.Text)}</blockquote>"))}</li>\n");
            page.Append("</ul></section>\n");
        }
        Exposures(page, view);
        page.Append($"<section><h2>The document</h2>\n<div class=\"text\">{Highlighted(brief, false)}</div></section>\n");
        Dropped(page, brief);
        page.Append($"<footer>{Escape(brief.DocumentId)} · {string.Join(" · ", snapshot.Lists.Select(l => Escape($"{l.List} {l.Version}")))}</footer>\n</body></html>\n");
        return page.ToString();
    }

    static void Listed(StringBuilder page, BriefView view)
    {
        page.Append("<section><h2>Who is listed</h2>\n");
        if (view.Listed.Count == 0) page.Append("<p>Nobody in this document agrees with a listed party.</p>\n");
        foreach (var (party, listings) in view.Listed)
        {
            page.Append($"<article><h3>{Escape(party.Name)} <small>{Words.Of(party.Kind)}, named {party.Mentions.Length} times</small></h3><ul>\n");
            foreach (var line in listings)
                page.Append($"<li><span class=\"tier {Words.Of(line.Tier)}\">{Words.Of(line.Tier)}</span> {Escape(line.Where)}<br>{Escape(line.Why)}")
                    .Append(line.Reason is { } reason ? $"<br><i>Listed because: {Escape(reason)}</i></li>\n" : "</li>\n");
            page.Append("</ul></article>\n");
        }
        page.Append("</section>\n");
    }

    static void Exposures(StringBuilder page, BriefView view)
    {
        if (view.Brief.Exposure.IsEmpty) return;
        page.Append("<section><h2>Who deals with a listed party</h2><ul>\n");
        foreach (var e in view.Brief.Exposure)
            page.Append($"<li><b>{Escape(view.NameOf(e.Party))}</b> with <b>{Escape(view.NameOf(e.To))}</b> ({Escape(e.List)}), <a href=\"#{Escape(e.Via)}\">{Escape(e.Via)}</a>")
                .Append($"<blockquote>{Escape(e.Sentence)}</blockquote></li>\n");
        page.Append("</ul></section>\n");
    }

    static void Dropped(StringBuilder page, Brief brief)
    {
        if (brief.Article.Dropped.IsEmpty) return;
        page.Append("<section><h2>Left out as clutter</h2><ul class=\"dropped\">\n");
        foreach (var block in brief.Article.Dropped) page.Append($"<li>{Escape(block.Reason)}: {Escape(block.Text)}</li>\n");
        page.Append("</ul></section>\n");
    }

    /// <summary>The title or the text with its mentions marked; of mentions inside each other the outer one.</summary>
    static string Highlighted(Brief brief, bool title)
    {
        var text = (title ? brief.Article.Title : brief.Article.Text) ?? "";
        var marks = brief.Parties.SelectMany(p => p.Mentions.Where(m => m.InTitle == title).Select(m => (Party: p, Mention: m)))
            .OrderBy(m => m.Mention.Start).ThenByDescending(m => m.Mention.End);
        var html = new StringBuilder(text.Length * 2);
        var at = 0;
        foreach (var (party, mention) in marks)
        {
            if (mention.Start < at) continue;
            html.Append(Escape(text[at..mention.Start]));
            var tier = party.Listings.IsEmpty ? "" : $" {Words.Of(party.Listings.Min(l => l.Tier))}";
            html.Append($"<mark class=\"{Words.Of(party.Kind)}{tier}\" title=\"{Escape(party.Name)} ({Words.Of(party.Kind)})\">{Escape(mention.Text)}</mark>");
            at = mention.End;
        }
        html.Append(Escape(text[at..]));
        return title ? html.ToString() : $"<p>{html.ToString().ReplaceLineEndings("</p>\n<p>")}</p>";
    }

    static string Sentence(string heading) => heading[0] + heading[1..].ToLowerInvariant();

    static string Escape(string text) => WebUtility.HtmlEncode(text);
}
