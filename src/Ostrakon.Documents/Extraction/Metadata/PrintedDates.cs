using Ostrakon.Documents.Extraction.Blocks;
using Ostrakon.Documents.Extraction.Judging;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Extraction.Metadata;

/// <summary>A date that readers see on the page. Immutable.</summary>
/// <param name="Date">The date.</param>
/// <param name="Block">The block that it stands in.</param>
/// <param name="Offset">How many blocks below the headline that is.</param>
/// <param name="Cost">How far it is from being the day of publication; the least wins.</param>
/// <param name="Marked">Whether the page's code calls it a date.</param>
/// <param name="Explicit">Whether a time element or a vocabulary does so.</param>
/// <param name="Changed">Whether its words say that it is the date of a change.</param>
/// <param name="Aside">Whether it stands in comments, menus, or among other articles.</param>
sealed record PrintedDate(WrittenDate Date, int Block, int Offset, int Cost, bool Marked, bool Explicit, bool Changed, bool Aside)
{
    /// <summary>Above the cost of any date that stands where the dates of articles stand.</summary>
    public const int CostOfChange = 15, CostOfAside = 20;
}

/// <summary>Finds the dates that a page prints: first those of its head, where readers look for them. Stateless.</summary>
static class PrintedDates
{
    const int Above = 4, Below = 12, ShortLine = 12, LongLine = 25, Opening = 24;

    static readonly Dictionary<string, string[]> Labels = Resources.Lines("Extraction/Metadata/date-labels.tsv").Select(static line => line.Split('\t'))
        .ToDictionary(static row => row[0], static row => row[1].Split('|'));

    /// <summary>The dates around the headline, best first; none where the page has no headline.</summary>
    public static List<PrintedDate> OfHead(PageView view, DateHabit habit)
    {
        var found = new List<PrintedDate>();
        var headline = view.TitleBlock;
        if (headline < 0) return found;
        foreach (var mark in view.Map.Facts.Marks)
            if (IsInHead(mark.Block, view) && Of(mark, habit) is { } date) Add(date, mark.Block, mark.Text, mark);
        for (var i = Math.Max(0, headline - Above); i < view.Map.Blocks.Count && i <= headline + Below; i++)
            if (InLine(view.Map, i, habit) is { } date) Add(date, i, view.Map.TextOf(view.Map.Blocks[i]), null);
        return [.. found.OrderBy(static d => d.Cost)];

        void Add(WrittenDate date, int block, ReadOnlySpan<char> text, Mark? mark)
        {
            var words = view.Map.Blocks[block].Words;
            var line = words <= ShortLine ? view.Map.TextOf(view.Map.Blocks[block]) : text;
            var offset = block - headline;
            var changed = Says("changed", words <= 8 ? line : text);
            var aside = IsAside(view, block, offset);
            var cost = (offset >= 0 ? offset : 1 - 3 * offset) + (changed ? PrintedDate.CostOfChange : 0) + (aside ? PrintedDate.CostOfAside : 0);
            if (mark is not null) cost -= mark.Explicit ? 3 : 2;
            else if (words > ShortLine && date.Start > 2) cost += 3;
            if (words <= ShortLine && !changed && Says("published", line)) cost -= 3;
            found.Add(new PrintedDate(date, block, offset, cost, mark is not null, mark?.Explicit == true, changed, aside));
        }
    }

