using System.Collections.Immutable;
using System.Text.Json;
using Ostrakon.Documents.Events;
using Ostrakon.Documents.Mentions;
using Ostrakon.Index;
using Ostrakon.Lists;
using Ostrakon.Matching;

namespace Ostrakon.Documents.Briefs;

/// <summary>The brief as JSON, the form that docs/contracts.md gives. Pure; safe for any number of threads.</summary>
public static class BriefJson
{
    /// <summary>Writes a brief as one object.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="brief">The brief.</param>
    /// <param name="snapshot">The lists that were asked.</param>
    /// <param name="withVersions">Whether to name the versions; false in batches.</param>
    /// <param name="id">Name and value of a first property, in batches: ("id", "a17") or ("file", "a.html").</param>
    public static void Write(Utf8JsonWriter writer, Brief brief, Snapshot snapshot, bool withVersions, (string Name, string Value)? id = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(snapshot);
        writer.WriteStartObject();
        if (id is { } first) writer.WriteString(first.Name, first.Value);
        WriteDocument(writer, brief);
        writer.WriteStartArray("parties");
        foreach (var party in brief.Parties) WriteParty(writer, party);
        writer.WriteEndArray();
        writer.WriteStartArray("events");
        foreach (var e in brief.Events) WriteEvent(writer, e);
        writer.WriteEndArray();
        writer.WriteStartArray("exposure");
        foreach (var e in brief.Exposure)
        {
            writer.WriteStartObject();
            writer.WriteString("party", e.Party);
            writer.WriteString("via", e.Via);
            writer.WriteString("to", e.To);
            writer.WriteString("list", e.List);
            writer.WriteString("sentence", e.Sentence);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        if (withVersions) ScreeningJson.WriteVersions(writer, snapshot);
        ScreeningJson.WriteDemonstration(writer, snapshot);
        writer.WriteEndObject();
    }

    static void WriteDocument(Utf8JsonWriter writer, Brief brief)
    {
        var article = brief.Article;
        writer.WriteStartObject("document");
        writer.WriteString("id", brief.DocumentId);
        writer.WriteString("source", brief.Source);
        writer.WriteString("url", article.Url);
        writer.WriteString("title", article.Title);
        writer.WriteString("author", article.Author);
        writer.WriteString("published", article.Published);
        writer.WriteString("publishedEvidence", article.PublishedEvidence);
        writer.WriteString("language", article.Language);
        writer.WriteString("text", article.Text);
        writer.WriteBoolean("truncated", article.Truncated);
        writer.WriteStartArray("dropped");
        foreach (var block in article.Dropped)
        {
            writer.WriteStartObject();
            writer.WriteString("reason", block.Reason);
            writer.WriteString("text", block.Text);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static void WriteParty(Utf8JsonWriter writer, DocumentParty party)
    {
        writer.WriteStartObject();
        writer.WriteString("id", party.Id);
        writer.WriteString("name", party.Name);
        writer.WriteString("kind", Words.Of(party.Kind));
        writer.WriteString("country", party.Country);
        writer.WriteStartArray("mentions");
        foreach (var m in party.Mentions)
        {
            writer.WriteStartObject();
            WriteSpan(writer, m.Start, m.End, m.Text);
            writer.WriteString("in", m.InTitle ? "title" : "text");
            writer.WriteString("how", Words.Of(m.How));
            if (m.Score < 1) writer.WriteNumber("score", Math.Round(m.Score, 3));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("listings");
        foreach (var found in party.Listings)
            foreach (var listing in found.Hit.Party.Listings) WriteListing(writer, found, listing.List, listing.Entry);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static void WriteListing(Utf8JsonWriter writer, DocumentListing found, string list, Parties.Entry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("party", found.Hit.Party.Id);
        writer.WriteString("caption", entry.Caption);
        writer.WriteString("list", list);
        writer.WriteString("entry", entry.Id);
        writer.WriteStartArray("programs");
        foreach (var program in entry.Programs) writer.WriteStringValue(program);
        writer.WriteEndArray();
        ListsJson.WriteStandsFor(writer, entry);
        writer.WriteNumber("score", ScreeningJson.Rounded(found.Hit.Score));
        writer.WriteNumber("probability", ScreeningJson.Rounded(found.Hit.Probability));
        writer.WriteString("tier", Words.Of(found.Tier));
        writer.WriteString("why", found.Why);
        writer.WriteEndObject();
    }

    static void WriteEvent(Utf8JsonWriter writer, Event e)
    {
        writer.WriteStartObject();
        writer.WriteString("id", e.Id);
        writer.WriteString("kind", Events.Kinds.Get(e.Kind).IsOther ? null : e.Kind);
        writer.WriteString("plover", e.Plover);
        WriteStrings(writer, "agent", e.Agent);
        WriteStrings(writer, "counterpart", e.Counterpart);
        writer.WriteString("object", e.Object);
        writer.WriteString("objectClass", e.ObjectClass);
        writer.WriteString("place", e.Place);
        if (e.Time is { } time)
        {
            writer.WriteStartObject("time");
            writer.WriteString("text", time.Text);
            writer.WriteString("value", time.Value);
            writer.WriteEndObject();
        }
        else writer.WriteNull("time");
        writer.WriteString("factuality", e.Factuality);
        WriteStrings(writer, "attribution", e.Attribution);
        writer.WriteNumber("confidence", Math.Round(e.Confidence, 3));
        writer.WriteStartArray("evidence");
        foreach (var span in e.Evidence)
        {
            writer.WriteStartObject();
            WriteSpan(writer, span.Start, span.End, span.Text);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartObject("trigger");
        WriteSpan(writer, e.Trigger.Start, e.Trigger.End, e.Trigger.Text);
        writer.WriteEndObject();
        writer.WriteString("rule", e.Rule);
        writer.WriteEndObject();
    }

    static void WriteStrings(Utf8JsonWriter writer, string name, ImmutableArray<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values) writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    static void WriteSpan(Utf8JsonWriter writer, int start, int end, string text)
    {
        writer.WriteNumber("start", start);
        writer.WriteNumber("end", end);
        writer.WriteString("text", text);
    }
}
