using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Ostrakon.Documents.Extraction.Pages;

/// <summary>The root of a page tree. Not thread-safe.</summary>
sealed class PageDocument(TextSource source) : PageNode, IConstructableDocument
{
    public override string Name => "#document";
    internal override PageDocument Document => this;

    /// <summary>Where the token in work starts in the source; texts and elements take their place from it.</summary>
    public int TokenStart { get; private set; }

    /// <summary>About how many elements are open: the depth of the last one put in, less the end tags since.</summary>
    public int OpenDepth { get; set; }

    PageText? open;

    /// <summary>Says that the next token starts here.</summary>
    public void NextToken(int start)
    {
        if (open is not null) (open.SourceEnd, open) = (start, null);
        TokenStart = start;
    }

    internal PageText NewText(ReadOnlyMemory<char> text) => open = new PageText(text, TokenStart);

    public PageElement? Root => Element(this, "html");
    public PageElement? Head => Root is { } root ? Element(root, "head") : null;
    public PageElement? Body => Root is { } root ? Element(root, "body") ?? Element(root, "frameset") : null;

    static PageElement? Element(PageNode parent, string name)
    {
        foreach (var child in parent.Children)
            if (child is PageElement element && element.Name == name) return element;
        return null;
    }

    TextSource IConstructableDocument.Source => source;
    IDisposable? IConstructableDocument.Builder { get; set; }
    QuirksMode IConstructableDocument.QuirksMode { get; set; }
    IConstructableElement? IConstructableDocument.Head => Head;
    IConstructableElement IConstructableDocument.DocumentElement => Root!;
    bool IConstructableDocument.IsLoading => false;
    void IConstructableDocument.PerformMicrotaskCheckpoint() { }
    void IConstructableDocument.ProvideStableState() { }
    void IConstructableDocument.AddComment(ref StructHtmlToken token) { }
    void IConstructableDocument.TrackError(Exception exception) { }
    Task IConstructableDocument.WaitForReadyAsync(CancellationToken cancelToken) => Task.CompletedTask;
    Task IConstructableDocument.FinishLoadingAsync() => Task.CompletedTask;
    void IConstructableDocument.ApplyManifest() { }
    void IConstructableDocument.Clear() => ((IConstructableNode)this).ChildNodes.Clear();
}
