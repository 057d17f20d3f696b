using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Ostrakon.Server.Files;

/// <summary>Work on many items on all cores with results in input order and bounded memory.</summary>
static class OrderedWork
{
    /// <summary>Reads items, works on them in parallel, and yields the results in input order.</summary>
    /// <param name="items">Read lazily, one at a time.</param>
    /// <param name="work">Called from several threads; must not throw for a bad item, but answer it.</param>
    /// <param name="chunk">Items that are worked on together: large for small items.</param>
    /// <param name="cancel">Stops between chunks.</param>
    public static async IAsyncEnumerable<TResult> Of<TItem, TResult>(
        IAsyncEnumerable<TItem> items, Func<TItem, TResult> work, int chunk, [EnumeratorCancellation] CancellationToken cancel)
    {
        var workers = Environment.ProcessorCount;
        var pending = Channel.CreateBounded<Task<TResult[]>>(new BoundedChannelOptions(2 * workers) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var slots = new SemaphoreSlim(workers);

        async Task ReadAsync()
        {
            try
            {
                await foreach (var some in items.Chunk(chunk).WithCancellation(stop.Token).ConfigureAwait(false))
                {
                    await slots.WaitAsync(stop.Token).ConfigureAwait(false);
                    var task = Task.Run(() =>
                    {
                        try { return Array.ConvertAll(some, i => work(i)); }
                        finally { slots.Release(); }
                    }, CancellationToken.None);
                    await pending.Writer.WriteAsync(task, stop.Token).ConfigureAwait(false);
                }
                pending.Writer.Complete();
            }
            catch (Exception e) { pending.Writer.Complete(e); }
        }

        var reader = Task.Run(ReadAsync, CancellationToken.None);
        try
        {
            await foreach (var task in pending.Reader.ReadAllAsync(stop.Token).ConfigureAwait(false))
                foreach (var result in await task.ConfigureAwait(false)) yield return result;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reader.ConfigureAwait(false);
            for (var i = 0; i < workers; i++) await slots.WaitAsync(CancellationToken.None).ConfigureAwait(false);   // the last workers have left
        }
    }

    /// <summary>The same over items at hand, each result handed over in input order.</summary>
    public static async Task RunAsync<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, TResult> work, Action<TResult> take, int chunk, CancellationToken cancel)
    {
        await foreach (var result in Of(items.ToAsyncEnumerable(), work, chunk, cancel).ConfigureAwait(false)) take(result);
    }
}
