using System.Collections;
using System.Runtime.InteropServices;
using AngleSharp.Html.Construction;

namespace Ostrakon.Documents.Extraction.Pages;

/// <summary>The children of a node. Not thread-safe.</summary>
sealed class PageNodeList : IConstructableNodeList
{
    readonly List<PageNode> nodes = new(2);

    public ReadOnlySpan<PageNode> Nodes => CollectionsMarshal.AsSpan(nodes);
    public int Length => nodes.Count;
    public IConstructableNode this[int index] => nodes[index];
    public void Insert(int index, PageNode node) => nodes.Insert(index, node);
    public void RemoveAt(int index) => nodes.RemoveAt(index);
    public bool Remove(PageNode node) => nodes.Remove(node);
    public void Clear() => nodes.Clear();
    public IEnumerator<IConstructableNode> GetEnumerator() => nodes.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => nodes.GetEnumerator();
}
