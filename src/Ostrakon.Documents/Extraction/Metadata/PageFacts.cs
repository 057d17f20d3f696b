using Ostrakon.Documents.Extraction.Blocks;
using Ostrakon.Documents.Extraction.Pages;

namespace Ostrakon.Documents.Extraction.Metadata;

/// <summary>What a page says of itself outside its visible text, and the places that it marks as author, date or title. Filled in the one walk of the page.</summary>
sealed class PageFacts
{
    /// <summary>No page needs more; a hostile one gets no more.</summary>
    const int MostMetas = 400, MostScripts = 40, MostMarks = 200, LongestValue = 20_000;

    readonly Dictionary<string, string> metas = new(StringComparer.OrdinalIgnoreCase);
    readonly List<ReadOnlyMemory<char>> scripts = [];
    readonly List<Mark> marks = [];

    public string? HtmlTitle { get; private set; }
    public string? Language { get; private set; }
    public string? Canonical { get; private set; }
    public IReadOnlyList<Mark> Marks => marks;
    /// <summary>What its JSON-LD says; read when first asked.</summary>
    public LinkedData LinkedData => field ??= LinkedData.Read(scripts);

    /// <summary>The content of the first of the named metas that has one.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (metas.TryGetValue(name, out var value)) return value;
        return null;
    }

    /// <summary>A mark of a role: <c>itemprop</c>, <c>rel</c>, class or id say so.</summary>
    public void Add(Mark mark)
    {
        if (marks.Count < MostMarks) marks.Add(mark);
    }

    /// <summary>Takes what an element without visible text says.</summary>
    public void Add(PageElement element)
    {
        switch (element.Name)
        {
            case "html":
                Language = Text(element["lang"]);
                break;
            case "title" when HtmlTitle is null && element.Parent is PageElement { Name: "head" or "body" or "html" }:
                HtmlTitle = TextOf(element);
                break;
            case "meta":
                AddMeta(element);
                break;
            case "link" when element["rel"].Equals("canonical", StringComparison.OrdinalIgnoreCase):
                Canonical ??= Text(element["href"]);
                break;
            case "script" when element["type"].Contains("ld+json", StringComparison.OrdinalIgnoreCase) && scripts.Count < MostScripts:
                foreach (var child in element.Children)
                    if (child is PageText run) scripts.Add(run.Text);
                break;
            default: break;
        }
    }

    void AddMeta(PageElement element)
    {
        if (Text(element["content"]) is not { } content || metas.Count >= MostMetas) return;
        foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
            if (Text(element[attribute]) is { } name) metas.TryAdd(name, content);
    }

    static string? TextOf(PageElement element)
    {
        var text = "";
        foreach (var child in element.Children)
            if (child is PageText run && text.Length < LongestValue) text += run.Text;
        return Text(text);
    }

    static string? Text(ReadOnlySpan<char> value)
    {
        if (value.Length > LongestValue) value = value[..LongestValue];
        value = value.Trim();
        return value.IsEmpty ? null : Whitespace.Collapse(value);
    }
}

/// <summary>A place of the page that is marked as an author, a date or a title. Immutable.</summary>
/// <param name="Role">As what.</param>
/// <param name="Explicit">Whether a vocabulary says so (<c>itemprop</c>, <c>rel</c>, the time element); else a class or id.</param>
/// <param name="Text">Its visible text.</param>
/// <param name="Value">Its machine-readable value (<c>datetime</c>, <c>content</c>, <c>title</c>).</param>
/// <param name="Block">The block that it stands in or before.</param>
sealed record Mark(AreaRoles Role, bool Explicit, string Text, string? Value, int Block);
