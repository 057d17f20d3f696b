using System.Runtime.CompilerServices;
using Ostrakon.Documents.Extraction.Blocks;

namespace Ostrakon.Documents.Extraction.Judging;

/// <summary>A block of a page as the features see it; moved from block to block. For one thread.</summary>
sealed class BlockView(PageView page)
{
    public PageView Page => page;
    public int Index { get; private set; }
    public TextBlock Block { get; private set; } = null!;
    public int Area { get; private set; }
    public ref readonly TextShape Shape => ref page.Shapes[Index];

    public void MoveTo(int index)
    {
        Index = index;
        Block = page.Map.Blocks[index];
        Area = Block.Area;
    }

    public float Links => Math.Min(1f, (float)Block.LinkChars / Block.Length);
    public float Bold => Math.Min(1f, (float)Block.BoldChars / Block.Length);

    /// <summary>The area some levels above the block's own; the outermost where there are not so many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Up(int levels)
    {
        var area = Area;
        for (; levels > 0 && page.Map.Areas[area].Parent >= 0; levels--) area = page.Map.Areas[area].Parent;
        return area;
    }

    public float Role(AreaRoles role) => page.RoleDistance(Area, role);

    public float MassShare(int levels) => page.Mass > 0 ? page.AreaMass[Up(levels)] / page.Mass : 0;

    /// <summary>The share of the page's running text that the nearest area with a role holds; -1 where there is none.</summary>
    public float MassOf(AreaRoles role) => page.Nearest(Area, role) is var a and >= 0 && page.Mass > 0 ? page.AreaMass[a] / page.Mass : -1;

    /// <summary>The share that the nearest article element holds; -1 where there is none.</summary>
    public float MassOfElement(string name)
    {
        for (var a = Area; a >= 0; a = page.Map.Areas[a].Parent)
            if (page.Map.Areas[a].Name == name) return page.Mass > 0 ? page.AreaMass[a] / page.Mass : 0;
        return -1;
    }

    public float LinkShare(int levels) => Up(levels) is var a && page.AreaWords[a] > 0 ? page.AreaLinks[a] / page.AreaWords[a] : 0;

    /// <summary>Levels from the block's area up to the first one that holds the main area; 0 inside the main area.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float FromMain()
    {
        var (areas, main) = (page.Map.Areas, page.MainArea);
        var (first, end) = (areas[main].FirstBlock, areas[main].EndBlock);
        if (Index >= first && Index < end) return 0;
        var levels = 1;
        for (var a = Area; a >= 0; a = areas[a].Parent, levels++)
            if (areas[a].FirstBlock <= first && areas[a].EndBlock >= end) return levels;
        return levels;
    }

    public int Neighbour(int by) => Index + by is var i && i >= 0 && i < page.Shapes.Length ? i : -1;
    public float WordsAt(int by) => Neighbour(by) is var i and >= 0 ? page.Shapes[i].Words : -1;
    public float LinksAt(int by) => Neighbour(by) is var i and >= 0 ? Math.Min(1f, (float)page.Map.Blocks[i].LinkChars / page.Map.Blocks[i].Length) : -1;
    public float ClosedAt(int by) => Neighbour(by) is var i and >= 0 ? page.Shapes[i].Closed ? 1 : 0 : -1;
    public float TagAt(int by) => Neighbour(by) is var i and >= 0 ? (float)page.Map.Blocks[i].Tag : -1;
    /// <summary>1 where the neighbour stands in the same area, 2 where in areas of one template, 3 where they share a parent, 0 else.</summary>
    public float KinAt(int by)
    {
        if (Neighbour(by) is not (var i and >= 0)) return -1;
        var areas = page.Map.Areas;
        var other = page.Map.Blocks[i].Area;
        return other == Area ? 1 : areas[other].Template == areas[Area].Template ? 2 : areas[other].Parent == areas[Area].Parent ? 3 : 0;
    }

    // The first judgement, seen from the second.
    public float FirstAt(int by) => Neighbour(by) is var i and >= 0 ? page.First[i] : -1;

    /// <summary>The mean first judgement, by words, of an area some levels up, without the block itself.</summary>
    public float FirstIn(int levels)
    {
        var area = page.Map.Areas[Up(levels)];
        var words = page.WordsBefore[area.EndBlock] - page.WordsBefore[area.FirstBlock] - Shape.Words;
        var kept = page.KeptBefore[area.EndBlock] - page.KeptBefore[area.FirstBlock] - page.First[Index] * Shape.Words;
        return words > 0 ? kept / words : -1;
    }

    /// <summary>The share of the page's kept words that an area some levels up holds.</summary>
    public float KeptShare(int levels)
    {
        var area = page.Map.Areas[Up(levels)];
        return page.KeptBefore[^1] > 0 ? (page.KeptBefore[area.EndBlock] - page.KeptBefore[area.FirstBlock]) / page.KeptBefore[^1] : 0;
    }

    /// <summary>The share of the page's kept words that stand before the block.</summary>
    public float KeptBefore() => page.KeptBefore[^1] > 0 ? page.KeptBefore[Index] / page.KeptBefore[^1] : 0;

    /// <summary>Words to the nearest kept block of some weight, in one direction; at most 500.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float ToKept(int step)
    {
        for (var i = Index + step; i >= 0 && i < page.First.Length; i += step)
        {
            var between = step > 0 ? page.WordsBefore[i] - page.WordsBefore[Index + 1] : page.WordsBefore[Index] - page.WordsBefore[i + 1];
            if (between > 500) break;
            if (page.First[i] > 0.5f && page.Shapes[i].Words >= 15) return between;
        }
        return 500;
    }

    /// <summary>Blocks to the nearest kept block of some weight, in one direction; at most 40.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float BlocksToKept(int step)
    {
        for (int i = Index + step, n = 0; i >= 0 && i < page.First.Length && n < 40; i += step, n++)
            if (page.First[i] > 0.5f && page.Shapes[i].Words >= 15) return n;
        return 40;
    }

    /// <summary>The mean first judgement of the other blocks that stand in areas of this block's template, within 60 blocks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float FirstOfKin()
    {
        float kept = 0, words = 0;
        var template = page.Map.Areas[Area].Template;
        for (var i = Math.Max(0, Index - 60); i < Math.Min(page.First.Length, Index + 60); i++)
        {
            if (i == Index || page.Map.Areas[page.Map.Blocks[i].Area].Template != template) continue;
            kept += page.First[i] * page.Shapes[i].Words;
            words += page.Shapes[i].Words;
        }
        return words > 0 ? kept / words : -1;
    }
}
