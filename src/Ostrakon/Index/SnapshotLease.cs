namespace Ostrakon.Index;

/// <summary>The right to use a snapshot until disposed, whatever replaces it meanwhile. Dispose once; for one piece of work.</summary>
public sealed class SnapshotLease : IDisposable
{
    readonly SharedSnapshot shared;
    int ended;

    internal SnapshotLease(SharedSnapshot shared) => this.shared = shared;

    /// <summary>A lease that owns its snapshot, which ends with it.</summary>
    public static SnapshotLease Of(Snapshot snapshot) => new(new SharedSnapshot(snapshot));

    /// <summary>The snapshot.</summary>
    public Snapshot Snapshot => shared.Snapshot;

    /// <summary>Ends the use.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref ended, 1) == 0) shared.Release();
    }
}

/// <summary>A snapshot that is unmapped when its last user has left. Safe for any number of threads.</summary>
sealed class SharedSnapshot(Snapshot snapshot)
{
    int users = 1;   // the source's own

    public Snapshot Snapshot { get; } = snapshot;

    /// <summary>Adds a user; false where the last one has left already.</summary>
    public bool TryUse()
    {
        for (var seen = Volatile.Read(ref users); seen > 0;)
        {
            var before = Interlocked.CompareExchange(ref users, seen + 1, seen);
            if (before == seen) return true;
            seen = before;
        }
        return false;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref users) == 0) Snapshot.Dispose();
    }
}
