using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Ostrakon.Documents.Extraction.Pages;

/// <summary>An element of the page tree, with the attributes that extraction looks at. Not thread-safe.</summary>
class PageElement : PageNode, IConstructableElement
{
    readonly PageDocument document;
    readonly string? namespaceUri;
    PageAttributes attributes = PageAttributes.None;
    ISourceReference? reference;

    public PageElement(PageDocument document, string name, string? prefix, string? namespaceUri, NodeFlags flags)
    {
        (this.document, Name, Prefix, this.namespaceUri, Flags) = (document, name, prefix, namespaceUri, flags);
        SourceStart = document.TokenStart;
    }

    public override string Name { get; }
    public string? Prefix { get; }
    public override NodeFlags Flags { get; }
    internal override PageDocument Document => document;

    /// <summary>The value of an attribute as it is written; empty where it is missing.</summary>
    public ReadOnlySpan<char> this[string name] => attributes.Value(name).Span;
    /// <summary>Whether the attribute is there, with or without a value.</summary>
    public bool Has(string name) => attributes.Has(name);

    StringOrMemory IConstructableElement.NamespaceUri => namespaceUri ?? "";
    StringOrMemory IConstructableElement.LocalName => Name;
    StringOrMemory IConstructableElement.Prefix => Prefix ?? "";
    IConstructableNamedNodeMap IConstructableElement.Attributes => attributes;
    ISourceReference? IConstructableElement.SourceReference { get => reference; set => reference = value; }
    StringOrMemory IConstructableNode.NodeName => Name;

    void IConstructableElement.SetAttribute(string? ns, StringOrMemory name, StringOrMemory value) => SetOwn(name, value);
    void IConstructableElement.SetOwnAttribute(StringOrMemory name, StringOrMemory value) => SetOwn(name, value);
    StringOrMemory IConstructableElement.GetAttribute(StringOrMemory ns, StringOrMemory localName) => attributes.Value(localName.Memory.Span);
    void IConstructableElement.SetAttributes(StructAttributes tagAttributes)
    {
        if (tagAttributes.Count > 0) attributes = new PageAttributes(tagAttributes);
    }
    bool IConstructableElement.HasAttribute(StringOrMemory name) => attributes.Has(name.Memory.Span);
    void IConstructableElement.SetupElement() { }
    void IConstructableElement.AddComment(ref StructHtmlToken token) { }
    IConstructableNode IConstructableElement.ShallowCopy() => new PageElement(document, Name, Prefix, namespaceUri, Flags) { attributes = attributes };

    void SetOwn(StringOrMemory name, StringOrMemory value)
    {
        if (ReferenceEquals(attributes, PageAttributes.None)) attributes = new PageAttributes();
        attributes.Set(name.Memory, value.Memory);
    }
}

// AngleSharp tells these apart by their interface.
sealed class PageForm(PageDocument d, NodeFlags f) : PageElement(d, "form", null, PageFactory.Html, f), IConstructableFormElement;
sealed class PageFrame(PageDocument d, NodeFlags f) : PageElement(d, "frame", null, PageFactory.Html, f), IConstructableFrameElement;
sealed class PageMath(PageDocument d, string n, NodeFlags f) : PageElement(d, n, null, PageFactory.MathMl, f), IConstructableMathElement;
sealed class PageSvg(PageDocument d, string n, NodeFlags f) : PageElement(d, n, null, PageFactory.Svg, f), IConstructableSvgElement;

sealed class PageMeta(PageDocument d, NodeFlags f) : PageElement(d, "meta", null, PageFactory.Html, f), IConstructableMetaElement
{
    // The encoding was decided before parsing.
    void IConstructableMetaElement.Handle() { }
}

sealed class PageTemplate(PageDocument d, NodeFlags f) : PageElement(d, "template", null, PageFactory.Html, f), IConstructableTemplateElement
{
    void IConstructableTemplateElement.PopulateFragment() { }
}

sealed class PageScript(PageDocument d, NodeFlags f) : PageElement(d, "script", null, PageFactory.Html, f), IConstructableScriptElement
{
    // Scripts are never run.
    bool IConstructableScriptElement.Prepare(IConstructableDocument document) => false;
    Task IConstructableScriptElement.RunAsync(CancellationToken cancel) => Task.CompletedTask;
}
