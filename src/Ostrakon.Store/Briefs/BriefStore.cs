using System.Data.Common;
using Ostrakon.Store.Files;
using Ostrakon.Store.Screenings;

namespace Ostrakon.Store.Briefs;

/// <summary>A document with its brief, as it is kept. Immutable.</summary>
/// <param name="Id">Not to be guessed.</param>
/// <param name="Created">When it was read.</param>
/// <param name="AskedBy">The id of the key that asked; null on a server without keys.</param>
/// <param name="Source">What is known of the document beside its bytes, as JSON.</param>
/// <param name="Document">The document's bytes.</param>
/// <param name="Json">The brief as JSON.</param>
/// <param name="Html">The brief as one HTML file.</param>
/// <param name="Versions">What answered.</param>
public sealed record BriefRecord(
    string Id, DateTimeOffset Created, string? AskedBy, string Source, StoredFile Document, ReadOnlyMemory<byte> Json, ReadOnlyMemory<byte> Html, AnswerVersions Versions)
{
    /// <summary>The brief as the server's own page shows it, as the server writes it.</summary>
    public ReadOnlyMemory<byte> Page { get; init; }
}

/// <summary>Documents and their briefs. Safe for any number of threads.</summary>
public sealed class BriefStore(IDatabase database)
{
    /// <summary>Keeps a brief with its document.</summary>
    public Task AddAsync(BriefRecord brief, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(brief);
        return database.WriteAsync(async c =>
        {
            await FileStore.CompleteAsync(c, brief.Document, cancel);
            await brief.Versions.KeepAsync(c, brief.Created, cancel);
            return await c.ExecuteAsync("insert into briefs (id, created, asked_by, source, document, json, html, page, versions) values (@id, @created, @asked_by, @source, @document, @json, @html, @page, @versions)", cancel,
                ("id", brief.Id), ("created", brief.Created.ToUnixTimeMilliseconds()), ("asked_by", brief.AskedBy), ("source", brief.Source), ("document", brief.Document.Id),
                ("json", brief.Json.ToArray()), ("html", brief.Html.ToArray()), ("page", brief.Page.ToArray()), ("versions", brief.Versions.Id));
        }, Durability.Machine, cancel);
    }

    /// <summary>A brief; null where there is none, or none any more.</summary>
    public Task<BriefRecord?> FindAsync(string id, CancellationToken cancel) => database.ReadAsync(async c =>
    {
        var rows = await c.QueryAsync("select b.id, b.created, b.asked_by, b.source, f.id, f.bytes, f.sha256, b.json, b.html, b.versions, b.page from briefs b join files f on f.id = b.document where b.id = @id",
            static r => (Brief: new BriefRecord(r.GetString(0), r.Time(1), r.Text(2), r.GetString(3), new(r.GetString(4), r.GetInt64(5), r.GetString(6)), (byte[])r.GetValue(7), (byte[])r.GetValue(8), null!) { Page = r.IsDBNull(10) ? default : (byte[])r.GetValue(10) },
                Versions: r.GetString(9)), cancel, ("id", id));
        return rows.Count == 0 ? null : rows[0].Brief with { Versions = await AnswerVersions.FindAsync(c, rows[0].Versions, cancel) };
    }, null, cancel);

    /// <summary>The ids of all briefs, oldest first.</summary>
    public Task<List<string>> IdsAsync(CancellationToken cancel) => database.ReadAsync(
        c => c.QueryAsync("select id from briefs order by created, id", static r => r.GetString(0), cancel), [], cancel);

    /// <summary>Removes a brief with its document; false where there is none.</summary>
    public Task<bool> RemoveAsync(string id, CancellationToken cancel) => database.WriteAsync(c => RemoveAsync(c, id, cancel), Durability.Machine, cancel);

    internal static async Task<bool> RemoveAsync(DbConnection connection, string id, CancellationToken cancel)
    {
        var documents = await connection.QueryAsync("select document from briefs where id = @id", static r => r.GetString(0), cancel, ("id", id));
        await connection.ExecuteAsync("delete from briefs where id = @id", cancel, ("id", id));
        await FileStore.RemoveAsync(connection, documents, cancel);
        return documents.Count > 0;
    }
}
