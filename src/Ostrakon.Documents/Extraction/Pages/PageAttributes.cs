using System.Runtime.CompilerServices;
using AngleSharp.Common;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Ostrakon.Documents.Extraction.Pages;

/// <summary>The attributes of an element. Not thread-safe.</summary>
sealed class PageAttributes : IConstructableNamedNodeMap
{
    public static readonly PageAttributes None = new();

    (ReadOnlyMemory<char> Name, ReadOnlyMemory<char> Value)[] all = [];

    public PageAttributes() { }

    public PageAttributes(StructAttributes attributes)
    {
        all = new (ReadOnlyMemory<char>, ReadOnlyMemory<char>)[attributes.Count];
        for (var i = 0; i < all.Length; i++) all[i] = (attributes[i].Name.Memory, attributes[i].Value.Memory);
    }

    public int Length => all.Length;

    public ReadOnlyMemory<char> Value(ReadOnlySpan<char> name) => Find(name) is var i and >= 0 ? all[i].Value : default;
    public bool Has(ReadOnlySpan<char> name) => Find(name) >= 0;

    public void Set(ReadOnlyMemory<char> name, ReadOnlyMemory<char> value)
    {
        if (Find(name.Span) is var i and >= 0) all[i].Value = value;
        else all = [.. all, (name, value)];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int Find(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < all.Length; i++)
            if (all[i].Name.Span.SequenceEqual(name)) return i;
        return -1;
    }

    IConstructableAttr? IConstructableNamedNodeMap.this[StringOrMemory name] =>
        Find(name.Memory.Span) is var i and >= 0 ? new Attribute(this, i) : null;

    bool IConstructableNamedNodeMap.SameAs(IConstructableNamedNodeMap? attributes)
    {
        if (attributes is not PageAttributes other || other.all.Length != all.Length) return false;
        foreach (var (name, value) in all)
            if (!other.Has(name.Span) || !other.Value(name.Span).Span.SequenceEqual(value.Span)) return false;
        return true;
    }

    sealed class Attribute(PageAttributes owner, int index) : IConstructableAttr
    {
        public StringOrMemory Name => owner.all[index].Name;
        public StringOrMemory Value { get => owner.all[index].Value; set => owner.all[index].Value = value.Memory; }
    }
}
