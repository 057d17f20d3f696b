using Ostrakon.Lists.Ftm;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Deltas;

/// <summary>An entry as named values, so that two versions of it can be compared and read.</summary>
static class EntryFields
{
    /// <summary>Whether two entries have the same values in the same order: true of most, and much cheaper than to list them.</summary>
    public static bool AreSame(Entry a, Entry b) =>
        a.Schema == b.Schema && a.ListedOn == b.ListedOn && a.Reason == b.Reason &&
        a.Names.AsSpan().SequenceEqual(b.Names.AsSpan()) && a.Facts.AsSpan().SequenceEqual(b.Facts.AsSpan()) &&
        a.Programs.AsSpan().SequenceEqual(b.Programs.AsSpan()) && a.Relations.AsSpan().SequenceEqual(b.Relations.AsSpan()) &&
        a.Published.AsSpan().SequenceEqual(b.Published.AsSpan());

    public static List<(string Name, string Value)> Of(Entry entry)
    {
        var fields = new List<(string, string)> { ("schema", entry.Schema) };
        foreach (var name in entry.Names) fields.Add((FtmNames.PropertyOf(name.Kind), name.Text));
        foreach (var fact in entry.Facts) fields.Add((fact.Property, fact.ToString()));
        foreach (var program in entry.Programs) fields.Add(("program", program));
        if (entry.ListedOn is { } listedOn) fields.Add(("listedOn", listedOn));
        if (entry.Reason is { } reason) fields.Add(("reason", reason));
        foreach (var relation in entry.Relations) fields.Add(("relation", $"{relation.Kind} {relation.Name}"));
        foreach (var published in entry.Published) fields.Add((ChangedField.Published + published.Name, published.Value));
        return fields;
    }
}
