using System.Collections.Immutable;

namespace Ostrakon.Lists.Reading;

/// <summary>
/// An element with all that is in it. It remembers which of its values a parser has taken, so that the coverage report is true by
/// construction: what nobody took is unmapped. For one thread.
/// </summary>
/// <param name="name">The element's local name.</param>
/// <param name="line">The line on which it begins, counted from 1.</param>
sealed class XmlRecord(string name, long line)
{
    readonly List<XmlRecord> children = [];
    List<XmlAttributeValue>? attributes;
    bool taken;

    /// <summary>The element's local name.</summary>
    public string Name => name;

    /// <summary>The line on which it begins, counted from 1.</summary>
    public long Line => line;

    /// <summary>Its own text without surrounding blanks, not counting that of its children; never null.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The elements directly in it, in order.</summary>
    public IReadOnlyList<XmlRecord> Children => children;

    /// <summary>Takes the element's own text; null where there is none.</summary>
    public string? Take()
    {
        taken = true;
        return Text.Length == 0 ? null : Text;
    }

    /// <summary>Takes the text of the first child of that name; null where there is none or it is empty.</summary>
    public string? Take(string child) => Child(child)?.Take();

    /// <summary>Takes an attribute; null where there is none or it is empty.</summary>
    public string? TakeAttribute(string attribute)
    {
        var found = attributes?.Find(a => a.Name == attribute);
        if (found is null) return null;
        found.Taken = true;
        return found.Value.Length == 0 ? null : found.Value;
    }

    /// <summary>The first child of that name; null where there is none.</summary>
    public XmlRecord? Child(string child) => children.Find(c => c.Name == child);

    /// <summary>The children of that name, in order.</summary>
    public IEnumerable<XmlRecord> All(string child) => children.Where(c => c.Name == child);

    /// <summary>The descendants reached by going through children of these names, in order.</summary>
    public IEnumerable<XmlRecord> All(string child, string grandchild) => All(child).SelectMany(c => c.All(grandchild));

    /// <summary>All non-empty values in it in document order with their paths below it ("akaList/aka/lastName", "@uid").</summary>
    public IEnumerable<(string Path, string Value, bool Taken)> Values() => Values("");

    /// <summary>Counts what was taken and what was not, under <paramref name="root"/> and the path.</summary>
    public void CountInto(CoverageCounter coverage, string root)
    {
        foreach (var (path, _, wasTaken) in Values())
            if (wasTaken) coverage.Map();
            else coverage.Miss(path.Length == 0 ? root : $"{root}/{path}");
    }

    internal void Add(XmlRecord child) => children.Add(child);

    internal void AddAttribute(string attribute, string value) => (attributes ??= []).Add(new(attribute, value.Trim()));

    internal void AddText(string text)
    {
        text = text.Trim();
        if (text.Length > 0) Text = Text.Length == 0 ? text : $"{Text} {text}";
    }

    IEnumerable<(string Path, string Value, bool Taken)> Values(string path)
    {
        if (Text.Length > 0) yield return (path, Text, taken);
        var prefix = path.Length == 0 ? "" : path + "/";
        foreach (var a in attributes ?? [])
            if (a.Value.Length > 0) yield return ($"{prefix}@{a.Name}", a.Value, a.Taken);
        foreach (var child in children)
            foreach (var value in child.Values(prefix + child.Name)) yield return value;
    }

    sealed class XmlAttributeValue(string name, string value)
    {
        public string Name => name;
        public string Value => value;
        public bool Taken { get; set; }
    }
}
