using Ostrakon.Lists.Ftm;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Deltas;

/// <summary>An entry as named values, so that two versions of it can be compared and read.</summary>
static class EntryFields
{
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
