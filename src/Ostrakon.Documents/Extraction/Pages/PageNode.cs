using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Ostrakon.Documents.Extraction.Pages;

/// <summary>
/// A node of our own page tree. AngleSharp's HTML5 tree construction builds it in place of its DOM: a third of the memory, and every
/// text knows its place in the source. Not thread-safe.
/// </summary>
abstract class PageNode : IConstructableNode
{
    PageNodeList? children;

    public PageNode? Parent { get; private set; }
    public ReadOnlySpan<PageNode> Children => children is null ? [] : children.Nodes;
    /// <summary>How many nodes it stood under when it was put into the tree.</summary>
    public int Depth { get; private set; }
    /// <summary>Where it starts in the source, UTF-16: an element at its start tag.</summary>
    public int SourceStart { get; protected set; }
    internal virtual PageDocument Document => Parent?.Document ?? throw new InvalidOperationException("The node stands in no document.");
    public abstract string Name { get; }

    StringOrMemory IConstructableNode.NodeName => Name;
    public virtual NodeFlags Flags => NodeFlags.None;
    IConstructableNode? IConstructableNode.Parent { get => Parent; set => Parent = (PageNode?)value; }
    IConstructableNodeList IConstructableNode.ChildNodes => children ??= new PageNodeList();

    public void RemoveFromParent() => ((IConstructableNode?)Parent)?.RemoveChild(this);

    void IConstructableNode.RemoveChild(IConstructableNode childNode)
    {
        if (children?.Remove((PageNode)childNode) == true) ((PageNode)childNode).Parent = null;
    }

    void IConstructableNode.RemoveNode(int idx, IConstructableNode childNode)
    {
        children!.RemoveAt(idx);
        ((PageNode)childNode).Parent = null;
    }

    void IConstructableNode.InsertNode(int idx, IConstructableNode childNode)
    {
        var node = (PageNode)childNode;
        (children ??= new PageNodeList()).Insert(idx, node);
        node.Parent = this;
        node.Depth = Depth + 1;
        if (node is PageElement) Document.OpenDepth = node.Depth;
    }

    void IConstructableNode.AddNode(IConstructableNode node) => ((IConstructableNode)this).InsertNode(children?.Length ?? 0, node);

    void IConstructableNode.AppendText(StringOrMemory text, bool emitWhiteSpaceOnly) =>
        ((IConstructableNode)this).InsertText(children?.Length ?? 0, text, emitWhiteSpaceOnly);

    void IConstructableNode.InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly)
    {
        if (text.Length == 0) return;
        ((IConstructableNode)this).InsertNode(idx, Document.NewText(text.Memory));
    }
}

/// <summary>A run of text; two may stand side by side. Not thread-safe.</summary>
sealed class PageText : PageNode
{
    public PageText(ReadOnlyMemory<char> text, int start) => (Text, SourceStart, SourceEnd) = (text, start, start + text.Length);
    public override string Name => "#text";
    public ReadOnlyMemory<char> Text { get; }
    /// <summary>Where it ends in the source, exclusive; character references count as they are written.</summary>
    public int SourceEnd { get; set; }
}
