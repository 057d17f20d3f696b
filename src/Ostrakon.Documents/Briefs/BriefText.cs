using System.Text;
using Ostrakon.Documents.Events;
using Ostrakon.Documents.Mentions;
using Ostrakon.Index;

namespace Ostrakon.Documents.Briefs;

/// <summary>The brief as a page of plain text: listed parties first, then what happened and what is only planned, threatened, alleged
/// or denied, then who deals with whom, then what was left out. Pure.</summary>
public static class BriefText
{
    /// <summary>The page, ended by a line feed.</summary>
    public static string Page(Brief brief, Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(snapshot);
        var page = new StringBuilder();
        var view = new BriefView(brief);
        page.Append(brief.Article.Title ?? "(no title)").Append('\n');
        page.Append(string.Join(" · ", view.Facts)).Append('\n');
        Listed(page, view);
        foreach (var (heading, events) in view.EventGroups)
        {
            page.Append('\n').Append(heading).Append('\n');
            foreach (var e in events) WriteEvent(page, view, e);
        }
        Exposures(page, view);
        Parties(page, view);
        Dropped(page, brief);
        if (snapshot.Demonstration) page.Append("\nDemonstration: only the built-in starter list was asked. Load the real lists with: ostrakon lists import\n");
        return page.ToString();
    }

    static void Listed(StringBuilder page, BriefView view)
    {
        page.Append("\nWHO IS LISTED\n");
        if (view.Listed.Count == 0) page.Append("  Nobody in this document agrees with a listed party.\n");
        foreach (var (party, listings) in view.Listed)
        {
            page.Append($"  {party.Name} ({Words.Of(party.Kind)}, named {party.Mentions.Length} times)\n");
            foreach (var listing in listings)
            {
                page.Append($"    {Words.Of(listing.Tier).ToUpperInvariant(),-10} {listing.Where}\n");
                page.Append($"               {listing.Why}\n");
                if (listing.Reason is { } reason) page.Append($"               Listed because: {reason}\n");
            }
        }
    }

    static void WriteEvent(StringBuilder page, BriefView view, Event e)
    {
        page.Append($"  {view.Sentence(e)}\n");
        foreach (var evidence in e.Evidence) page.Append($"      \"{evidence.Text}\"\n");
    }

    static void Exposures(StringBuilder page, BriefView view)
    {
        if (view.Brief.Exposure.IsEmpty) return;
        page.Append("\nWHO DEALS WITH A LISTED PARTY\n");
        foreach (var e in view.Brief.Exposure)
            page.Append($"  {view.NameOf(e.Party)} with {view.NameOf(e.To)} ({e.List}), {e.Via}: \"{e.Sentence}\"\n");
    }

    static void Parties(StringBuilder page, BriefView view)
    {
        page.Append("\nALL PARTIES\n");
        foreach (var group in view.Brief.Parties.GroupBy(p => p.Kind).OrderBy(g => g.Key))
            page.Append($"  {Words.Of(group.Key)}: {string.Join(", ", group.Select(p => p.Mentions.Length > 1 ? $"{p.Name} ({p.Mentions.Length})" : p.Name))}\n");
    }

    static void Dropped(StringBuilder page, Brief brief)
    {
        if (brief.Article.Dropped.IsEmpty) return;
        page.Append("\nLEFT OUT AS CLUTTER\n");
        foreach (var group in brief.Article.Dropped.GroupBy(d => d.Reason))
            page.Append($"  {group.Key}: {string.Join(" / ", group.Select(d => Cut(d.Text)))}\n");
    }

    static string Cut(string text) => text.Length <= 80 ? text : $"{text.AsSpan(0, text.LastIndexOf(' ', 76) is > 40 and var at ? at : 76)} ...";
}
