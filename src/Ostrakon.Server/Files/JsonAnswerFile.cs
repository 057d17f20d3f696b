using System.Buffers;
using System.Text.Json;
using Ostrakon.Index;
using Ostrakon.Matching;

namespace Ostrakon.Server.Files;

/// <summary>Answers as JSON lines.</summary>
sealed class JsonAnswerFile : IAnswerFile
{
    readonly Stream output;
    readonly ArrayBufferWriter<byte> buffer = new(1 << 16);
    readonly Utf8JsonWriter json;

    /// <param name="output">Where to.</param>
    /// <param name="versions">What answers, for a first line of versions; null = none.</param>
    public JsonAnswerFile(Stream output, Snapshot? versions)
    {
        this.output = output;
        json = new(buffer, JsonForms.OneLine);
        if (versions is null) return;
        json.WriteStartObject();
        ScreeningJson.WriteVersions(json, versions);
        json.WriteEndObject();
        EndLine();
    }

    public void Write(BatchAnswer answer, Snapshot snapshot)
    {
        WriteAnswer(json, answer, snapshot);
        EndLine();
    }

    /// <summary>The object of one answer, or of a bad row.</summary>
    public static void WriteAnswer(Utf8JsonWriter json, BatchAnswer answer, Snapshot snapshot)
    {
        var (row, screening) = answer;
        if (screening is not null)
        {
            ScreeningJson.WriteScreening(json, row.Id, row.InputRow, row.Query!, screening, snapshot, withVersions: false);
            return;
        }
        json.WriteStartObject();
        json.WriteString("id", row.Id);
        json.WriteNumber("inputRow", row.InputRow);
        json.WriteString("error", row.Error);
        json.WriteEndObject();
    }

    void EndLine()
    {
        json.Flush();
        buffer.Write("\n"u8);
        output.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
        json.Reset();
    }

    public void End() => output.Flush();

    public void Dispose() => json.Dispose();
}
