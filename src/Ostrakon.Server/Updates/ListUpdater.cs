using System.Collections.Immutable;
using Ostrakon.Documents.Web;
using Ostrakon.Lists;
using Ostrakon.Lists.Archive;

namespace Ostrakon.Server.Updates;

/// <summary>
/// Brings lists up to date: fetches what changed, checks it as every import is checked, compiles, and puts it in use in one step. Each list
/// stands for itself: what fails with one changes nothing, and the others go on. One run at a time; safe for any thread.
/// </summary>
public sealed class ListUpdater : IDisposable
{
    static readonly TimeSpan WaitForWriter = TimeSpan.FromSeconds(60);

    readonly DataFolder folder;
    readonly Action<string> say;
    readonly TimeProvider time;
    readonly ListDownloader downloader;

    /// <summary>An updater of a data folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="limits">What a file may cost, and whom it may ask.</param>
    /// <param name="say">Told what is waited for.</param>
    /// <param name="time">The clock.</param>
    public ListUpdater(DataFolder folder, UpdateLimits limits, Action<string> say, TimeProvider time) : this(folder, say, time, new ListDownloader(limits, say, time)) { }

    internal ListUpdater(DataFolder folder, Action<string> say, TimeProvider time, ListDownloader downloader) =>
        (this.folder, this.say, this.time, this.downloader) = (folder, say, time, downloader);

    /// <summary>Updates lists.</summary>
    /// <param name="lists">Which; none = those that are kept here and have an address, and all that have one where nothing is kept yet.</param>
    /// <param name="done">Told after each list.</param>
    /// <param name="cancel">Stops between two steps.</param>
    /// <exception cref="DataFolderException">A list has no address, or the folder cannot be written.</exception>
    public async Task<ImmutableArray<ListUpdate>> RunAsync(IReadOnlyCollection<string> lists, Action<ListUpdate> done, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(done);
        var archive = new ListArchive(folder, say);
        var addresses = ListAddress.All(folder);
        if (lists.FirstOrDefault(l => !addresses.Contains(l)) is { } unknown)
            throw new DataFolderException(unknown, "no address of this list is known", "Import its files by hand, or name its address in addresses.tsv of the data folder.");
        var kept = archive.Lists;
        var wanted = lists.Count > 0 ? lists : [.. addresses.Select(static a => a.Key).Where(l => kept.IsEmpty || kept.Contains(l))];
        var place = folder.Inside("updates");
        var updates = ImmutableArray.CreateBuilder<ListUpdate>();
        foreach (var list in wanted.Distinct())
        {
            updates.Add(await OneAsync(list, [.. addresses[list]], archive, place, cancel));
            done(updates[^1]);
        }
        return updates.ToImmutable();
    }

    async Task<ListUpdate> OneAsync(string list, ImmutableArray<ListAddress> addresses, ListArchive archive, string place, CancellationToken cancel)
    {
        try
        {
            var path = Path.Combine(place, $"{list}.tsv");
            var before = archive.Lists.Contains(list) ? UpdateState.Read(path).Files : new Dictionary<string, FileState>();
            var fetched = new List<FetchedFile>();
            foreach (var address in addresses) fetched.Add(await downloader.GetAsync(address, place, before.GetValueOrDefault(address.Address.AbsoluteUri), cancel));
            if (fetched.TrueForAll(static f => f.File is null)) return new(list, null, null);
            for (var i = 0; i < fetched.Count; i++)   // the files of one version belong together
                if (fetched[i].File is null) fetched[i] = await downloader.GetAsync(addresses[i], place, null, cancel);
            var import = new ListImport(list, [.. fetched.Select(static f => f.File!)]);
            var result = await Task.Run(() => import.Run(archive, () => WriterLock.Take(folder, $"lists update {list}", WaitForWriter, say, time, cancel), time, cancel), cancel);
            // Only now: a file that was refused is fetched again, since its address may serve the right one next time under the same date.
            new UpdateState(addresses.Zip(fetched).ToDictionary(static p => p.First.Address.AbsoluteUri, static p => p.Second.State)).Write(path);
            return new(list, result, null);
        }
        catch (Exception e) when (e is FetchException or ListFormatException or DataFolderException or IOException or UnauthorizedAccessException)
        {
            return new(list, null, e.Message);
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => downloader.Dispose();
}
