using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ostrakon.Lists.Archive;
using Ostrakon.Server.Hosting;
using Ostrakon.Store;
using Ostrakon.Store.Keys;

namespace Ostrakon.Server.Access;

/// <summary>
/// The keys that are accepted, at hand in memory. What is created or revoked elsewhere is seen within two seconds. As soon as there is one
/// key, every request needs one. Safe for any number of threads.
/// </summary>
sealed class KeyRing(DataStore store, ServerOptions options, ILogger<KeyRing> log) : IHostedService, IDisposable
{
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2), Hasty = TimeSpan.FromMilliseconds(200);

    readonly SemaphoreSlim loading = new(1, 1);
    Dictionary<string, ApiKey> keys = [];
    long loaded;

    /// <summary>Reads the keys before the server listens, and refuses to open it to others without any.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Exposure.CheckAddresses(options);
        await LoadAsync(cancellationToken);
        Exposure.CheckKeys(options, keys.Count > 0);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether a request needs a key.</summary>
    public async ValueTask<bool> NeededAsync(CancellationToken cancel)
    {
        if (options.Time.GetElapsedTime(Volatile.Read(ref loaded)) > Fresh) await RefreshAsync(cancel);
        return Volatile.Read(ref keys).Count > 0;
    }

    /// <summary>The key that was presented; null where it is not accepted.</summary>
    public async ValueTask<ApiKey?> FindAsync(string presented, CancellationToken cancel)
    {
        if (!ApiKey.TryRead(presented, out var id, out var secret)) return null;
        if (!Volatile.Read(ref keys).ContainsKey(id) && options.Time.GetElapsedTime(Volatile.Read(ref loaded)) > Hasty) await RefreshAsync(cancel);   // created just now
        return Volatile.Read(ref keys).TryGetValue(id, out var key) && key.Fits(secret) ? key : null;
    }

    /// <summary>One request reads; the others go on with what is at hand.</summary>
    async Task RefreshAsync(CancellationToken cancel)
    {
        if (!await loading.WaitAsync(0, cancel)) return;
        try { await LoadAsync(cancel); }
        catch (DataFolderException e)
        {
            Volatile.Write(ref loaded, options.Time.GetTimestamp());
            log.StoreSays($"The keys known so far stay in use: {e.Message}");
        }
        finally { loading.Release(); }
    }

    public void Dispose() => loading.Dispose();

    async Task LoadAsync(CancellationToken cancel)
    {
        var all = await store.Keys.AllAsync(cancel);
        Volatile.Write(ref keys, all.Where(static k => k.Revoked is null).ToDictionary(static k => k.Id, StringComparer.Ordinal));
        Volatile.Write(ref loaded, options.Time.GetTimestamp());
    }
}
