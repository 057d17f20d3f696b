using System.Buffers;
using System.Text.Json;
using Ostrakon.Index;
using Ostrakon.Matching;

namespace Ostrakon.Server.Files;

/// <summary>Answers as JSON lines.</summary>
sealed class JsonAnswerFile : IAnswerFile
{
    readonly OutputFile file;
    readonly ArrayBufferWriter<byte> buffer = new(1 << 16);
    readonly Utf8JsonWriter json;

    /// <param name="path">Where to.</param>
    /// <param name="versions">What answers, for a first line of versions; null = none.</param>
    public JsonAnswerFile(string path, Snapshot? versions)
    {
        file = new(path);
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
        file.Stream.Write(buffer.WrittenSpan);
        file.Stream.WriteByte((byte)'\n');
        buffer.ResetWrittenCount();
        json.Reset();
    }

    public void Keep() => file.Keep();

    public void Dispose()
    {
        json.Dispose();
        file.Dispose();
    }
}
