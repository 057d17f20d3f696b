using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Eu;

/// <summary>The rows of one entity, put together as the XML would have it; a part that rows repeat stands once. For one thread.</summary>
sealed class EuCsvEntity(long line)
{
    readonly XmlRecord record = new("sanctionEntity", line);
    readonly HashSet<string> known = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> columns = new(StringComparer.Ordinal);
    readonly List<PublishedField> published = [];
    readonly SortedDictionary<string, List<(string Column, string Below, string Attribute, string Value)>> row = new(StringComparer.Ordinal);

    /// <summary>Adds a value of the current row.</summary>
    public void Add(string column, (string Element, string Attribute) place, string value)
    {
        var slash = place.Element.IndexOf('/');
        var (part, below) = slash < 0 ? (place.Element, "") : (place.Element[..slash], place.Element[(slash + 1)..]);
        if (!row.TryGetValue(part, out var values)) row[part] = values = [];
        values.Add((column, below, place.Attribute, value));
    }

    /// <summary>The row is complete: its parts that are new become elements.</summary>
    public void EndRow()
    {
        foreach (var (part, values) in row)
        {
            if (part.Length == 0) values.RemoveAll(v => !known.Add($"@{v.Attribute}"));
            else if (!known.Add($"{part}\0{string.Join('\0', values.Select(static v => v.Value))}")) continue;
            published.AddRange(values.Select(static v => new PublishedField(v.Column, v.Value)));
            var parent = part.Length == 0 ? record : Below(record, part);
            foreach (var group in values.GroupBy(static v => v.Below))
            {
                var element = group.Key.Length == 0 ? parent : Below(parent, group.Key);
                foreach (var (column, below, attribute, value) in group)
                {
                    if (attribute == "text") element.AddText(value);
                    else element.AddAttribute(attribute, value);
                    columns[string.Join('/', new[] { part, below, attribute == "text" ? "" : $"@{attribute}" }.Where(static p => p.Length > 0))] = column;
                }
            }
        }
        row.Clear();
    }

    /// <summary>The entry; null where there is no name. What it did not use is counted under the names of the columns.</summary>
    public Entry? Build(CoverageCounter coverage)
    {
        var entry = EuEntity.Read(record);
        foreach (var (path, _, taken) in record.Values())
            if (taken) coverage.Map();
            else coverage.Miss(columns.GetValueOrDefault(path, path));
        return entry is null ? null : entry with { Published = [.. published] };
    }

    XmlRecord Below(XmlRecord parent, string name)
    {
        var child = new XmlRecord(name, line);
        parent.Add(child);
        return child;
    }
}
