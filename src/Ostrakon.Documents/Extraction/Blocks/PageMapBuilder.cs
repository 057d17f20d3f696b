using System.Runtime.CompilerServices;
using System.Collections.Frozen;
using Ostrakon.Documents.Extraction.Metadata;
using Ostrakon.Documents.Extraction.Pages;

namespace Ostrakon.Documents.Extraction.Blocks;

/// <summary>Turns a page tree into its map in one walk. For one page.</summary>
sealed class PageMapBuilder
{
    static readonly FrozenSet<string> Skipped = new[]
    {
        "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video", "map", "select", "textarea",
        "datalist", "head", "param", "source", "track", "!doctype", "progress", "meter", "noembed", "noframes", "title", "link", "meta",
    }.ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, BlockTag> BlockElements = new Dictionary<string, BlockTag>(StringComparer.Ordinal)
    {
        ["p"] = BlockTag.Paragraph, ["h1"] = BlockTag.Heading1, ["h2"] = BlockTag.Heading2, ["h3"] = BlockTag.Heading3, ["h4"] = BlockTag.Heading4,
        ["h5"] = BlockTag.Heading4, ["h6"] = BlockTag.Heading4, ["li"] = BlockTag.ListItem, ["blockquote"] = BlockTag.Quote, ["tr"] = BlockTag.Cell,
        ["figcaption"] = BlockTag.Caption, ["caption"] = BlockTag.Caption, ["pre"] = BlockTag.Preformatted, ["dt"] = BlockTag.Term, ["dd"] = BlockTag.ListItem,
        ["button"] = BlockTag.Button, ["label"] = BlockTag.Label, ["legend"] = BlockTag.Label, ["option"] = BlockTag.Label, ["summary"] = BlockTag.Term,
    }.Concat("address article aside body center details dialog dir div dl fieldset figure footer form header hgroup hr html main menu nav ol search section table tbody tfoot thead td th ul amp-sidebar picture frameset"
        .Split(' ').Select(static name => KeyValuePair.Create(name, BlockTag.Text))).ToFrozenDictionary(StringComparer.Ordinal);

    char[] text = new char[16 * 1024];
    int length;
    readonly List<TextBlock> blocks = new(256);
    readonly List<PageArea> areas = new(256);
    readonly PageFacts facts = new();
    readonly CancellationToken cancel;

    // The block in work.
    int start, sourceStart, sourceEnd, linkChars, boldChars, links, breaks;
    bool pendingSpace, hasTime, opensWithLink;
    int area = -1, inLink, inBold;
    BlockTag tag;

    PageMapBuilder(CancellationToken cancel) => this.cancel = cancel;

    public static PageMap Build(PageDocument page, CancellationToken cancel)
    {
        var builder = new PageMapBuilder(cancel);
        if (page.Root is { } root) builder.facts.Add(root);
        if (page.Head is { } head) builder.Facts(head);
        if (page.Body is { } body) builder.Element(body, depth: 0);
        builder.EndBlock();
        return new PageMap(new string(builder.text, 0, builder.length), builder.blocks, builder.areas, builder.facts);
    }

    /// <summary>Elements without visible text: only what they say of the page counts.</summary>
    void Facts(PageElement element)
    {
        facts.Add(element);
        foreach (var child in element.Children)
            if (child is PageElement inner) Facts(inner);
    }

    void Children(PageElement element, int depth)
    {
        foreach (var child in element.Children)
        {
            if (child is PageText run) Append(run);
            else if (child is PageElement inner) Element(inner, depth);
        }
    }

    void Element(PageElement element, int depth)
    {
        var name = element.Name;
        if (Skipped.Contains(name)) { Facts(element); return; }
        if (name == "br") { breaks++; return; }
        if (BlockElements.TryGetValue(name, out var elementTag)) { Block(element, elementTag, depth); return; }
        var from = Position;
        if (name == "a") { links++; inLink++; }
        if (name is "b" or "strong") inBold++;
        hasTime |= name == "time";
        Children(element, depth + 1);
        if (name is "b" or "strong") inBold--;
        if (name == "a") inLink--;
        Note(element, RolesOf(element), from);
    }

    (int Text, int Block) Position => (length, blocks.Count);

    /// <summary>Remembers the text of an element that is marked as author, date or title.</summary>
    void Note(PageElement element, AreaRoles roles, (int Text, int Block) from)
    {
        if (!element.HasAttributes && element.Name != "time" && (roles & (AreaRoles.Author | AreaRoles.Date | AreaRoles.Title)) == 0) return;
        const int Longest = 300;
        var said = element["itemprop"].Length > 0 || element["rel"].Length > 0 || element.Name == "time";
        if (element["rel"].Contains("author", StringComparison.OrdinalIgnoreCase)) roles |= AreaRoles.Author;
        roles &= AreaRoles.Author | AreaRoles.Date | AreaRoles.Title;
        if (roles == AreaRoles.None || length - from.Text > Longest) return;
        var value = element["datetime"];
        if (value.IsEmpty) value = element["content"];
        if (value.IsEmpty) value = element["title"];
        facts.Add(new Mark(roles, said, Whitespace.Collapse(text.AsSpan(from.Text, length - from.Text)), value.IsEmpty ? null : value.ToString(), from.Block));
    }

