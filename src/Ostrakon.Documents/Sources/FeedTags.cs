using System.Net;

namespace Ostrakon.Documents.Sources;

/// <summary>Reads the entries of an XML feed tag by tag, whatever is wrong between them. For one thread.</summary>
sealed class FeedTags(string text)
{
    /// <summary>The fields of one entry, the first of each name.</summary>
    public sealed class Entry
    {
        readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);
        public void Add(string name, string value)
        {
            if (value.Length > 0) fields.TryAdd(name, value);
        }
        /// <summary>The first of the named fields that is there.</summary>
        public string? First(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                if (fields.TryGetValue(name, out var value)) return value;
            return null;
        }
    }

    public int Position { get; private set; }

    /// <summary>The next item or entry; null after the last.</summary>
    public Entry? NextEntry()
    {
        while (NextTag() is { } tag)
        {
            if (tag.Closing || !IsEntry(tag.Name)) continue;
            var entry = new Entry();
            while (NextTag() is { } field)
            {
                if (field.Closing && IsEntry(field.Name)) break;
                if (!field.Closing && IsEntry(field.Name)) { Position = field.Start; break; }   // the end tag is missing
                if (field.Closing) continue;
                var name = field.Name;
                if (field.Empty)
                {
                    if (name.Equals("link", StringComparison.OrdinalIgnoreCase) && Attribute(field.Attributes, "rel") is null or "alternate" && Attribute(field.Attributes, "href") is { } href) entry.Add("link", href);
                    continue;
                }
                var value = Value(name);
                if (name.Equals("link", StringComparison.OrdinalIgnoreCase) && value.Length == 0) value = Attribute(field.Attributes, "href") ?? "";
                entry.Add(name, value);
            }
            return entry;
        }
        return null;
    }

    static bool IsEntry(string name) => name.Equals("item", StringComparison.OrdinalIgnoreCase) || name.Equals("entry", StringComparison.OrdinalIgnoreCase);

    readonly record struct Tag(string Name, string Attributes, bool Closing, bool Empty, int Start);

    Tag? NextTag()
    {
        while (Position < text.Length)
        {
            var start = text.IndexOf('<', Position);
            if (start < 0) break;
            if (Skip(start, "<!--", "-->") || Skip(start, "<![CDATA[", "]]>") || Skip(start, "<?", "?>") || Skip(start, "<!", ">")) continue;
            var end = text.IndexOf('>', start);
            if (end < 0) break;
            Position = end + 1;
            var inside = text.AsSpan(start + 1, end - start - 1).Trim();
            var closing = inside.StartsWith("/");
            var empty = inside.EndsWith("/");
            inside = inside.Trim('/');
            var space = inside.IndexOfAny(" \t\r\n");
            var name = (space < 0 ? inside : inside[..space]).ToString();
            if (name.Length is > 0 and < 60) return new Tag(name, space < 0 ? "" : inside[space..].ToString(), closing, empty && !closing, start);
        }
        Position = text.Length;
        return null;
    }

    bool Skip(int start, string opens, string closes)
    {
        if (string.CompareOrdinal(text, start, opens, 0, opens.Length) != 0) return false;
        var end = text.IndexOf(closes, start + opens.Length, StringComparison.Ordinal);
        Position = end < 0 ? text.Length : end + closes.Length;
        return true;
    }

    /// <summary>What stands up to the end tag: CDATA as it is, anything else with its character references read once.</summary>
    string Value(string name)
    {
        var from = Position;
        var after = text.AsSpan(from);
        var blank = after.Length - after.TrimStart().Length;
        if (after[blank..].StartsWith("<![CDATA["))
        {
            var start = from + blank + "<![CDATA[".Length;
            var stop = text.IndexOf("]]>", start, StringComparison.Ordinal);
            if (stop < 0) stop = text.Length;
            Position = Math.Min(text.Length, stop + 3);
            return text[start..stop].Trim();
        }
        var end = text.IndexOf($"</{name}", from, StringComparison.OrdinalIgnoreCase);
        // Where the end tag is missing, the value ends with its entry, or with the next tag.
        if (end < 0) end = text.IndexOf('<', from);
        if (end < 0) end = text.Length;
        Position = end;
        return WebUtility.HtmlDecode(text[from..end]).Trim();
    }

    static string? Attribute(string attributes, string name)
    {
        var at = attributes.IndexOf(name + "=", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at + name.Length + 1 >= attributes.Length) return null;
        var quote = attributes[at + name.Length + 1];
        if (quote is not ('"' or '\'')) return null;
        var start = at + name.Length + 2;
        var end = attributes.IndexOf(quote, start);
        return end < 0 ? null : WebUtility.HtmlDecode(attributes[start..end]);
    }
}
