using System.Text.Encodings.Web;
using System.Text.Json;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ftm;

/// <summary>Entries as FollowTheMoney. Pure functions over their arguments.</summary>
public static class FtmWriter
{
    const string SanctionFacts = "sanctions.";

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Writes entries as JSON lines: for each the party, its <c>Sanction</c>, and its links to other entries of the list. Reading them
    /// again gives equal entries; what FollowTheMoney has no property for stands in the key <c>ostrakon</c>.
    /// </summary>
    /// <param name="list">The list id; the entities' ids are list and entry id, as parties have them.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="output">Where the lines go, UTF-8; neither flushed nor closed.</param>
    /// <param name="cancel">Stops between entries.</param>
    public static void Write(string list, IEnumerable<Entry> entries, Stream output, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(output);
        using var json = new Utf8JsonWriter(output, Options);
        foreach (var entry in entries)
        {
            cancel.ThrowIfCancellationRequested();
            var id = Party.IdOf(list, entry.Id);
            Line(json, output, id, entry.Schema, list, () => WriteProperties(json, [entry]), () =>
            {
                json.WriteString("caption", entry.Caption);
                json.WriteBoolean("target", true);
                FtmExtras.Of(entry).Write(json);
            });
            Line(json, output, $"{id}-sanction", "Sanction", list, () => WriteSanction(json, id, entry));
            for (var i = 0; i < entry.Relations.Length; i++)
                if (entry.Relations[i] is { Entry: { } other } relation)
                    Line(json, output, $"{id}-link-{i + 1}", FtmLinks.Saying(relation.Kind).Link.Schema, list,
                        () => WriteLink(json, id, Party.IdOf(list, other), relation.Kind), () => json.WriteStartObject("ostrakon"), () => json.WriteEndObject());
        }
    }

    /// <summary>
    /// Writes the <c>properties</c> object of a party: the names and facts of its entries, each value once, in their order.
    /// </summary>
    public static void WriteProperties(Utf8JsonWriter json, IEnumerable<Entry> entries)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(entries);
        var properties = new Properties();
        foreach (var entry in entries)
        {
            foreach (var name in entry.Names) properties.Add(FtmNames.PropertyOf(name.Kind), name.Text);
            foreach (var fact in entry.Facts)
                if (!fact.Property.StartsWith(SanctionFacts, StringComparison.Ordinal))
                    foreach (var value in FtmValues.Of(fact)) properties.Add(fact.Property, value);
        }
        properties.Write(json);
    }

    static void WriteSanction(Utf8JsonWriter json, string id, Entry entry)
    {
        var properties = new Properties();
        properties.Add("entity", id);
        properties.Add("authorityId", entry.Id);
        foreach (var program in entry.Programs) properties.Add("program", program);
        properties.Add("listingDate", entry.ListedOn);
        properties.Add("reason", entry.Reason);
        foreach (var fact in entry.Facts)
            if (fact.Property.StartsWith(SanctionFacts, StringComparison.Ordinal)) properties.Add(fact.Property[SanctionFacts.Length..], fact.Value);
        properties.Write(json);
    }

    static void WriteLink(Utf8JsonWriter json, string id, string other, string kind)
    {
        var (link, isFrom) = FtmLinks.Saying(kind);
        var properties = new Properties();
        properties.Add(link.From, isFrom ? id : other);
        properties.Add(link.To, isFrom ? other : id);
        properties.Add("role", kind);
        properties.Write(json);
    }

    static void Line(Utf8JsonWriter json, Stream output, string id, string schema, string list, Action properties, params ReadOnlySpan<Action> more)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("schema", schema);
        properties();
        json.WriteStartArray("datasets");
        json.WriteStringValue(list);
        json.WriteEndArray();
        foreach (var write in more) write();
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        output.WriteByte((byte)'\n');
    }

    /// <summary>Values by property, both in the order of their first appearance.</summary>
    sealed class Properties
    {
        readonly List<(string Name, List<string> Values)> all = [];

        public void Add(string name, string? value)
        {
            if (value is null) return;
            var at = all.FindIndex(p => p.Name == name);
            if (at < 0) all.Add((name, [value]));
            else if (!all[at].Values.Contains(value)) all[at].Values.Add(value);
        }

        public void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject("properties");
            foreach (var (name, values) in all)
            {
                json.WriteStartArray(name);
                foreach (var value in values) json.WriteStringValue(value);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
    }
}
