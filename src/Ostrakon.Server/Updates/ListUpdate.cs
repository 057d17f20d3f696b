using System.Collections.Immutable;
using System.Text.Json;
using Ostrakon.Lists.Archive;

namespace Ostrakon.Server.Updates;

/// <summary>What an update did with one list. Immutable.</summary>
/// <param name="List">The list id.</param>
/// <param name="Imported">The import; null where nothing new was fetched or it failed.</param>
/// <param name="Error">What went wrong and what to do; null where nothing did. What was in use stays in use.</param>
public sealed record ListUpdate(string List, ImportResult? Imported, string? Error)
{
    /// <summary><c>updated</c>, <c>unchanged</c> or <c>failed</c>.</summary>
    public string State => Error is not null ? "failed" : Imported is { IsNew: true } ? "updated" : "unchanged";

    /// <summary>In one line.</summary>
    public override string ToString() => this switch
    {
        { Error: { } error } => $"{List}: failed, what was in use stays in use. {error}",
        { Imported: { IsNew: true } done } => $"{List}: {done.Version.Version}, {done.Version.Entries} entries{Changes(done)}{(done.InUse == done.Version.Version ? "" : $"; {done.InUse} stays in use")}",
        _ => $"{List}: unchanged",
    };

    static string Changes(ImportResult done) => done.Delta is not { } delta ? "" : $"; {delta.Added.Length} added, {delta.Removed.Length} removed, {delta.Changed.Length} changed";

    /// <summary>Writes <c>{"updates":[...]}</c>.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<ListUpdate> updates)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteStartArray("updates");
        foreach (var update in updates)
        {
            json.WriteStartObject();
            json.WriteString("list", update.List);
            json.WriteString("state", update.State);
            json.WriteString("version", update.Imported?.Version.Version);
            json.WriteString("inUse", update.Imported?.InUse);
            if (update.Imported?.Delta is { } delta)
            {
                json.WriteNumber("added", delta.Added.Length);
                json.WriteNumber("removed", delta.Removed.Length);
                json.WriteNumber("changed", delta.Changed.Length);
            }
            json.WriteString("error", update.Error);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