    /// <summary>A date of the rest of the page: in a line below the headline that says "published", else the mark that stands nearest to the headline, else in a short line.</summary>
    public static PrintedDate? Elsewhere(PageView view, DateHabit habit)
    {
        for (var i = Math.Max(0, view.TitleBlock); i < view.Map.Blocks.Count; i++)
            if (LabelledAsPublished(view.Map.TextOf(view.Map.Blocks[i]), habit) is { } date && !view.InComments(view.Map.Blocks[i].Area)) return Far(date, i, marked: false);
        var marked = view.Map.Facts.Marks.Where(m => m.Block < view.Map.Blocks.Count).Select(m => (Mark: m, Date: Of(m, habit))).Where(static m => m.Date is not null)
            .Select(m => (m.Mark, Date: m.Date!.Value, Cost: Distance(m.Mark) + (IsAside(view, m.Mark.Block, -1) ? PrintedDate.CostOfAside : 0) + (Says("changed", m.Mark.Text) ? PrintedDate.CostOfChange : 0)))
            .OrderByDescending(static m => m.Mark.Explicit).ThenBy(static m => m.Cost).ToList();
        if (marked.Count > 0) return Far(marked[0].Date, marked[0].Mark.Block, marked: true, marked[0].Mark.Explicit);
        for (var i = 0; i < view.Map.Blocks.Count; i++)
            if (view.Map.Blocks[i].Words <= ShortLine && DateText.First(view.Map.TextOf(view.Map.Blocks[i]), habit) is { } any) return Far(any, i, marked: false);
        return null;

        int Distance(Mark mark) => view.TitleBlock < 0 ? mark.Block : mark.Block >= view.TitleBlock ? mark.Block - view.TitleBlock : 3 * (view.TitleBlock - mark.Block) + 10;
        PrintedDate Far(WrittenDate date, int block, bool marked, bool explicitly = false) => new(date, block, block - view.TitleBlock, int.MaxValue, marked, explicitly, Changed: false, Aside: true);
    }

    static bool IsInHead(int block, PageView view) => block >= view.TitleBlock - Above && block <= view.TitleBlock + Below && block < view.Map.Blocks.Count;

    /// <summary>The date of a mark as readers see it; its machine-readable value where they see none, or where it settles which way round the figures are.</summary>
    static WrittenDate? Of(Mark mark, DateHabit habit)
    {
        if ((mark.Role & AreaRoles.Date) == 0) return null;
        var (seen, value) = (DateText.First(mark.Text, habit), DateReader.OfValue(mark.Value, habit));
        return seen is null || seen.Value.Other is { } other && other == value?.Day ? value : seen;
    }

    /// <summary>The date of a line, or that which a paragraph opens with ("12 March 2022 - The ...").</summary>
    static WrittenDate? InLine(PageMap map, int block, DateHabit habit)
    {
        var text = map.TextOf(map.Blocks[block]);
        return map.Blocks[block].Words <= LongLine ? DateText.First(text, habit) : char.IsDigit(text[0]) && DateText.First(text[..Math.Min(Opening, text.Length)], habit) is { Start: 0 } date ? date : null;
    }

    /// <summary>The date right behind the word "published" in a text, whatever dates stand before it.</summary>
    static WrittenDate? LabelledAsPublished(ReadOnlySpan<char> text, DateHabit habit)
    {
        const int reach = 40, gap = 6;
        if (!text.ContainsAnyInRange('0', '9')) return null;
        foreach (var label in Labels["published"])
        {
            var at = text.IndexOf(label, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || at > 0 && char.IsLetter(text[at - 1])) continue;
            var end = at + label.Length;
            while (end < text.Length && char.IsLetter(text[end])) end++;  // "Publicado", "veröffentlichte"
            if (DateText.First(text[end..Math.Min(end + reach, text.Length)], habit) is { } date && date.Start <= gap) return date;
        }
        return null;
    }

    static bool Says(string kind, ReadOnlySpan<char> text)
    {
        foreach (var label in Labels[kind])
            if (text.Contains(label, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Whether a block stands in comments, menus or a footer; or, unless it is right below the headline, in a list of other articles.</summary>
    static bool IsAside(PageView view, int block, int offset)
    {
        const int near = 4, rightBelow = 3;
        var area = view.Map.Blocks[block].Area;
        return view.InClutter(area) || offset is not (>= 0 and <= rightBelow) && (view.RoleDistance(area, AreaRoles.Related) < near || view.RoleDistance(area, AreaRoles.Comment) < near
            || view.RoleDistance(area, AreaRoles.Side) < near - 1 || view.RoleDistance(area, AreaRoles.Teaser) < near - 1);
    }
}
