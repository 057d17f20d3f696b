namespace Ostrakon.Lists.Archive;

/// <summary>
/// The one folder that holds everything the product keeps. Layout:
/// <code>
/// in-use                            which version of each list is in use, and the compiled snapshot: the one commit point
/// snapshots/CONTENT.snapshot        all lists in use, compiled; replaceable
/// lists/LIST/VERSION/               one folder a version, complete from the moment it has its name
///   version.json                    dates, hashes, counts, coverage
///   01-sdn.csv.gz ...               the original files
///   SHA256SUMS                      of the above; <c>sha256sum -c</c> reads it
///   entries                         the parsed entries, compiled; replaceable
///   held/REFERENCE                  an empty file for each record that still needs this version
/// fetched/SHA256, SHA256.json      pages that were fetched, and where from: a line a fetch
/// joins                             which entries people joined or set apart, a line each
/// store.db, journal/                what a server keeps: keys, screenings, jobs, documents
/// settings.json                     optional, see <see cref="FolderSettings"/>
/// lock, lock.owner                  who writes at the moment
/// </code>
/// Every file appears under its name only when it is whole and on disk. Immutable and safe for any number of threads.
/// </summary>
public sealed class DataFolder
{
    /// <summary>A folder, which need not exist yet.</summary>
    public DataFolder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Root = Path.GetFullPath(path);
    }

    /// <summary>The folder's full path.</summary>
    public string Root { get; }

    internal string InUse => Path.Combine(Root, "in-use");
    internal string Joins => Path.Combine(Root, "joins");
    internal string Snapshots => Path.Combine(Root, "snapshots");
    internal string Lists => Path.Combine(Root, "lists");

    /// <summary>The folder that the user chose, else that of <c>OSTRAKON_DATA</c>, else the platform's place for application data.</summary>
    /// <exception cref="DataFolderException">Nothing was chosen and the platform has no such place.</exception>
    public static DataFolder Choose(string? chosen)
    {
        if (string.IsNullOrEmpty(chosen)) chosen = Environment.GetEnvironmentVariable("OSTRAKON_DATA");
        if (!string.IsNullOrEmpty(chosen)) return new(chosen);
        var platform = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (platform.Length == 0)
            throw new DataFolderException("data folder", "this user has no home folder", "Name a folder with --data or OSTRAKON_DATA.");
        return new(Path.Combine(platform, "ostrakon"));
    }

    /// <summary>Whether there is such a folder. Told apart from a folder that cannot be read, which must never look like an empty one.</summary>
    /// <exception cref="DataFolderException">There is something, but it is no folder or cannot be read.</exception>
    public bool Exists()
    {
        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(Root).GetEnumerator();
            entries.MoveNext();
            return true;
        }
        catch (DirectoryNotFoundException) when (!File.Exists(Root)) { return false; }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(Root, $"cannot be read ({e.Message.TrimEnd('.')})", "Check the path and its permissions, or name another folder with --data.", e);
        }
    }

    /// <summary>Creates the folder where it does not exist, for this user only.</summary>
    /// <exception cref="DataFolderException">It cannot be created or read.</exception>
    public void Create()
    {
        if (Exists()) return;
        try { CreatePrivate(Root); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(Root, $"cannot be created ({e.Message.TrimEnd('.')})", "Name another folder with --data or OSTRAKON_DATA.", e);
        }
    }

    /// <summary>The path of a folder inside, which is created where it does not exist, for this user only.</summary>
    /// <param name="name">Its name, or several with the platform's separator between.</param>
    /// <exception cref="DataFolderException">It cannot be created.</exception>
    public string Inside(string name)
    {
        Create();
        var path = Path.Combine(Root, name);
        try { CreatePrivate(path); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(path, $"cannot be created ({e.Message.TrimEnd('.')})", "Check the permissions of the data folder.", e);
        }
        return path;
    }

    /// <summary>Creates a folder with mode 0700 where the platform has modes.</summary>
    internal static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
