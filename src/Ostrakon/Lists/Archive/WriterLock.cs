namespace Ostrakon.Lists.Archive;

/// <summary>
/// The right to change a data folder: one process at a time. The system gives it back when the process dies, however it dies.
/// Readers never ask for it. For one thread.
/// </summary>
public sealed class WriterLock : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    readonly FileStream file;
    readonly string owner;

    WriterLock(FileStream file, string owner) => (this.file, this.owner) = (file, owner);

    /// <summary>Takes the lock, creating the folder where it does not exist.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="purpose">What is being done, for whoever must wait: "lists import un-sc".</param>
    /// <param name="wait">How long to wait for another writer.</param>
    /// <param name="say">Told once if there is one.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Stops the waiting.</param>
    /// <exception cref="DataFolderException">Another process kept the lock, or the folder cannot be written.</exception>
    public static WriterLock Take(DataFolder folder, string purpose, TimeSpan wait, Action<string> say, TimeProvider time, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(say);
        ArgumentNullException.ThrowIfNull(time);
        folder.Create();
        var owner = Path.Combine(folder.Root, "lock.owner");
        var start = time.GetTimestamp();
        for (var told = false; ; told = true)
        {
            cancel.ThrowIfCancellationRequested();
            if (TryOpen(folder) is { } file)
            {
                Note(() => File.WriteAllText(owner, $"process {Environment.ProcessId}, {purpose}, since {time.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC"));
                return new(file, owner);
            }
            if (time.GetElapsedTime(start) >= wait)
                throw new DataFolderException(folder.Root, $"another process is changing it ({Holder(owner)})", "Repeat when it is done.");
            if (!told) say($"{folder.Root} is being changed by another process ({Holder(owner)}); waiting up to {wait.TotalSeconds:0} s.");
            cancel.WaitHandle.WaitOne(Pause);
        }
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose()
    {
        Note(() => File.Delete(owner));
        file.Dispose();
    }

    /// <summary>The open lock file; null while another process has it.</summary>
    static FileStream? TryOpen(DataFolder folder)
    {
        try { return new(Path.Combine(folder.Root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
        // ERROR_SHARING_VIOLATION on Windows; EWOULDBLOCK with its numbers on Linux and macOS.
        catch (IOException e) when (e.HResult is unchecked((int)0x80070020) or 11 or 35) { return null; }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(folder.Root, $"cannot be written ({e.Message.TrimEnd('.')})",
                "Check the disk and the folder's permissions; what is in use stays in use.", e);
        }
    }

    /// <summary>The owner file only tells others who it is: it may fail.</summary>
    static void Note(Action change)
    {
        try { change(); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }

    static string Holder(string owner)
    {
        try { return File.ReadAllText(owner); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return "it has not said which"; }
    }
}
