using System.Globalization;

namespace Ostrakon.Server.Updates;

/// <summary>What the servers said of the files of a list's latest import: <c>updates/LIST.tsv</c>, address, entity tag and date a line. Immutable.</summary>
sealed record UpdateState(IReadOnlyDictionary<string, FileState> Files)
{
    public static UpdateState Read(string path)
    {
        var files = new Dictionary<string, FileState>(StringComparer.Ordinal);
        if (File.Exists(path))
            foreach (var line in File.ReadLines(path))
                if (line.Split('\t') is [var address, var tag, var date])
                    files[address] = new(tag.Length == 0 ? null : tag, DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var modified) ? modified : null);
        return new(files);
    }

    /// <summary>A loss of it costs one download, so it is replaced without more ado.</summary>
    public void Write(string path)
    {
        File.WriteAllLines(path + ".tmp", Files.Select(static f => $"{f.Key}\t{f.Value.ETag}\t{f.Value.LastModified?.ToString("R", CultureInfo.InvariantCulture)}"));
        File.Move(path + ".tmp", path, overwrite: true);
    }
}
