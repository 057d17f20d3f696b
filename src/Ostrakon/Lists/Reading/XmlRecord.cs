namespace Ostrakon.Lists.Reading;

/// <summary>
/// An element with all that is in it. It remembers which of its values a parser has taken, so that the coverage report is true by
/// construction: what nobody took is unmapped. For one thread.
/// </summary>
/// <param name="name">The element's local name.</param>
/// <param name="line">The line on which it begins, counted from 1.</param>
/// <param name="places">The places of the file, kept once for all its records; null for a record by itself.</param>
sealed class XmlRecord(string name, long line, XmlPath? places = null)
{
    List<XmlRecord>? children;
    List<XmlAttributeValue>? attributes;
    bool taken;

    /// <summary>The element's local name.</summary>
    public string Name => name;

    /// <summary>The line on which it begins, counted from 1.</summary>
    public long Line => line;

    /// <summary>Its own text without surrounding blanks, not counting that of its children; never null.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The elements directly in it, in order.</summary>
    public IReadOnlyList<XmlRecord> Children => children ?? (IReadOnlyList<XmlRecord>)[];

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
        foreach (var found in attributes ?? [])
            if (found.Name == attribute)
            {
                found.Taken = true;
                return found.Value.Length == 0 ? null : found.Value;
            }
        return null;
    }

    /// <summary>The first child of that name; null where there is none.</summary>
    public XmlRecord? Child(string child)
    {
        foreach (var found in children ?? [])
            if (found.Name == child) return found;
        return null;
    }

    /// <summary>The children of that name, in order.</summary>
    public IEnumerable<XmlRecord> All(string child) => children?.Where(c => c.Name == child) ?? [];

    /// <summary>The descendants reached by going through children of these names, in order.</summary>
    public IEnumerable<XmlRecord> All(string child, string grandchild) => All(child).SelectMany(c => c.All(grandchild));

    /// <summary>All non-empty values in it in document order with their paths below it ("akaList/aka/lastName", "@uid").</summary>
    public IEnumerable<(string Path, string Value, bool Taken)> Values()
    {
        var values = new List<(string, string, bool)>();
        Visit(Place, (path, value, wasTaken) => values.Add((path.Inner, value, wasTaken)));
        return values;
    }

    /// <summary>Counts what was taken and what was not, under <paramref name="root"/> and the path.</summary>
    public void CountInto(CoverageCounter coverage, string root) =>
        Visit(Place, (path, _, wasTaken) =>
        {
            if (wasTaken) coverage.Map();
            else coverage.Miss(root == name ? path.Full : path.Inner.Length == 0 ? root : $"{root}/{path.Inner}");
        });

    XmlPath Place => (places ?? XmlPath.Root()).Child(name);

    internal void Add(XmlRecord child) => (children ??= []).Add(child);

    internal void AddAttribute(string attribute, string value) => (attributes ??= []).Add(new(attribute, value));

    internal void AddText(string text)
    {
        text = text.Trim();
        if (text.Length > 0) Text = Text.Length == 0 ? text : $"{Text} {text}";
    }

    void Visit(XmlPath place, Action<XmlPath, string, bool> visit)
    {
        if (Text.Length > 0) visit(place, Text, taken);
        foreach (var a in attributes ?? [])
            if (a.Value.Length > 0) visit(place.Attribute(a.Name), a.Value, a.Taken);
        foreach (var child in children ?? []) child.Visit(place.Child(child.Name), visit);
    }

    sealed class XmlAttributeValue(string name, string value)
    {
        public string Name => name;
        public string Value => value;
        public bool Taken { get; set; }
    }
}
