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

    /// <summary>Reads the settings; the defaults where there is no such file.</summary>
    /// <exception cref="DataFolderException">The file is broken.</exception>
    internal static FolderSettings Read(DataFolder folder)
    {
        var path = Path.Combine(folder.Root, "settings.json");
        try
        {
            var settings = JsonSerializer.Deserialize(File.ReadAllBytes(path), ArchiveJson.Default.FolderSettings);
            if (settings is { KeepVersions: null or >= 1 }) return settings;
            throw new DataFolderException(path, "keepVersions must be 1 or more", "Correct it, or leave it out to keep all versions.");
        }
        catch (FileNotFoundException) { return new(); }
        catch (JsonException e)
        {
            throw new DataFolderException($"{path}:{e.LineNumber + 1}", "is no JSON of this form", "Write it as {\"keepVersions\": 30}.", e);
        }
    }
}
