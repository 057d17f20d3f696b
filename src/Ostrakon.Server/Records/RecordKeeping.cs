using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ostrakon.Lists.Archive;
using Ostrakon.Server.Hosting;
using Ostrakon.Store;
using Ostrakon.Store.Screenings;

namespace Ostrakon.Server.Records;

/// <summary>
/// Keeps the records as the settings say: removes daily those beyond <c>keepRecordsDays</c>, and keeps the list versions that a record needs for its
/// replay from being let go of.
/// </summary>
sealed class RecordKeeping(ServerOptions options, ListsInUse lists, DataStore store, ILogger<RecordKeeping> log) : BackgroundService
{
    /// <summary>Who holds the versions, as the archive calls it.</summary>
    const string Reference = "records";

    static readonly TimeSpan Daily = TimeSpan.FromDays(1), Patience = TimeSpan.FromSeconds(30);

    /// <summary>How soon a new version is held.</summary>
    static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    /// <summary>The store, the log and its keeping, for a host of any kind.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(static s => DataStore.Of(s.GetRequiredService<ServerOptions>().Folder, s.GetRequiredService<ServerOptions>().Time));
        services.AddSingleton<ScreeningLog>();
        services.AddHostedService(static s => s.GetRequiredService<ScreeningLog>());
        services.AddHostedService<RecordKeeping>();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Look, options.Time);
        var (purged, held) = (default(DateTimeOffset), default(AnswerVersions));
        do
        {
            try
            {
                if (options.Time.GetUtcNow() - purged >= Daily)
                {
                    await PurgeAsync(stoppingToken);
                    purged = options.Time.GetUtcNow();
                }
                if (Versions() is var now && now != held)
                {
                    Hold(Keys(now), release: null, stoppingToken);
                    held = now;
                }
            }
            catch (DataFolderException e) { log.StoreSays($"Records are kept as they are, and this is tried again: {e.Message}"); }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Removes what is too old, what broken uploads left, and the hold on list versions that no record needs any more.</summary>
    async Task PurgeAsync(CancellationToken cancel)
    {
        await store.Files.RemoveAbandonedAsync(cancel);
        if (FolderSettings.Read(options.Folder).KeepRecordsDays is not { } days) return;
        var purge = await store.Purge.BeforeAsync(options.Time.GetUtcNow().AddDays(-days), cancel);
        if (purge.Total == 0) return;
        log.StoreSays($"Removed as older than {days} days: {purge.Screenings} screenings, {purge.Jobs} files of customers, {purge.Briefs} documents.");
        var needed = (await store.Purge.VersionsAsync(cancel)).Append(Versions()).SelectMany(Keys).ToHashSet();
        Hold([], release: v => !needed.Contains(v), cancel);
    }

    /// <summary>Holds versions that are kept here and not held yet; lets go of those that the second question is true of.</summary>
    void Hold(IEnumerable<(string List, string Version)> needed, Func<(string List, string Version), bool>? release, CancellationToken cancel)
    {
        var archive = lists.Archive;
        var kept = archive.Lists.SelectMany(list => archive.VersionNames(list).Select(v => (List: list, Version: v))).ToHashSet();
        var hold = needed.Where(v => kept.Contains(v) && !archive.IsHeld(v.List, v.Version)).ToList();
        var end = release is null ? [] : kept.Where(v => archive.IsHeld(v.List, v.Version) && release(v)).ToList();
        if (hold.Count + end.Count == 0) return;
        using var writer = WriterLock.Take(options.Folder, "keeping list versions that records need", Patience, static _ => { }, options.Time, cancel);
        foreach (var (list, version) in hold) archive.Hold(list, version, Reference, writer);
        foreach (var (list, version) in end) archive.Release(list, version, Reference, writer);
    }

    AnswerVersions Versions()
    {
        using var use = lists.Use();
        return use.Versions;
    }

    /// <summary>Lists and versions by name.</summary>
    static IEnumerable<(string List, string Version)> Keys(AnswerVersions versions) => versions.ListVersions().Select(static l => (l.List, l.Version));
}
