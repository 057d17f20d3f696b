using System.Runtime.CompilerServices;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Ostrakon.Documents.Extraction.Blocks;
using Ostrakon.Documents.Extraction.Clutter;

namespace Ostrakon.Documents.Extraction.Judging;

/// <summary>All that the judge looks at on a page, counted once. Immutable once made, except for the first judgement.</summary>
sealed class PageView
{
    /// <summary>No role within reach.</summary>
    public const byte Far = 30;

    public PageMap Map { get; }
    public TextShape[] Shapes { get; }
    public string?[] Phrases { get; }
    /// <summary>The first judgement of every block, 0..1; empty until made.</summary>
    public float[] First { get; private set; } = [];
    /// <summary>The words that the first judgement keeps before each block, and one entry more for all.</summary>
    public float[] KeptBefore { get; private set; } = [];
    /// <summary>How often each block's very text stands on the page.</summary>
    public int[] Copies { get; }
    /// <summary>Per block and kind of cue word (<see cref="CueWords.Kinds"/>) the number of words.</summary>
    readonly byte[] cues;
    /// <summary>Per block the clutter reason of the heading that it stands under; null where that is no clutter or there is none.</summary>
    public string?[] Headings { get; }
    public int ArticleElements { get; }
    public float[] InLinkedBody { get; }
    public float[] InDescription { get; }
    public float[] InTitle { get; }
    public bool HasLinkedBody { get; }
    public bool HasTitleBlock => TitleBlock >= 0;
    /// <summary>The block that is the headline; -1 where none is.</summary>
    public int TitleBlock { get; }
    /// <summary>The headline, folded; null where there is none.</summary>
    public string? FoldedTitle => field ??= TitleBlock < 0 ? null : FoldedLine.Of(Map.TextOf(Map.Blocks[TitleBlock]));
    public int TotalWords { get; }
    /// <summary>Words before each block, and one entry more for all.</summary>
    public int[] WordsBefore { get; }
    /// <summary>Per area: words, words in links (by characters), running text.</summary>
    public int[] AreaWords { get; }
    public float[] AreaLinks { get; }
    public float[] AreaMass { get; }
    /// <summary>Per area: how many areas of the same template the page has.</summary>
    public int[] AreaCopies { get; }
    public float Mass { get; }
    public Cards Cards { get; }
    /// <summary>The innermost area with most of the running text.</summary>
    public int MainArea { get; }
    /// <summary>Per area and role: how many levels up it is to an area with the role, <see cref="Far"/> where none is.</summary>
    byte[] roleDistance;
    public const int Roles = 31;
    const int LongestTitle = 60;
    const int ClutterKinds = 9;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public PageView(PageMap map, IReadOnlyList<string> titles, CancellationToken cancel)
    {
        Map = map;
        var (blocks, areas) = (map.Blocks, map.Areas);
        (Shapes, Phrases, Copies) = (new TextShape[blocks.Count], new string?[blocks.Count], new int[blocks.Count]);
        (InLinkedBody, InDescription, InTitle) = (new float[blocks.Count], new float[blocks.Count], new float[blocks.Count]);
        WordsBefore = new int[blocks.Count + 1];
        (AreaWords, AreaLinks, AreaMass, AreaCopies) = (new int[areas.Count], new float[areas.Count], new float[areas.Count], new int[areas.Count]);
        var body = new WordRuns(map.Facts.LinkedData.Body);
        var description = new WordRuns(map.Facts.Meta("og:description", "description", "twitter:description") ?? map.Facts.LinkedData.Description);
        var titleRuns = new WordRuns(titles.Count > 0 ? titles[0] : null);
        TitleBlock = Headline.Find(map, titles);
        FindRoles();
        HasLinkedBody = !body.IsEmpty;
        cues = new byte[blocks.Count * CueWords.Kinds.Length];
        Headings = new string?[blocks.Count];
        ArticleElements = areas.Count(static a => a.Name == "article");
        var texts = new Dictionary<int, int>();
        var buffer = new char[1024];
        for (var i = 0; i < blocks.Count; i++)
        {
            if ((i & 255) == 0) cancel.ThrowIfCancellationRequested();
            var block = blocks[i];
            var text = map.TextOf(block);
            var shape = Shapes[i] = TextShape.Of(text);
            if (shape.Words <= 80)
            {
                if (text.Length > buffer.Length) buffer = new char[2 * text.Length];
                Phrases[i] = ClutterPhrases.Standard.Reason(FoldedLine.Of(text, buffer), shape.Closed);
            }
            CueWords.Count(text, cues.AsSpan(i * CueWords.Kinds.Length, CueWords.Kinds.Length));
            (InLinkedBody[i], InDescription[i], InTitle[i]) = WordRuns.Shares(text, body, description, titleRuns);
            if (shape.Words > LongestTitle) InTitle[i] = 0;
            var hash = string.GetHashCode(text);
            texts[hash] = texts.GetValueOrDefault(hash) + 1;
            WordsBefore[i + 1] = WordsBefore[i] + shape.Words;
            var links = Math.Min(1f, (float)block.LinkChars / block.Length);
            var mass = shape.SentenceEnds == 0 && shape.Words < 12 || InClutter(block.Area) ? 0 : Math.Max(0, shape.Words - 6) * Math.Max(0, 1 - 2 * links);
            for (var a = block.Area; a >= 0; a = areas[a].Parent)
            {
                AreaWords[a] += shape.Words;
                AreaLinks[a] += links * shape.Words;
                AreaMass[a] += mass;
            }
            Mass += mass;
        }
        TotalWords = WordsBefore[^1];
        for (var i = 0; i < blocks.Count; i++) Copies[i] = texts[string.GetHashCode(map.TextOf(blocks[i]))];
        FindHeadings();
        var templates = new Dictionary<int, int>();
        foreach (var area in areas) templates[area.Template] = templates.GetValueOrDefault(area.Template) + 1;
        for (var a = 0; a < areas.Count; a++)
        {
            AreaCopies[a] = templates[areas[a].Template];
            if (AreaMass[a] >= 0.6f * Mass) MainArea = a;
        }
        Cards = new Cards(map, AreaWords, AreaLinks, AreaMass, Mass);
    }

