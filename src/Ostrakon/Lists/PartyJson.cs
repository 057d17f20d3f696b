using System.Text.Json;
using Ostrakon.Index;
using Ostrakon.Lists.Ftm;
using Ostrakon.Parties;

namespace Ostrakon.Lists;

/// <summary>A party as JSON, in the shape of docs/contracts.md: a FollowTheMoney entity with its listings.</summary>
public static class PartyJson
{
    /// <summary>Writes one object and leaves the writer open.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="party">The party.</param>
    /// <param name="snapshot">Where it comes from: knows the parties that its relations name.</param>
    public static void Write(Utf8JsonWriter writer, Party party, Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(party);
        ArgumentNullException.ThrowIfNull(snapshot);
        writer.WriteStartObject();
        writer.WriteString("id", party.Id);
        writer.WriteString("schema", party.Schema);
        writer.WriteString("caption", party.Caption);
        FtmWriter.WriteProperties(writer, party.Listings.Select(static l => l.Entry));
        writer.WriteStartArray("listings");
        foreach (var listing in party.Listings) WriteListing(writer, listing);
        writer.WriteEndArray();
        writer.WriteStartArray("joinedBy");
        foreach (var join in party.JoinedBy) WriteJoin(writer, join);
        writer.WriteEndArray();
        writer.WriteStartArray("suggestions");
        foreach (var suggestion in party.Suggestions) WriteSuggestion(writer, suggestion);
        writer.WriteEndArray();
        writer.WriteStartArray("relations");
        foreach (var link in StatedLink.Of(party, snapshot)) WriteLink(writer, link);
        writer.WriteEndArray();
        writer.WriteBoolean("demonstration", snapshot.Demonstration);
        writer.WriteEndObject();
    }

    static void WriteListing(Utf8JsonWriter writer, Listing listing)
    {
        var entry = listing.Entry;
        writer.WriteStartObject();
        writer.WriteString("list", listing.List);
        writer.WriteString("entry", entry.Id);
        writer.WriteString("version", listing.Version);
        ListsJson.WriteTexts(writer, "programs", entry.Programs);
        writer.WriteString("listedOn", entry.ListedOn);
        writer.WriteString("reason", entry.Reason);
        ListsJson.WriteStandsFor(writer, entry);
        writer.WriteStartObject("published");
        foreach (var field in entry.Published.GroupBy(static f => f.Name, static f => f.Value))
        {
            if (field.Count() == 1) writer.WriteString(field.Key, field.First());
            else ListsJson.WriteTexts(writer, field.Key, field);
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    static void WriteJoin(Utf8JsonWriter writer, Join join)
    {
        writer.WriteStartObject();
        ListsJson.WriteTexts(writer, "entries", join.Entries);
        writer.WriteString("reason", join.Reason);
        writer.WriteEndObject();
    }

    static void WriteSuggestion(Utf8JsonWriter writer, JoinSuggestion suggestion)
    {
        writer.WriteStartObject();
        writer.WriteString("entry", suggestion.Entry);
        writer.WriteString("caption", suggestion.Caption);
        writer.WriteString("reason", suggestion.Reason);
        writer.WriteEndObject();
    }

    static void WriteLink(Utf8JsonWriter writer, StatedLink link)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", link.Kind);
        writer.WriteString("party", link.Party);
        writer.WriteString("caption", link.Caption);
        writer.WriteNull("since");
        writer.WriteString("source", link.List);
        writer.WriteEndObject();
    }
}
