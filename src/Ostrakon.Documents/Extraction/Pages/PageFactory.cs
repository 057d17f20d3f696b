using System.Collections.Concurrent;
using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace Ostrakon.Documents.Extraction.Pages;

/// <summary>Makes the nodes of a page tree for AngleSharp's tree construction. For one page.</summary>
sealed class PageFactory(PageDocument page) : IDomConstructionElementFactory<PageDocument, PageElement>
{
    public const string Html = "http://www.w3.org/1999/xhtml", MathMl = "http://www.w3.org/1998/Math/MathML", Svg = "http://www.w3.org/2000/svg";

    /// <summary>What the standard says of an element (special, scoping, formatting ...) is asked of AngleSharp's own elements, once a name.</summary>
    static readonly ConcurrentDictionary<string, (string Name, NodeFlags Flags)> Known = new(StringComparer.Ordinal);
    static readonly ConcurrentDictionary<string, (string Name, NodeFlags Flags)>.AlternateLookup<ReadOnlySpan<char>> KnownBySpan = Known.GetAlternateLookup<ReadOnlySpan<char>>();
    static readonly IDocument Prototypes = new HtmlParser().ParseDocument("");

    /// <summary>A page may invent element names without end; beyond these they are not remembered.</summary>
    const int MaximumKnown = 2000;

    static (string Name, NodeFlags Flags) Lookup(StringOrMemory name, string space, NodeFlags also = NodeFlags.None)
    {
        // HTML, SVG and MathML share names with different flags, so the namespace is part of the key.
        var key = name.Memory.Span;
        if (space == Html)
        {
            if (KnownBySpan.TryGetValue(key, out var known)) return (known.Name, known.Flags | also);
        }
        var text = name.ToString();
        var flags = FlagsOf(space, text);
        if (space == Html && Known.Count < MaximumKnown) Known.TryAdd(text, (text, flags));
        return (text, flags | also);
    }

    /// <summary>Names that no document could create but that a tokenizer meets (<c>&lt;a"b&gt;</c>) are ordinary unknown elements.</summary>
    static NodeFlags FlagsOf(string space, string name)
    {
        var plain = space == Html ? NodeFlags.HtmlMember : space == Svg ? NodeFlags.SvgMember : NodeFlags.MathMember;
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c != '-') return plain;
        lock (Prototypes) return ((IConstructableNode)Prototypes.CreateElement(space, name)).Flags;
    }

    public PageElement Create(PageDocument document, StringOrMemory localName, StringOrMemory prefix = default, NodeFlags flags = NodeFlags.None)
    {
        var (name, own) = Lookup(localName, Html, flags);
        return new PageElement(document, name, own);
    }

    public PageElement CreateNoScript(PageDocument document, bool scripting) => Create(document, "noscript");
    public IConstructableNode CreateDocumentType(PageDocument document, StringOrMemory name, StringOrMemory publicIdentifier, StringOrMemory systemIdentifier) =>
        new PageElement(document, "!doctype", NodeFlags.None);
    public IConstructableMathElement CreateMath(PageDocument document, StringOrMemory name = default) =>
        Lookup(name, MathMl) is var (n, f) ? new PageMath(document, n, f) : null!;
    public IConstructableSvgElement CreateSvg(PageDocument document, StringOrMemory name = default) =>
        Lookup(name, Svg) is var (n, f) ? new PageSvg(document, n, f) : null!;
    public IConstructableMetaElement CreateMeta(PageDocument document) => new PageMeta(document, Lookup("meta", Html).Flags);
    public IConstructableScriptElement CreateScript(PageDocument document, bool parserInserted, bool started) => new PageScript(document, Lookup("script", Html).Flags);
    public IConstructableFrameElement CreateFrame(PageDocument document) => new PageFrame(document, Lookup("frame", Html).Flags);
    public IConstructableTemplateElement CreateTemplate(PageDocument document) => new PageTemplate(document, Lookup("template", Html).Flags);
    public IConstructableFormElement CreateForm(PageDocument document) => new PageForm(document, Lookup("form", Html).Flags);
    public PageElement CreateUnknown(PageDocument document, StringOrMemory tagName) => Create(document, tagName);
    public PageDocument CreateDocument(TextSource source, IBrowsingContext? context = null) => page;
}