    /// <summary>
    /// What a page's outer boxes are called says nothing against what is in them ("has-comments", "with-sidebar"): roles that speak against an
    /// area count only where it does not hold the headline.
    /// </summary>
    [MemberNotNull(nameof(roleDistance))]
    void FindRoles()
    {
        const AreaRoles speaking = AreaRoles.Article | AreaRoles.Body | AreaRoles.Main | AreaRoles.Title;
        var areas = Map.Areas;
        roleDistance = new byte[areas.Count * Roles];
        for (var a = 0; a < areas.Count; a++)
        {
            var mine = roleDistance.AsSpan(a * Roles, Roles);
            if (areas[a].Parent < 0) mine.Fill(Far);
            else
            {
                var outer = roleDistance.AsSpan(areas[a].Parent * Roles, Roles);
                for (var r = 0; r < Roles; r++) mine[r] = (byte)Math.Min(Far, outer[r] + 1);
            }
            var holdsHeadline = TitleBlock >= areas[a].FirstBlock && TitleBlock < areas[a].EndBlock;
            for (var roles = (uint)(holdsHeadline ? areas[a].Roles & speaking : areas[a].Roles); roles != 0; roles &= roles - 1) mine[BitOperations.TrailingZeroCount(roles)] = 0;
        }
    }

    /// <summary>Whether an area lies in readers' comments, navigation, a footer or a consent dialogue.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool InClutter(int area) =>
        InComments(area) || RoleDistance(area, AreaRoles.Navigation) < 4 || RoleDistance(area, AreaRoles.Footer) < 5
        || RoleDistance(area, AreaRoles.Consent) < 5;

    /// <summary>Whether an area lies in readers' comments.</summary>
    public bool InComments(int area) => RoleDistance(area, AreaRoles.Comment) < Far;

    /// <summary>Takes the first judgement, for the second to look at.</summary>
    public void Judge(float[] first)
    {
        First = first;
        KeptBefore = new float[first.Length + 1];
        for (var i = 0; i < first.Length; i++) KeptBefore[i + 1] = KeptBefore[i] + first[i] * Shapes[i].Words;
        Cards.Judge(Map, i => first[i] * Shapes[i].Words);
    }

    /// <summary>The cue words of a block of all kinds that are of clutter.</summary>
    public int AllCues(int block)
    {
        var sum = 0;
        foreach (var count in cues.AsSpan(block * CueWords.Kinds.Length, ClutterKinds)) sum += count;
        return sum;
    }

    public int Cues(int block, int kind) => cues[block * CueWords.Kinds.Length + kind];

    /// <summary>A heading rules what follows it inside the area that holds the heading, up to the next heading.</summary>
    void FindHeadings()
    {
        var (heading, end) = (-1, 0);
        for (var i = 0; i < Headings.Length; i++)
        {
            if (i >= end) heading = -1;
            if (heading >= 0) Headings[i] = Phrases[heading];
            var block = Map.Blocks[i];
            if (block.Tag is not (BlockTag.Heading1 or BlockTag.Heading2 or BlockTag.Heading3 or BlockTag.Heading4) && Phrases[i] is not ("teaser" or "comment form")) continue;
            var area = Map.Areas[block.Area];
            var outer = area.Parent >= 0 && area.EndBlock - area.FirstBlock == 1 ? Map.Areas[area.Parent] : area;
            // A heading that is alone in its box rules what stands beside the box.
            while (outer.EndBlock - outer.FirstBlock == 1 && outer.Parent >= 0) outer = Map.Areas[outer.Parent];
            (heading, end) = (i, outer.EndBlock);
        }
    }

    /// <summary>The nearest area with a role, from one up; -1 where there is none.</summary>
    public int Nearest(int area, AreaRoles role)
    {
        if (RoleDistance(area, role) == Far) return -1;
        for (var up = RoleDistance(area, role); up > 0; up--) area = Map.Areas[area].Parent;
        return area;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public byte RoleDistance(int area, AreaRoles role) => roleDistance[area * Roles + BitOperations.TrailingZeroCount((uint)role)];
}
