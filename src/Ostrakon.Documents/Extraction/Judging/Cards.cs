using Ostrakon.Documents.Extraction.Blocks;

namespace Ostrakon.Documents.Extraction.Judging;

/// <summary>
/// The cards of a page: boxes of one make that stand side by side, at least three, as lists of other articles have them (and some articles their parts).
/// What a whole list looks like tells what one of its cards does not: a summary reads like an article's first paragraph. For one page.
/// </summary>
sealed class Cards
{
    const int Fewest = 3, LinkWords = 3;

    /// <summary>Elements whose text is one block by nature: paragraphs side by side are no cards.</summary>
    static bool IsPlain(string name) => name is "p" or "tr" or "td" or "th" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote" or "pre" or "dt" or "dd" or "tbody" or "figcaption";

    /// <summary>Cards of one make under one parent.</summary>
    sealed class Row
    {
        public int Count, Linked, Blocks;
        public float Words, Links, Mass, Kept;
    }

    readonly Row?[] rows;
    readonly int[] card;
    readonly float pageMass;

    /// <summary>Finds the cards.</summary>
    /// <param name="map">The page.</param>
    /// <param name="words">Per area the words in it.</param>
    /// <param name="links">Per area the words in links.</param>
    /// <param name="mass">Per area the running text.</param>
    /// <param name="pageMass">That of the page.</param>
    public Cards(PageMap map, int[] words, float[] links, float[] mass, float pageMass)
    {
        this.pageMass = pageMass;
        var areas = map.Areas;
        (rows, card) = (new Row?[areas.Count], new int[areas.Count]);
        var byMake = new Dictionary<(int Parent, int Template), Row>();
        for (var a = 0; a < areas.Count; a++)
        {
            var area = areas[a];
            if (area.Parent < 0 || words[a] == 0 || IsPlain(area.Name)) continue;
            if (!byMake.TryGetValue((area.Parent, area.Template), out var row)) byMake.Add((area.Parent, area.Template), row = new Row());
            rows[a] = row;
            row.Count++;
            row.Blocks += area.EndBlock - area.FirstBlock;
            row.Words += words[a];
            row.Links += links[a];
            row.Mass += mass[a];
            if (HasLink(map, area)) row.Linked++;
        }
        for (var a = 0; a < areas.Count; a++)
            card[a] = rows[a] is { Count: >= Fewest } ? a : areas[a].Parent >= 0 ? card[areas[a].Parent] : -1;
    }

    /// <summary>Whether one of the first blocks of an area is a link of some words, or opens with one.</summary>
    static bool HasLink(PageMap map, PageArea area)
    {
        const int looked = 4;
        for (var i = area.FirstBlock; i < Math.Min(area.EndBlock, area.FirstBlock + looked); i++)
            if (map.Blocks[i] is var block && block.Words >= LinkWords && (5 * block.LinkChars > 4 * block.Length || block.OpensWithLink)) return true;
        return false;
    }

    /// <summary>Takes what the first judgement says of the blocks.</summary>
    /// <param name="map">The page.</param>
    /// <param name="kept">Per block the words that it keeps.</param>
    public void Judge(PageMap map, Func<int, float> kept)
    {
        foreach (var row in rows)
            if (row is not null) row.Kept = 0;
        for (var i = 0; i < map.Blocks.Count; i++)
            if (RowOf(map.Blocks[i].Area) is { } row) row.Kept += kept(i);
    }

    Row? RowOf(int area) => card[area] is var c and >= 0 ? rows[c] : null;

    /// <summary>How many cards of the make the nearest card around an area has beside it; 0 where it is in none.</summary>
    public float Count(int area) => RowOf(area)?.Count ?? 0;
    /// <summary>The share of them that have a link at their head.</summary>
    public float Linked(int area) => RowOf(area) is { } row ? (float)row.Linked / row.Count : -1;
    /// <summary>Words of one of them, on average.</summary>
    public float Words(int area) => RowOf(area) is { } row ? row.Words / row.Count : -1;
    /// <summary>Blocks of one of them, on average.</summary>
    public float Blocks(int area) => RowOf(area) is { } row ? (float)row.Blocks / row.Count : -1;
    /// <summary>The share of their words that are links.</summary>
    public float Links(int area) => RowOf(area) is { } row ? row.Links / row.Words : -1;
    /// <summary>The mean first judgement of their words.</summary>
    public float First(int area) => RowOf(area) is { } row ? row.Kept / row.Words : -1;
    /// <summary>The share of the page's running text that they hold together.</summary>
    public float Mass(int area) => RowOf(area) is { } row && pageMass > 0 ? row.Mass / pageMass : -1;
}
