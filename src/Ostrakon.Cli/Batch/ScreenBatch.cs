using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Ostrakon.Cli.CommandLine;
using Ostrakon.Index;
using Ostrakon.Matching;

namespace Ostrakon.Cli.Batch;

/// <summary>A file of queries against the lists: JSONL or CSV out, in input order, bad rows counted and passed on with their error.</summary>
static class ScreenBatch
{
    sealed record Answer(BatchRow Row, Screening? Screening);

    public static async Task RunAsync(
        Screener screener, Snapshot snapshot, ScreeningOptions options, string input, string output, bool header, CancellationToken cancel)
    {
        var csv = output.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
        var (rows, bad, hits, cut) = (0, 0, 0, 0);
        using (var file = new OutputFile(output))
        {
            var text = csv ? file.Text : null;
            text?.Write("id,input_row,rank,party,schema,caption,matched_name,score,probability,list,entry,programs,error\n");
            var buffer = new ArrayBufferWriter<byte>(1 << 16);
            using var json = new Utf8JsonWriter(buffer, ConsoleJson.OneLine);
            if (!csv && header)
            {
                json.WriteStartObject();
                ScreeningJson.WriteVersions(json, snapshot);
                json.WriteEndObject();
                Flush(json, buffer, file.Stream);
            }
            using var queries = BatchFile.Open(input);
            await Progress.RunAsync("screening", progress => OrderedWork.RunAsync(
                queries.Rows(cancel),
                row => new Answer(row, row.Query is null ? null : screener.Screen(row.Query, options, cancel)),
                answer =>
                {
                    rows++;
                    if (answer.Screening is null) bad++;
                    else if (answer.Screening.Total > 0) hits++;
                    if (answer.Screening is { } s && s.Total > s.Hits.Length) cut++;
                    if (text is not null) WriteCsv(text, answer);
                    else
                    {
                        WriteJson(json, answer, snapshot);
                        Flush(json, buffer, file.Stream);
                    }
                    if (rows % 256 == 0) progress(queries.Share);
                },
                chunk: 64, cancel));
            file.Keep();
        }
        WriteMeta(output + ".meta.json", snapshot, options);
        await Console.Error.WriteLineAsync($"{rows:N0} rows: {hits:N0} with hits, {bad:N0} bad (their errors are in {output}).");
        if (cut > 0) await Console.Error.WriteLineAsync($"{cut:N0} rows have more hits than --limit {options.Limit} shows.");
        Demonstration.Tell(Console.Error, snapshot);
    }

    static void WriteJson(Utf8JsonWriter json, Answer answer, Snapshot snapshot)
    {
        var (row, screening) = answer;
        if (screening is not null) ScreeningJson.WriteScreening(json, row.Id, row.InputRow, row.Query!, screening, snapshot, withVersions: false);
        else
        {
            json.WriteStartObject();
            json.WriteString("id", row.Id);
            json.WriteNumber("inputRow", row.InputRow);
            json.WriteString("error", row.Error);
            json.WriteEndObject();
        }
    }

    static void Flush(Utf8JsonWriter json, ArrayBufferWriter<byte> buffer, Stream stream)
    {
        json.Flush();
        stream.Write(buffer.WrittenSpan);
        stream.WriteByte((byte)'\n');
        buffer.ResetWrittenCount();
        json.Reset();
    }

    static readonly CsvLine Line = new();

    static void WriteCsv(TextWriter text, Answer answer)
    {
        var (row, screening) = answer;
        if (screening is null || screening.Hits.IsEmpty)
        {
            Line.Add(row.Id).Add(row.InputRow).Add(0);
            for (var i = 0; i < 9; i++) Line.Add("");
            Line.Add(row.Error).WriteTo(text);
            return;
        }
        for (var rank = 1; rank <= screening.Hits.Length; rank++)
        {
            var hit = screening.Hits[rank - 1];
            foreach (var listing in hit.Party.Listings)
                Line.Add(row.Id).Add(row.InputRow).Add(rank).Add(hit.Party.Id).Add(hit.Party.Schema).Add(hit.Party.Caption)
                    .Add(hit.MatchedName.Text).Add(ScreeningJson.Rounded(hit.Score)).Add(ScreeningJson.Rounded(hit.Probability)).Add(listing.List).Add(listing.Entry.Id)
                    .Add(string.Join('|', listing.Entry.Programs)).Add("").WriteTo(text);
        }
    }

    static void WriteMeta(string path, Snapshot snapshot, ScreeningOptions options)
    {
        using var file = new OutputFile(path);
        using (var json = new Utf8JsonWriter(file.Stream, ConsoleJson.Indented))
        {
            json.WriteStartObject();
            ScreeningJson.WriteVersions(json, snapshot);
            json.WriteStartObject("options");
            json.WriteNumber("threshold", options.Threshold);
            json.WriteNumber("limit", options.Limit);
            json.WriteString("algorithm", options.Algorithm.ToString().ToLower(CultureInfo.InvariantCulture));
            json.WriteStartArray("lists");
            foreach (var list in options.Lists) json.WriteStringValue(list);
            json.WriteEndArray();
            json.WriteEndObject();
            ScreeningJson.WriteDemonstration(json, snapshot);
            json.WriteEndObject();
        }
        file.Keep();
    }
}