    void Block(PageElement element, BlockTag elementTag, int depth)
    {
        cancel.ThrowIfCancellationRequested();
        // Cells of one row are one block, as long as no cell holds blocks of its own.
        if (element.Name is "td" or "th" && tag == BlockTag.Cell && !HasBlocks(element))
        {
            if (length > start) { Put(' '); Put('|'); Put(' '); pendingSpace = false; }
            Children(element, depth + 1);
            return;
        }
        EndBlock();
        var (outerArea, outerTag) = (area, tag);
        area = areas.Count;
        areas.Add(new PageArea
        {
            Parent = outerArea, Name = element.Name, Depth = depth, Roles = RolesOf(element), SourceStart = element.SourceStart, FirstBlock = blocks.Count,
            Template = TemplateOf(element),
        });
        // A div inside a list item or a quotation is still list item or quotation.
        tag = elementTag == BlockTag.Text && outerTag is BlockTag.ListItem or BlockTag.Quote or BlockTag.Caption or BlockTag.Button
            || elementTag == BlockTag.Paragraph && outerTag is BlockTag.ListItem or BlockTag.Quote or BlockTag.Caption ? outerTag : elementTag;
        var mine = area;
        var from = Position;
        Children(element, depth + 1);
        EndBlock();
        areas[mine].EndBlock = blocks.Count;
        Note(element, areas[mine].Roles, from);
        (area, tag) = (outerArea, outerTag);
    }

    static bool HasBlocks(PageElement element)
    {
        foreach (var child in element.Children)
            if (child is PageElement inner && (BlockElements.ContainsKey(inner.Name) || HasBlocks(inner))) return true;
        return false;
    }

    static AreaRoles RolesOf(PageElement element)
    {
        // What the page says of itself as a whole ("single post comments open") is not said of its parts.
        if (element.Name is "body" or "html") return AreaRoles.None;
        if (!element.HasAttributes) return AreaRoleWords.Of(element.Name);
        var roles = AreaRoleWords.Of(element.Name) | AreaRoleWords.Of(element["class"]) | AreaRoleWords.Of(element["id"])
            | AreaRoleWords.Of(element["role"]) | AreaRoleWords.Of(element["itemprop"]) | AreaRoleWords.Of(element["data-component"]) | AreaRoleWords.Of(element["data-testid"]);
        if (element.Has("hidden") || element["aria-hidden"] is "true" || HidesItself(element["style"])) roles |= AreaRoles.Hidden;
        return roles;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static int TemplateOf(PageElement element)
    {
        var hash = 2166136261u;                                         // FNV-1a: the same in every run
        foreach (var c in element.Name) hash = (hash ^ c) * 16777619;
        foreach (var c in element["class"]) if (!char.IsAsciiDigit(c)) hash = (hash ^ c) * 16777619;
        return (int)hash;
    }

    static bool HidesItself(ReadOnlySpan<char> style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        if (at >= 0 && style[(at + 7)..].TrimStart(": \t").StartsWith("none", StringComparison.OrdinalIgnoreCase)) return true;
        at = style.IndexOf("visibility", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style[(at + 10)..].TrimStart(": \t").StartsWith("hidden", StringComparison.OrdinalIgnoreCase);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Append(PageText run)
    {
        if (breaks > 0)
        {
            if (breaks > 1) EndBlock();
            else pendingSpace = true;
            if (!run.Text.Span.IsWhiteSpace()) breaks = 0;
        }
        foreach (var c in run.Text.Span)
        {
            if (char.IsWhiteSpace(c)) { pendingSpace = true; continue; }
            if (Whitespace.IsInvisible(c)) continue;
            if (length == start) (sourceStart, opensWithLink) = (run.SourceStart, inLink > 0);
            else if (pendingSpace) Put(' ');
            pendingSpace = false;
            Put(c);
            if (inLink > 0) linkChars++;
            if (inBold > 0) boldChars++;
        }
        if (length > start) sourceEnd = Math.Max(sourceEnd, run.SourceEnd);
    }

    void Put(char c)
    {
        if (length == text.Length) Array.Resize(ref text, 2 * length);
        text[length++] = c;
    }

    void EndBlock()
    {
        if (length > start)
        {
            blocks.Add(new TextBlock
            {
                Start = start, End = length, SourceStart = sourceStart, SourceEnd = sourceEnd, Area = area, Tag = tag, Words = text.AsSpan(start, length - start).Count(' ') + 1,
                LinkChars = linkChars, BoldChars = boldChars, Links = links, HasTime = hasTime,
                OpensWithLink = opensWithLink && linkChars < length - start,
            });
            Put('\n');
        }
        start = length;
        sourceStart = sourceEnd = linkChars = boldChars = links = breaks = 0;
        pendingSpace = hasTime = opensWithLink = false;
    }
}
