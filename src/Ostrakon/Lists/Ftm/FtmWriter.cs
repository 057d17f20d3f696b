using System.Text.Json;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ftm;

/// <summary>Entries as FollowTheMoney. Pure functions over their arguments.</summary>
public static class FtmWriter
{
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
        using var json = new Utf8JsonWriter(output, JsonForms.OneLine);
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
            Line(json, output, FtmNeighbours.SanctionId(id), "Sanction", list, () => FtmProperties.OfSanction(id, entry).Write(json));
            for (var i = 0; i < entry.Relations.Length; i++)
                if (entry.Relations[i] is { Entry: { } other } relation)
                    Line(json, output, FtmNeighbours.LinkId(id, i), FtmLinks.Saying(relation.Kind).Link.Schema, list,
                        () => FtmProperties.OfLink(id, Party.IdOf(list, other), relation.Kind).Write(json), () => json.WriteStartObject("ostrakon"), () => json.WriteEndObject());
        }
    }

    /// <summary>
    /// Writes the <c>properties</c> object of a party: the names and facts of its entries, each value once, in their order.
    /// </summary>
    public static void WriteProperties(Utf8JsonWriter json, IEnumerable<Entry> entries)
    {
        ArgumentNullException.ThrowIfNull(json);
        FtmProperties.Of(entries).Write(json);
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
}
