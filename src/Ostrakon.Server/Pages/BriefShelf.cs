using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ostrakon.Documents.Briefs;
using Ostrakon.Documents.Extraction;
using Ostrakon.Documents.Sources;
using Ostrakon.Server.Hosting;
using Ostrakon.Store;
using Ostrakon.Store.Briefs;
using Ostrakon.Store.Screenings;

namespace Ostrakon.Server.Pages;

/// <summary>Briefs of documents that were given to the pages, in the store: a page can be loaded again, downloaded and shared until it is purged. Safe for any number of threads.</summary>
sealed class BriefShelf(DataStore store, TimeProvider time)
{
    /// <summary>Keeps a brief with its document; its id. When this returns it is kept.</summary>
    public async Task<string> PutAsync(Brief brief, SourceDocument document, ListsUse use, string? askedBy, CancellationToken cancel)
    {
        var id = RecordId.New(time.GetUtcNow());
        var page = new ShelvedBrief(brief, [.. use.Snapshot.Lists.Select(static l => $"{l.List} {l.Version}")], use.Snapshot.Demonstration);
        using var bytes = new MemoryStream(document.Bytes.ToArray());
        await store.Briefs.AddAsync(new(id, time.GetUtcNow(), askedBy, BriefSource.Of(document).Text(), await store.Files.AddAsync(bytes, cancel),
            Json(brief, use), Encoding.UTF8.GetBytes(BriefHtml.Page(brief, use.Snapshot)), use.Versions)
        {
            Page = JsonSerializer.SerializeToUtf8Bytes(page, ShelfJson.Default.ShelvedBrief),
        }, cancel);
        return id;
    }

    public async Task<ShelvedBrief?> FindAsync(string id, CancellationToken cancel) =>
        await RecordAsync(id, cancel) is { } record ? JsonSerializer.Deserialize(record.Page.Span, ShelfJson.Default.ShelvedBrief) : null;

    public Task<BriefRecord?> RecordAsync(string id, CancellationToken cancel) => store.Briefs.FindAsync(id, cancel);

    /// <summary>The brief as it is downloaded, and as a replay compares it.</summary>
    public static byte[] Json(Brief brief, ListsUse use)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, JsonForms.Indented)) BriefJson.Write(writer, brief, use.Snapshot, withVersions: true);
        return json.ToArray();
    }
}

/// <summary>A brief as its page shows it. Immutable.</summary>
/// <param name="Brief">The brief.</param>
/// <param name="Lists">The list versions that were asked, "un-sc 2024-05-03".</param>
/// <param name="Demonstration">Whether only the starter list answered.</param>
public sealed record ShelvedBrief(Brief Brief, ImmutableArray<string> Lists, bool Demonstration);

/// <summary>What is known of a document beside its bytes. Immutable.</summary>
sealed record BriefSource(string? Id, string? File, SourceHint Hint)
{
    public static BriefSource Of(SourceDocument document) => new(document.Id, document.File, document.Hint);

    public static BriefSource Parse(string text) => JsonSerializer.Deserialize(text, ShelfJson.Default.BriefSource)!;

    public string Text() => JsonSerializer.Serialize(this, ShelfJson.Default.BriefSource);

    /// <summary>The document again.</summary>
    public SourceDocument Document(ReadOnlyMemory<byte> bytes) => new() { Id = Id, File = File, Bytes = bytes, Hint = Hint, Share = 1 };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(ShelvedBrief))]
[JsonSerializable(typeof(BriefSource))]
sealed partial class ShelfJson : JsonSerializerContext;
