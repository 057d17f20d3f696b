using System.Security.Cryptography;
using Ostrakon.Store.Screenings;

namespace Ostrakon.Store.Files;

/// <summary>
/// Files of any size, kept in parts. A file is there once it is whole and the record that needs it has taken it up; what an upload that
/// broke off left behind is removed after a day. Safe for any number of threads.
/// </summary>
public sealed class FileStore(IDatabase database, TimeProvider time)
{
    internal const int PartBytes = 1 << 20;

    static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    /// <summary>Begins a file. It is complete when a record takes it up, see <see cref="CompleteAsync"/>. Dispose the writer in any case.</summary>
    public async Task<FileWriteStream> CreateAsync(CancellationToken cancel)
    {
        var id = RecordId.New(time.GetUtcNow());
        await database.WriteAsync(c => c.ExecuteAsync("insert into files (id, created, bytes, sha256, complete) values (@id, @now, 0, '', 0)", cancel,
            ("id", id), ("now", time.GetUtcNow().ToUnixTimeMilliseconds())), Durability.Process, cancel);
        return new(id, AddPartAsync, RemoveAsync);
    }

    /// <summary>Takes a file in.</summary>
    public async Task<StoredFile> AddAsync(Stream content, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(content);
        await using var file = await CreateAsync(cancel);
        await content.CopyToAsync(file, PartBytes, cancel);
        return await file.EndAsync(cancel);
    }

    Task<int> AddPartAsync(string file, long number, byte[] content, CancellationToken cancel) => database.WriteAsync(
        c => c.ExecuteAsync("insert into file_parts (file, number, content) values (@file, @number, @content)", cancel, ("file", file), ("number", number), ("content", content)),
        Durability.Process, cancel);

    /// <summary>Removes a file that no record has taken up.</summary>
    public Task RemoveAsync(string id) => database.WriteAsync(async c =>
    {
        await RemoveAsync(c, [id], CancellationToken.None);
        return true;
    }, Durability.Process, CancellationToken.None);

    /// <summary>Marks a file as whole, within the transaction of the record that needs it.</summary>
    internal static Task CompleteAsync(System.Data.Common.DbConnection connection, StoredFile file, CancellationToken cancel) => connection.ExecuteAsync(
        "update files set complete = 1, bytes = @bytes, sha256 = @sha256 where id = @id", cancel, ("id", file.Id), ("bytes", file.Bytes), ("sha256", file.Sha256));

    /// <summary>What is known of a file; null where it is not there.</summary>
    public Task<StoredFile?> FindAsync(string id, CancellationToken cancel) => database.ReadAsync(c => FindAsync(c, id, cancel), null, cancel);

    internal static async Task<StoredFile?> FindAsync(System.Data.Common.DbConnection connection, string id, CancellationToken cancel) => (await connection.QueryAsync(
        "select id, bytes, sha256 from files where id = @id and complete = 1", static r => new StoredFile(r.GetString(0), r.GetInt64(1), r.GetString(2)), cancel, ("id", id))).FirstOrDefault();

    /// <summary>The content, read part by part as it is needed.</summary>
    public Stream Open(StoredFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new FileParts(file.Bytes, (number, cancel) => database.ReadAsync(async c => (await c.QueryAsync(
            "select content from file_parts where file = @file and number = @number", static r => (byte[])r.GetValue(0), cancel, ("file", file.Id), ("number", number))).FirstOrDefault(), null, cancel));
    }

    /// <summary>Removes what uploads that broke off left behind.</summary>
    public async Task RemoveAbandonedAsync(CancellationToken cancel)
    {
        if (!await database.HoldsAnythingAsync(cancel)) return;
        await database.WriteAsync(async c =>
        {
            var ids = await c.QueryAsync("select id from files where complete = 0 and created < @before", static r => r.GetString(0), cancel,
                ("before", (time.GetUtcNow() - Abandoned).ToUnixTimeMilliseconds()));
            await RemoveAsync(c, ids, cancel);
            return true;
        }, Durability.Process, cancel);
    }

    internal static async Task RemoveAsync(System.Data.Common.DbConnection connection, IEnumerable<string> ids, CancellationToken cancel)
    {
        foreach (var id in ids)
        {
            await connection.ExecuteAsync("delete from file_parts where file = @id", cancel, ("id", id));
            await connection.ExecuteAsync("delete from files where id = @id", cancel, ("id", id));
        }
    }
}

/// <summary>A file as it is kept. Immutable.</summary>
/// <param name="Id">Names it in the store.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Of its content, in lower-case hexadecimal.</param>
public sealed record StoredFile(string Id, long Bytes, string Sha256);
