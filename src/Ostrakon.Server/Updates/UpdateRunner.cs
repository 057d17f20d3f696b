using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ostrakon.Lists.Archive;
using Ostrakon.Server.Hosting;

namespace Ostrakon.Server.Updates;

/// <summary>
/// Updates the lists in the background: when somebody asks, and every so often where the options say so. The first run at a schedule begins
/// when the server does. Questions go on being answered; a new state is seen by the next one. Safe for any number of threads.
/// </summary>
sealed class UpdateRunner(ServerOptions options, ILogger<UpdateRunner> log) : BackgroundService
{
    readonly Channel<bool> asked = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>What is under way or was done last.</summary>
    public UpdateRun State { get; private set => Volatile.Write(ref field, value); } = UpdateRun.None;

    /// <summary>Asks for an update; one under way is not begun twice.</summary>
    public void Ask()
    {
        if (State.Running) return;
        State = State with { Running = true };
        asked.Writer.TryWrite(true);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var updater = new ListUpdater(options.Folder, options.UpdateLimits, log.ListsSay, options.Time);
        using var clock = options.UpdateEvery is { } every ? new PeriodicTimer(every, options.Time) : null;
        if (clock is not null) Ask();
        var tick = clock?.WaitForNextTickAsync(stoppingToken).AsTask();
        while (true)
        {
            var request = asked.Reader.WaitToReadAsync(stoppingToken).AsTask();
            await Task.WhenAny(tick is null ? [request] : [request, tick]);
            if (stoppingToken.IsCancellationRequested) return;
            if (tick is { IsCompleted: true }) tick = clock!.WaitForNextTickAsync(stoppingToken).AsTask();
            asked.Reader.TryRead(out _);
            await RunAsync(updater, stoppingToken);
        }
    }

    async Task RunAsync(ListUpdater updater, CancellationToken stop)
    {
        State = new(true, options.Time.GetUtcNow(), [], null);
        try
        {
            var lists = await updater.RunAsync([], done => State = State with { Lists = State.Lists.Add(done) }, stop);
            foreach (var failed in lists.Where(static l => l.Error is not null)) log.ListsSay(failed.ToString());
            State = State with { Running = false };
        }
        catch (Exception e) when (e is DataFolderException or IOException or UnauthorizedAccessException)
        {
            log.ListsSay($"The update failed: {e.Message}");
            State = State with { Running = false, Error = e.Message };
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
    }
}

/// <summary>An update of all lists as far as it is. Immutable.</summary>
/// <param name="Running">Whether it is under way, or about to be.</param>
/// <param name="Began">When the last one began; null before the first.</param>
/// <param name="Lists">What was done so far.</param>
/// <param name="Error">Why it ended early; null where it did not.</param>
public sealed record UpdateRun(bool Running, DateTimeOffset? Began, ImmutableArray<ListUpdate> Lists, string? Error)
{
    internal static UpdateRun None { get; } = new(false, null, [], null);
}
