using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Ostrakon.Matching;
using Ostrakon.Server.Access;
using Ostrakon.Server.Files;
using Ostrakon.Server.Hosting;
using Ostrakon.Server.Records;

namespace Ostrakon.Server.Api;

/// <summary>Is this party listed? One query, or a stream of them; and the comparison of two names.</summary>
static class ScreenApi
{
    const int FlushAt = 1 << 16;   // bytes

    /// <summary>The header that names the record of a single question, for <c>ostrakon replay</c>.</summary>
    const string RecordHeader = "X-Screening-Id";

    public static async Task<IResult> Get(HttpContext http, ListsInUse lists, ScreeningLog log, Telemetry telemetry, CancellationToken cancel)
    {
        using var use = lists.Use();
        var address = http.Request.Query;
        return await AnswerAsync(http, ScreeningRequest.Query(address), ScreeningRequest.Options(address, use.Snapshot), use, log, telemetry, cancel);
    }

    public static async Task<IResult> Post(HttpContext http, ListsInUse lists, ScreeningLog log, Telemetry telemetry, CancellationToken cancel)
    {
        using var body = await ScreeningRequest.Body(http.Request, cancel);
        using var use = lists.Use();
        return await AnswerAsync(http, ScreeningRequest.Query(body.RootElement), ScreeningRequest.Options(body.RootElement, use.Snapshot), use, log, telemetry, cancel);
    }

    static async Task<IResult> AnswerAsync(HttpContext http, Query query, ScreeningOptions options, ListsUse use, ScreeningLog log, Telemetry telemetry, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        var screening = use.Screener.Screen(query, options, cancel);
        telemetry.Screened(screening.Total, began);
        var answer = JsonAnswer.Of(json => Recording.Answer(json, query, screening, use));
        var recording = log.Begin(http.Key()?.Id, "/v1/screen");
        if (recording.Add(query, options, screening, use, answer.Written) is { } id) http.Response.Headers[RecordHeader] = id;
        await recording.KeptAsync(cancel);
        return answer;
    }

    /// <summary>JSON lines in, JSON lines out, in order, both streamed: the first answers leave before the last queries have come.</summary>
    public static async Task Batch(HttpContext http, ListsInUse lists, ScreeningLog log, Telemetry telemetry, CancellationToken cancel)
    {
        if (http.Request.ContentType is { } type && !type.Contains("json", StringComparison.OrdinalIgnoreCase))
            throw new ProblemException(StatusCodes.Status415UnsupportedMediaType, "Send JSON lines, with Content-Type: application/x-ndjson. A table goes to /v1/jobs.");
        using var use = lists.Use();
        var options = ScreeningRequest.Options(http.Request.Query, use.Snapshot);
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;   // streamed: memory is bounded by the longest line
        http.Response.ContentType = "application/x-ndjson; charset=utf-8";
        var output = http.Response.BodyWriter;
        using var json = new Utf8JsonWriter(output, JsonForms.OneLine);
        if (http.Request.Query["header"] == "true")
        {
            json.WriteStartObject();
            ScreeningJson.WriteVersions(json, use.Snapshot);
            json.WriteEndObject();
            EndLine(json, output);
        }
        var recording = log.Begin(http.Key()?.Id, "/v1/screen/batch");
        BatchAnswer Work(BatchRow row)
        {
            if (row.Query is null) return new(row, null);
            var began = Stopwatch.GetTimestamp();
            var screening = use.Screener.Screen(row.Query, options, cancel);
            telemetry.Screened(screening.Total, began);
            recording.Add(row.Query, options, screening, use);
            return new(row, screening);
        }
        await using var answers = OrderedWork.Of(Rows(http.Request.Body, cancel), Work, chunk: 16, cancel).GetAsyncEnumerator(cancel);
        while (true)
        {
            var next = answers.MoveNextAsync();
            if (!next.IsCompleted || output.UnflushedBytes >= FlushAt) await FlushAsync();   // nothing waits for what the client has not sent
            if (!await next) break;
            JsonAnswerFile.WriteAnswer(json, answers.Current, use.Snapshot);
            EndLine(json, output);
        }
        await FlushAsync();

        async Task FlushAsync()
        {
            await recording.KeptAsync(cancel);
            await output.FlushAsync(cancel);
        }
    }

    static async IAsyncEnumerable<BatchRow> Rows(Stream body, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var lines = new StreamReader(body, new UTF8Encoding(false));
        var line = new StringBuilder();
        var buffer = new char[1 << 14];
        var row = 0;
        for (int read; (read = await lines.ReadAsync(buffer, cancel)) > 0;)
        {
            for (var at = 0; at < read;)
            {
                var end = buffer.AsSpan(at, read - at).IndexOf('\n');
                if (line.Length <= BatchFile.LongestLine) line.Append(buffer, at, (end < 0 ? read : at + end) - at);
                if (end < 0) break;
                at += end + 1;
                if (Row() is { } full) yield return full;
            }
        }
        if (Row() is { } last) yield return last;

        BatchRow? Row()
        {
            var text = line.ToString();
            line.Clear();
            return string.IsNullOrWhiteSpace(text) ? null : BatchFile.Parsed(text, ++row);
        }
    }

    static void EndLine(Utf8JsonWriter json, IBufferWriter<byte> output)
    {
        json.Flush();
        output.Write("\n"u8);
        json.Reset();
    }

    public static IResult GetComparison(string name1, string name2, string? schema, string? algorithm) => Compared(name1, name2, schema, algorithm);

    public static async Task<IResult> PostComparison(HttpRequest request, CancellationToken cancel)
    {
        using var body = await ScreeningRequest.Body(request, cancel);
        if (body.RootElement.ValueKind != JsonValueKind.Object) throw ProblemException.Bad("The body is no JSON object.");
        string? One(string key) => QueryCheck.Texts(body.RootElement, key).FirstOrDefault();
        return Compared(One("name1"), One("name2"), One("schema"), One("algorithm"));
    }

    static JsonAnswer Compared(string? name1, string? name2, string? schema, string? algorithm)
    {
        if (string.IsNullOrWhiteSpace(name1) || string.IsNullOrWhiteSpace(name2)) throw ProblemException.Bad("Give name1 and name2.");
        if (QueryCheck.Of([name1, name2], schema, [], [], [], out var problem) is not { } query) throw ProblemException.Bad($"The comparison has a fault: {problem}.");
        var comparison = NameComparison.Compare(name1, name2, query.Schema, ScreeningRequest.Matcher(algorithm));
        return JsonAnswer.Of(json => ScreeningJson.WriteComparison(json, name1, name2, query.Schema, comparison, ScreeningOptions.AlertThreshold));
    }
}
