using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Ostrakon.Lists.Archive;

namespace Ostrakon.Store.Screenings;

/// <summary>
/// A file of screenings in the folder <c>journal</c>, which the process that writes it holds open: who can open it alone knows that its writer is
/// dead. A line is a JSON array that begins with what it is, <c>"screening"</c> or the <c>"versions"</c> that later lines name. Each write begins on a
/// line of its own, so that one that broke off spoils no other. For one thread at a time.
/// </summary>
sealed class JournalFile : IDisposable
{
    public const string FolderName = "journal";

    readonly FileStream stream;
    readonly string folder;
    readonly Dictionary<AnswerVersions, string> written = new(ReferenceEqualityComparer.Instance);
    readonly ArrayBufferWriter<byte> buffer = new(1 << 12);

    JournalFile(FileStream stream, string folder) => (this.stream, this.folder) = (stream, folder);

    /// <summary>A new file, for this user only.</summary>
    public static JournalFile Create(DataFolder folder) => Create(folder.Inside(FolderName));

    /// <summary>A new file beside this one.</summary>
    public JournalFile Next() => Create(folder);

    static JournalFile Create(string folder)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read | FileShare.Delete, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        try { return new(new FileStream(path, options), folder); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw Failed(path, e); }
    }

    /// <summary>The files whose writers are dead, opened so that no other process takes them up too.</summary>
    public static IEnumerable<JournalFile> OfTheDead(DataFolder folder) => Alone(folder).Where(static f => f.Stream is not null).Select(static f => new JournalFile(f.Stream!, Path.GetDirectoryName(f.Path)!));

    /// <summary>Whether a file has a writer that is alive.</summary>
    public static bool AnyAlive(DataFolder folder)
    {
        foreach (var (_, stream) in Alone(folder))
        {
            if (stream is null) return true;
            stream.Dispose();
        }
        return false;
    }

    /// <summary>Each file opened alone; null where somebody else has it.</summary>
    static IEnumerable<(string Path, FileStream? Stream)> Alone(DataFolder folder)
    {
        var place = Path.Combine(folder.Root, FolderName);
        foreach (var path in Directory.Exists(place) ? Directory.GetFiles(place) : [])
        {
            FileStream? stream = null;
            try { stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None); }
            catch (FileNotFoundException) { continue; }   // its writer has just removed it
            catch (IOException) { }
            yield return (path, stream);
        }
    }

    /// <summary>Adds records in one write.</summary>
    /// <exception cref="DataFolderException">The disk does not take them.</exception>
    public void Append(IReadOnlyList<ScreeningRecord> records)
    {
        buffer.ResetWrittenCount();
        var begun = new List<AnswerVersions>();
        foreach (var record in records)
        {
            if (!written.TryGetValue(record.Versions, out var versions))
            {
                written[record.Versions] = versions = record.Versions.Id;
                begun.Add(record.Versions);
                Line("versions", versions, record.Versions.Engine, record.Versions.Config, record.Versions.Lists, record.Versions.Joins);
            }
            Line("screening", record.Id, record.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), record.AskedBy, record.Via, record.Query, record.Options,
                record.Total.ToString(CultureInfo.InvariantCulture), record.Hits, record.Answer, versions);
        }
        try { stream.Write(buffer.WrittenSpan); }
        catch (IOException e)
        {
            foreach (var versions in begun) written.Remove(versions);
            throw Failed(stream.Name, e);
        }
    }

    void Line(params ReadOnlySpan<string?> cells)
    {
        buffer.Write("\n"u8);
        using var json = new Utf8JsonWriter(buffer, JsonForms.OneLine);
        json.WriteStartArray();
        foreach (var cell in cells) json.WriteStringValue(cell);
        json.WriteEndArray();
    }

    /// <summary>All records; a line that broke off was never acknowledged, and is told.</summary>
    public List<ScreeningRecord> Read(Action<string> say)
    {
        var versions = new Dictionary<string, AnswerVersions>(StringComparer.Ordinal);
        var records = new List<ScreeningRecord>();
        using var lines = new StreamReader(stream, leaveOpen: true);
        while (lines.ReadLine() is { } line)
        {
            switch (Cells(line))
            {
                case ["versions", { } id, { } engine, { } config, { } list, { } joins]:
                    versions[id] = new(engine, config, list, joins);
                    break;
                case ["screening", { } id, { } at, var askedBy, { } via, { } query, { } options, { } total, { } hits, { } answer, { } by] when versions.TryGetValue(by, out var answered):
                    records.Add(new(id, DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture)), askedBy, via, query, options,
                        int.Parse(total, CultureInfo.InvariantCulture), hits, answer, answered));
                    break;
                default:
                    if (line.Length > 0) say($"{stream.Name}: a screening that was being written when the process died is left out; its answer was not sent.");
                    break;
            }
        }
        return records;
    }

    static string?[] Cells(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return [.. json.RootElement.EnumerateArray().Select(static c => c.GetString())];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) { return []; }
    }

    /// <summary>Removes the file: what it held is in the store.</summary>
    public void Remove() => File.Delete(stream.Name);

    public void Dispose() => stream.Dispose();

    static DataFolderException Failed(string path, Exception e) =>
        new(path, $"a screening cannot be recorded ({e.Message.TrimEnd('.')})", "Make room or mend the permissions; or do without the log: {\"recordScreenings\": false} in settings.json.", e);
}
