using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ostrakon.Index;
using Ostrakon.Lists.Archive;
using Ostrakon.Lists.Deltas;
using Ostrakon.Lists.Ftm;
using Ostrakon.Parties;

namespace Ostrakon.Lists;

/// <summary>
/// Lists, imports and deltas as JSON, in the shapes of docs/contracts.md, for the command line and the HTTP interface alike. Every method
/// writes one value and leaves the writer open.
/// </summary>
public static class ListsJson
{
    /// <summary>The lists in use.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="snapshot">What is in use.</param>
    /// <param name="age">How old a version is.</param>
    /// <param name="archive">Says which are pinned, and which other versions are kept.</param>
    public static void WriteLists(Utf8JsonWriter writer, Snapshot snapshot, ListAge age, ListArchive archive)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(archive);
        var inUse = archive.InUse();
        writer.WriteStartObject();
        writer.WriteStartArray("lists");
        foreach (var list in snapshot.Lists)
        {
            writer.WriteStartObject();
            writer.WriteString("id", list.List);
            WriteVersion(writer, list);
            writer.WriteNumber("ageDays", age.Days(list));
            writer.WriteBoolean("stale", age.IsStale(list));
            writer.WriteBoolean("pinned", inUse.Of(list.List) is { Pinned: true });
            WriteTexts(writer, "kept", archive.Versions(list.List).Select(static v => v.Version.Version));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteBoolean("demonstration", snapshot.Demonstration);
        writer.WriteEndObject();
    }

    /// <summary>What an import did.</summary>
    /// <summary>What imports did: one as its object, several as <c>imports</c>.</summary>
    public static void WriteImports(Utf8JsonWriter writer, ImmutableArray<ImportResult> imports)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (imports is [var only]) { WriteImport(writer, only); return; }
        writer.WriteStartObject();
        writer.WriteStartArray("imports");
        foreach (var import in imports) WriteImport(writer, import);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static void WriteImport(Utf8JsonWriter writer, ImportResult import)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(import);
        writer.WriteStartObject();
        writer.WriteString("list", import.Version.List);
        WriteVersion(writer, import.Version);
        writer.WriteBoolean("new", import.IsNew);
        writer.WriteString("inUse", import.InUse);
        writer.WriteString("before", import.Before?.Version);
        if (import.Delta is { } delta)
        {
            writer.WriteNumber("added", delta.Added.Length);
            writer.WriteNumber("removed", delta.Removed.Length);
            writer.WriteNumber("changed", delta.Changed.Length);
        }
        WriteTexts(writer, "warnings", import.Warnings);
        WriteTexts(writer, "versionsRemoved", import.Removed);
        writer.WriteEndObject();
    }

    /// <summary>What one version has that another has not.</summary>
    public static void WriteDelta(Utf8JsonWriter writer, string list, string old, string @new, ListDelta delta)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(delta);
        writer.WriteStartObject();
        writer.WriteString("list", list);
        writer.WriteString("old", old);
        writer.WriteString("new", @new);
        writer.WriteStartArray("added");
        foreach (var entry in delta.Added) WriteEntry(writer, list, entry);
        writer.WriteEndArray();
        writer.WriteStartArray("removed");
        foreach (var entry in delta.Removed) WriteEntry(writer, list, entry);
        writer.WriteEndArray();
        writer.WriteStartArray("changed");
        foreach (var change in delta.Changed)
        {
            writer.WriteStartObject();
            writer.WriteString("entry", change.New.Id);
            writer.WriteString("caption", change.New.Caption);
            writer.WriteStartArray("fields");
            foreach (var field in change.Fields)
            {
                writer.WriteStartObject();
                writer.WriteString("name", field.Name);
                WriteTexts(writer, "old", field.Old);
                WriteTexts(writer, "new", field.New);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static void WriteVersion(Utf8JsonWriter writer, ListVersion version)
    {
        writer.WriteString("title", ListTitles.Of(version.List));
        writer.WriteString("version", version.Version);
        writer.WriteString("published", version.Published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteString("publishedFrom", version.PublishedFrom);
        writer.WriteString("fetched", version.Fetched.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        writer.WriteString("sha256", version.Sha256);
        writer.WriteNumber("entries", version.Entries);
        writer.WriteNumber("names", version.Names);
        writer.WriteStartObject("coverage");
        writer.WriteNumber("mapped", version.Coverage.Mapped);
        writer.WriteStartArray("unmapped");
        foreach (var field in version.Coverage.Unmapped)
        {
            writer.WriteStartObject();
            writer.WriteString("path", field.Path);
            writer.WriteNumber("count", field.Count);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static void WriteEntry(Utf8JsonWriter writer, string list, Entry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("id", entry.Id);
        writer.WriteString("party", Party.IdOf(list, entry.Id));
        writer.WriteString("schema", entry.Schema);
        writer.WriteString("caption", entry.Caption);
        FtmWriter.WriteProperties(writer, [entry]);
        WriteTexts(writer, "programs", entry.Programs);
        writer.WriteString("listedOn", entry.ListedOn);
        writer.WriteString("reason", entry.Reason);
        writer.WriteEndObject();
    }

    /// <summary>The member <c>standsFor</c>, inside an object: the real listing that an entry of the starter list stands for; nothing for any other entry.</summary>
    public static void WriteStandsFor(Utf8JsonWriter writer, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.StandsFor is not { } real) return;
        writer.WriteStartObject("standsFor");
        writer.WriteString("list", real.List);
        writer.WriteString("entry", real.Entry);
        writer.WriteEndObject();
    }

    internal static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
