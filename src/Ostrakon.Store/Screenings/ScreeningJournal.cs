using Ostrakon.Lists.Archive;

namespace Ostrakon.Store.Screenings;

/// <summary>
/// The way of screenings into the store. <see cref="KeepAsync"/> appends them to a file of this process, which takes microseconds and survives the
/// death of the process; a few times a second what has gathered is moved into the database and its file removed. The journal of a process that
/// died is taken up by the next one that starts. Safe for any number of threads.
/// </summary>
public sealed class ScreeningJournal : IAsyncDisposable
{
    /// <summary>How long records gather: what the death of the machine can take, and what a reader of the store may lag behind.</summary>
    static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(250);

    static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    /// <summary>How many calls may wait for the database before further ones are held up.</summary>
    const int Most = 16_384;

    readonly DataFolder folder;
    readonly ScreeningStore store;
    readonly TimeProvider time;
    readonly Action<string> say;
    readonly Lock gate = new();
    readonly SemaphoreSlim room = new(Most), begun = new(0);
    readonly TaskCompletionSource stopping = new(TaskCreationOptions.RunContinuationsAsynchronously);
    JournalFile file;
    List<ScreeningRecord> gathered = [];
    int calls;
    Task moving;

    ScreeningJournal(DataFolder folder, ScreeningStore store, TimeProvider time, Action<string> say)
    {
        (this.folder, this.store, this.time, this.say) = (folder, store, time, say);
        file = JournalFile.Create(folder);
        moving = Task.CompletedTask;
    }

    /// <summary>Opens a journal of this process, after moving those of dead ones into the store.</summary>
    /// <param name="folder">The data folder, which is created where it does not exist.</param>
    /// <param name="store">Where to.</param>
    /// <param name="time">The clock.</param>
    /// <param name="say">Told when the store cannot be written; it is tried again.</param>
    /// <param name="cancel">Stops the opening.</param>
    /// <exception cref="DataFolderException">The folder or the store cannot be written.</exception>
    public static async Task<ScreeningJournal> OpenAsync(DataFolder folder, ScreeningStore store, TimeProvider time, Action<string> say, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(store);
        await TakeUpAsync(folder, store, say, cancel);
        var journal = new ScreeningJournal(folder, store, time, say);
        journal.moving = Task.Run(journal.MoveAsync, CancellationToken.None);
        return journal;
    }

    /// <summary>Moves what dead processes left into the store; how many records.</summary>
    public static async Task<int> TakeUpAsync(DataFolder folder, ScreeningStore store, Action<string> say, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(say);
        var moved = 0;
        foreach (var left in JournalFile.OfTheDead(folder))
        {
            using (left)
            {
                var records = left.Read(say);
                if (records.Count > 0) await store.AddAsync(records, cancel, again: true);
                left.Remove();
                moved += records.Count;
            }
        }
        return moved;
    }

    /// <summary>Whether a process that is alive has a journal in this folder.</summary>
    public static bool IsInUse(DataFolder folder) => JournalFile.AnyAlive(folder);

    /// <summary>Keeps records: when this returns, they survive the death of the process at any moment.</summary>
    /// <exception cref="DataFolderException">They cannot be written; none is kept.</exception>
    public async Task KeepAsync(IReadOnlyList<ScreeningRecord> records, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        await room.WaitAsync(cancel);
        try
        {
            lock (gate)
            {
                file.Append(records);
                gathered.AddRange(records);
                if (calls++ == 0) begun.Release();
            }
        }
        catch
        {
            room.Release();
            throw;
        }
    }

    async Task MoveAsync()
    {
        while (true)
        {
            await Task.WhenAny(begun.WaitAsync(), stopping.Task);
            await Task.WhenAny(Task.Delay(Gathering, time), stopping.Task);
            if (Volatile.Read(ref calls) == 0) break;   // stopping, and nothing is left
            JournalFile? next = null;
            if (!await DoneAsync(() => Task.FromResult(next = file.Next()))) break;
            List<ScreeningRecord> records;
            JournalFile full;
            int served;
            lock (gate)
            {
                (records, gathered) = (gathered, []);
                (served, calls) = (calls, 0);
                (full, file) = (file, next!);
            }
            using (full)
            {
                if (!await DoneAsync(() => store.AddAsync(records, CancellationToken.None, again: true))) break;   // the next process takes the file up
                full.Remove();
            }
            room.Release(served);
        }
    }

    /// <summary>Tries until it succeeds; false where the process ends before.</summary>
    async Task<bool> DoneAsync(Func<Task> work)
    {
        for (var told = false; ; told = true)
        {
            try
            {
                await work();
                return true;
            }
            catch (DataFolderException e)
            {
                if (stopping.Task.IsCompleted) return false;
                if (!told) say($"Screenings wait in {folder.Root}/{JournalFile.FolderName} until the store can be written: {e.Message}");
                await Task.WhenAny(Task.Delay(BetweenTries, time), stopping.Task);
            }
        }
    }

    /// <summary>Moves everything into the store; no record may be kept any more.</summary>
    public async ValueTask DisposeAsync()
    {
        stopping.TrySetResult();
        await moving;
        lock (gate)
        {
            if (calls == 0) file.Remove();
            file.Dispose();
        }
    }
}
