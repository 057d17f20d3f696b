using System.Text.Json;

namespace Ostrakon.Lists.Archive;

/// <summary>What the operator can set in the data folder's <c>settings.json</c>. Immutable.</summary>
public sealed record FolderSettings
{
    /// <summary>
    /// How many versions of each list are kept, at least 1; null, the default, keeps all. The versions in use and those that a record
    /// still needs are kept beyond that number.
    /// </summary>
    public int? KeepVersions { get; init; }

    /// <summary>
    /// For how many days screenings, jobs and documents are kept, at least 1; null, the default, keeps them until somebody purges them.
    /// </summary>
    public int? KeepRecordsDays { get; init; }

    /// <summary>Whether a server records every screening, so that it can be replayed; null, the default, means that it does.</summary>
    public bool? RecordScreenings { get; init; }

    /// <summary>Where the server keeps its records: a connection string of PostgreSQL; null, the default, keeps them in this folder.</summary>
    public string? Store { get; init; }

    /// <summary>Reads the settings; the defaults where there is no such file.</summary>
    /// <exception cref="DataFolderException">The file is broken.</exception>
    public static FolderSettings Read(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var path = Path.Combine(folder.Root, "settings.json");
        try
        {
            var settings = JsonSerializer.Deserialize(File.ReadAllBytes(path), ArchiveJson.Default.FolderSettings);
            var wrong = settings switch { { KeepVersions: < 1 } => "keepVersions", { KeepRecordsDays: < 1 } => "keepRecordsDays", _ => null };
            if (settings is not null && wrong is null) return settings;
            throw new DataFolderException(path, wrong is null ? "is no JSON of this form" : $"{wrong} must be 1 or more", "Correct it, or leave it out to keep all.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException) { return new(); }
        catch (JsonException e)
        {
            throw new DataFolderException($"{path}:{e.LineNumber + 1}", "is no JSON of this form", "Write it as {\"keepVersions\": 30}.", e);
        }
    }
}
