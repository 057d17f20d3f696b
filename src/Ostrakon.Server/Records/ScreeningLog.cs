using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ostrakon.Lists.Archive;
using Ostrakon.Server.Hosting;
using Ostrakon.Store;
using Ostrakon.Store.Screenings;

namespace Ostrakon.Server.Records;

/// <summary>The log of what this process answers, unless the settings turn it off. Safe for any number of threads.</summary>
sealed class ScreeningLog(ServerOptions options, DataStore store, ILogger<ScreeningLog> log) : IHostedService, IAsyncDisposable
{
    readonly bool on = FolderSettings.Read(options.Folder).RecordScreenings ?? true;
    ScreeningJournal? journal;

    /// <summary>A request's own part of the log.</summary>
    /// <param name="askedBy">The id of its key; null on a server without keys.</param>
    /// <param name="via">Through which interface.</param>
    public Recording Begin(string? askedBy, string via) => new(on ? journal : null, askedBy, via, options.Time);

    /// <summary>Opens the journal, also where nothing is recorded: it shows that this process uses the folder.</summary>
    public async Task StartAsync(CancellationToken cancellationToken) =>
        journal = await ScreeningJournal.OpenAsync(options.Folder, store.Screenings, options.Time, log.StoreSays, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => DisposeAsync().AsTask();

    /// <summary>Ends when everything is in the store.</summary>
    public async ValueTask DisposeAsync()
    {
        if (journal is not null) await journal.DisposeAsync();
    }
}
