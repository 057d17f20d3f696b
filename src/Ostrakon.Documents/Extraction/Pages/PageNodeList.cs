using System.Collections;
using AngleSharp.Html.Construction;

namespace Ostrakon.Documents.Extraction.Pages;

/// <summary>The children of a node. Not thread-safe.</summary>
sealed class PageNodeList : IConstructableNodeList
{
    PageNode[] nodes = new PageNode[2];

    public ReadOnlySpan<PageNode> Nodes => nodes.AsSpan(0, Length);
    public int Length { get; private set; }
    public IConstructableNode this[int index] => nodes.AsSpan(0, Length)[index];

    public void Insert(int index, PageNode node)
    {
        if (Length == nodes.Length) Array.Resize(ref nodes, 2 * Length);
        nodes.AsSpan(index, Length - index).CopyTo(nodes.AsSpan(index + 1));
        nodes[index] = node;
        Length++;
    }

    public void RemoveAt(int index)
    {
        nodes.AsSpan(index + 1, Length - index - 1).CopyTo(nodes.AsSpan(index));
        nodes[--Length] = null!;
    }

    public bool Remove(PageNode node)
    {
        var index = Array.IndexOf(nodes, node, 0, Length);
        if (index >= 0) RemoveAt(index);
        return index >= 0;
    }

    public void Clear()
    {
        nodes.AsSpan(0, Length).Clear();
        Length = 0;
    }

    public IEnumerator<IConstructableNode> GetEnumerator() => nodes.Take(Length).GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
