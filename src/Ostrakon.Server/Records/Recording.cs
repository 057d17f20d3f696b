using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ostrakon.Matching;
using Ostrakon.Server.Hosting;
using Ostrakon.Store.Screenings;

namespace Ostrakon.Server.Records;

/// <summary>
/// What one request adds to the log: <see cref="Add"/> each question with its answer, and let no answer leave before <see cref="KeptAsync"/>. Where
/// the settings turn the log off, both do nothing. Adding is safe for any number of threads.
/// </summary>
sealed class Recording(ScreeningJournal? journal, string? askedBy, string via, TimeProvider time)
{
    readonly Lock gate = new();
    List<ScreeningRecord> added = [];

    /// <summary>Adds a question with its answer; its id, or null where nothing is recorded.</summary>
    /// <param name="query">What was asked.</param>
    /// <param name="options">How.</param>
    /// <param name="screening">What was found.</param>
    /// <param name="use">What answered.</param>
    /// <param name="answer">The answer as <see cref="Answer"/> writes it, where it is at hand.</param>
    public string? Add(Query query, ScreeningOptions options, Screening screening, ListsUse use, ReadOnlyMemory<byte>? answer = null)
    {
        if (journal is null) return null;
        var now = time.GetUtcNow();
        var record = new ScreeningRecord(RecordId.New(now), now, askedBy, via,
            Text(json => QuestionJson.Write(json, query)), Text(json => QuestionJson.Write(json, options)), screening.Total, Text(json => WriteHits(json, screening)),
            Hash(answer ?? Bytes(json => Answer(json, query, screening, use))), use.Versions);
        lock (gate) added.Add(record);
        return record.Id;
    }

    /// <summary>Returns once everything that was added is kept.</summary>
    public Task KeptAsync(CancellationToken cancel)
    {
        if (journal is null) return Task.CompletedTask;
        List<ScreeningRecord> records;
        lock (gate) (records, added) = (added, []);
        return records.Count == 0 ? Task.CompletedTask : journal.KeepAsync(records, cancel);
    }

    /// <summary>The answer whose hash is kept: that of <c>/v1/screen</c>, through whichever interface the question came.</summary>
    public static void Answer(Utf8JsonWriter json, Query query, Screening screening, ListsUse use) =>
        ScreeningJson.WriteScreening(json, null, null, query, screening, use.Snapshot, withVersions: true);

    /// <summary>What the log says of the hits.</summary>
    public static void WriteHits(Utf8JsonWriter json, Screening screening)
    {
        json.WriteStartArray();
        foreach (var hit in screening.Hits)
        {
            json.WriteStartObject();
            json.WriteString("party", hit.Party.Id);
            json.WriteNumber("score", ScreeningJson.Rounded(hit.Score));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static string Hash(ReadOnlyMemory<byte> answer) => Convert.ToHexStringLower(SHA256.HashData(answer.Span));

    /// <summary>JSON as bytes.</summary>
    public static ReadOnlyMemory<byte> Bytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, JsonForms.OneLine)) write(json);
        return buffer.WrittenMemory;
    }

    /// <summary>JSON as text.</summary>
    public static string Text(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(Bytes(write).Span);
}
