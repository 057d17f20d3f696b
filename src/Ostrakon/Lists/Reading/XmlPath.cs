namespace Ostrakon.Lists.Reading;

/// <summary>
/// A place in the records of a file, kept once however many records have it: a large file has a million values but a hundred places.
/// For one thread.
/// </summary>
/// <param name="full">The path from the record: "entity/names/name", "entity/names/name/@id".</param>
/// <param name="inner">The path below the record: "names/name"; empty for the record itself.</param>
sealed class XmlPath(string full, string inner)
{
    Dictionary<string, XmlPath>? children;
    Dictionary<string, XmlPath>? attributes;

    /// <summary>The path from the record.</summary>
    public string Full => full;

    /// <summary>The path below the record.</summary>
    public string Inner => inner;

    /// <summary>The place above all records.</summary>
    public static XmlPath Root() => new("", "");

    /// <summary>The place of an element in this one; of a record in the root.</summary>
    public XmlPath Child(string child) => Get(ref children, child, child);

    /// <summary>The place of an attribute of this element.</summary>
    public XmlPath Attribute(string attribute) => Get(ref attributes, attribute, "@" + attribute);

    XmlPath Get(ref Dictionary<string, XmlPath>? places, string key, string step)
    {
        places ??= new(StringComparer.Ordinal);
        if (places.TryGetValue(key, out var found)) return found;
        return places[key] = full.Length == 0 ? new(step, "") : new($"{full}/{step}", inner.Length == 0 ? step : $"{inner}/{step}");
    }
}
