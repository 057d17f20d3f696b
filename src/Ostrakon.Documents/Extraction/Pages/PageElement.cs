using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Ostrakon.Documents.Extraction.Pages;

/// <summary>An element of the page tree, with the attributes that extraction looks at. Not thread-safe.</summary>
class PageElement : PageNode, IConstructableElement
{
    readonly PageDocument document;
    PageAttributes attributes = PageAttributes.None;

    public PageElement(PageDocument document, string name, NodeFlags flags)
    {
        (this.document, Name, Flags) = (document, name, flags);
        SourceStart = document.TokenStart;
    }

    public override string Name { get; }
    protected virtual string NamespaceUri => PageFactory.Html;
    public override NodeFlags Flags { get; }
    internal override PageDocument Document => document;

    /// <summary>The value of an attribute as it is written; empty where it is missing.</summary>
    public ReadOnlySpan<char> this[string name] => attributes.Value(name).Span;
    public bool HasAttributes => attributes.Length > 0;
    /// <summary>Whether the attribute is there, with or without a value.</summary>
    public bool Has(string name) => attributes.Has(name);

    StringOrMemory IConstructableElement.NamespaceUri => NamespaceUri;
    StringOrMemory IConstructableElement.LocalName => Name;
    StringOrMemory IConstructableElement.Prefix => "";
    IConstructableNamedNodeMap IConstructableElement.Attributes => attributes;
    ISourceReference? IConstructableElement.SourceReference { get => null; set { } }
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
    IConstructableNode IConstructableElement.ShallowCopy() => new PageElement(document, Name, Flags) { attributes = attributes };

    void SetOwn(StringOrMemory name, StringOrMemory value)
    {
        if (ReferenceEquals(attributes, PageAttributes.None)) attributes = new PageAttributes();
        attributes.Set(name.Memory, value.Memory);
    }
}

// AngleSharp tells these apart by their interface.
sealed class PageForm(PageDocument d, NodeFlags f) : PageElement(d, "form", f), IConstructableFormElement;
sealed class PageFrame(PageDocument d, NodeFlags f) : PageElement(d, "frame", f), IConstructableFrameElement;
sealed class PageMath(PageDocument d, string n, NodeFlags f) : PageElement(d, n, f), IConstructableMathElement
{
    protected override string NamespaceUri => PageFactory.MathMl;
}

sealed class PageSvg(PageDocument d, string n, NodeFlags f) : PageElement(d, n, f), IConstructableSvgElement
{
    protected override string NamespaceUri => PageFactory.Svg;
}

sealed class PageMeta(PageDocument d, NodeFlags f) : PageElement(d, "meta", f), IConstructableMetaElement
{
    // The encoding was decided before parsing.
    void IConstructableMetaElement.Handle() { }
}

sealed class PageTemplate(PageDocument d, NodeFlags f) : PageElement(d, "template", f), IConstructableTemplateElement
{
    void IConstructableTemplateElement.PopulateFragment() { }
}

sealed class PageScript(PageDocument d, NodeFlags f) : PageElement(d, "script", f), IConstructableScriptElement
{
    // Scripts are never run.
    bool IConstructableScriptElement.Prepare(IConstructableDocument document) => false;
    Task IConstructableScriptElement.RunAsync(CancellationToken cancel) => Task.CompletedTask;
}
