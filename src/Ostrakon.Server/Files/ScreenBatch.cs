using System.Text.Json;
using Ostrakon.Index;
using Ostrakon.Matching;

namespace Ostrakon.Server.Files;

/// <summary>How a batch went.</summary>
/// <param name="Rows">All rows.</param>
/// <param name="Bad">Rows that could not be asked.</param>
/// <param name="Hits">Rows with at least one hit.</param>
/// <param name="Cut">Rows with more hits than the limit shows.</param>
sealed record BatchCounts(int Rows, int Bad, int Hits, int Cut);

/// <summary>A file of queries against the lists: answers in input order, bad rows counted and passed on with their error.</summary>
static class ScreenBatch
{
    /// <summary>Screens every row.</summary>
    /// <param name="screener">The lists.</param>
    /// <param name="options">How.</param>
    /// <param name="queries">The rows.</param>
    /// <param name="outputs">Where each answer goes.</param>
    /// <param name="report">Told now and then how far the batch is, 0..1, and how it went so far.</param>
    /// <param name="cancel">Stops between rows.</param>
    public static async Task<BatchCounts> RunAsync(
        Screener screener, ScreeningOptions options, BatchFile queries, IReadOnlyList<IAnswerFile> outputs,
        Action<double, BatchCounts> report, CancellationToken cancel)
    {
        var counts = new BatchCounts(0, 0, 0, 0);
        await OrderedWork.RunAsync(
            queries.Rows(cancel),
            row => new BatchAnswer(row, row.Query is null ? null : screener.Screen(row.Query, options, cancel)),
            answer =>
            {
                foreach (var output in outputs) output.Write(answer, screener.Snapshot);
                counts = Counted(counts, answer.Screening);
                if (counts.Rows % 256 == 0) report(queries.Share, counts);
            },
            chunk: 64, cancel);
        foreach (var output in outputs) output.End();
        return counts;
    }

    static BatchCounts Counted(BatchCounts counts, Screening? screening) => new(
        counts.Rows + 1,
        counts.Bad + (screening is null ? 1 : 0),
        counts.Hits + (screening is { Total: > 0 } ? 1 : 0),
        counts.Cut + (screening is not null && screening.Total > screening.Hits.Length ? 1 : 0));

    /// <summary>Which versions answered with which options: stands beside the answers.</summary>
    public static void WriteMeta(string path, Snapshot snapshot, ScreeningOptions options)
    {
        using var file = new OutputFile(path);
        using (var json = new Utf8JsonWriter(file.Stream, JsonForms.Indented))
        {
            json.WriteStartObject();
            ScreeningJson.WriteVersions(json, snapshot);
            json.WritePropertyName("options");
            QuestionJson.Write(json, options);
            ScreeningJson.WriteDemonstration(json, snapshot);
            json.WriteEndObject();
        }
        file.Keep();
    }
}
