using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Ostrakon.Lists.Archive;
using Ostrakon.Server.Hosting;
using Ostrakon.Store;
using Ostrakon.Store.Screenings;

namespace Ostrakon.Server.Records;

/// <summary>
/// Writes the log of screenings in groups: whatever came while one group was written is the next. An answer leaves when its group is kept, so
/// that every answer that a client has is in the log. Safe for any number of threads.
/// </summary>
sealed class ScreeningLog(ServerOptions options, DataStore store) : IHostedService, IDisposable
{
    /// <summary>Most groups of one request each that wait; further requests wait before that.</summary>
    const int Waiting = 4096;

    /// <summary>Most records of one transaction, but for a single request with more.</summary>
    const int Most = 1024;

    readonly Channel<Part> queue = Channel.CreateBounded<Part>(new BoundedChannelOptions(Waiting) { SingleReader = true });
    readonly bool on = FolderSettings.Read(options.Folder).RecordScreenings ?? true;
    Task writing = Task.CompletedTask;

    /// <summary>A request's own part of the log.</summary>
    /// <param name="askedBy">The id of its key; null on a server without keys.</param>
    /// <param name="via">Through which interface.</param>
    public Recording Begin(string? askedBy, string via) => new(on ? this : null, askedBy, via, options.Time);

    /// <summary>Returns once the records are kept.</summary>
    public async Task KeepAsync(IReadOnlyList<ScreeningRecord> records, CancellationToken cancel)
    {
        var part = new Part(records, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await queue.Writer.WriteAsync(part, cancel);
        await part.Kept.Task;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        writing = Task.Run(WriteAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>Ends when all that was taken is kept.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        return writing.WaitAsync(cancellationToken);
    }

    public void Dispose() => queue.Writer.TryComplete();

    async Task WriteAsync()
    {
        var group = new List<Part>();
        var records = new List<ScreeningRecord>();
        while (await queue.Reader.WaitToReadAsync())
        {
            while (records.Count < Most && queue.Reader.TryRead(out var part))
            {
                group.Add(part);
                records.AddRange(part.Records);
            }
            try
            {
                await store.Screenings.AddAsync(records, CancellationToken.None);
                foreach (var part in group) part.Kept.SetResult();
            }
            catch (Exception e)   // whatever it is, those who wait must learn it, and the next group may be luckier
            {
                foreach (var part in group) part.Kept.SetException(e);
            }
            group.Clear();
            records.Clear();
        }
    }

    sealed record Part(IReadOnlyList<ScreeningRecord> Records, TaskCompletionSource Kept);
}
