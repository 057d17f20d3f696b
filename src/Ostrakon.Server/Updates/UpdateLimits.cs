using Ostrakon.Lists;

namespace Ostrakon.Server.Updates;

/// <summary>What fetching one file may cost, and whom it may ask. Immutable.</summary>
public sealed record UpdateLimits
{
    /// <summary>The most bytes of a file, as sent. Default: the most that an import reads.</summary>
    public long Size { get; init; } = ListFile.MaxBytes;

    /// <summary>The most redirects that are followed. Default 5.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>How long nothing may come before the transfer counts as stalled. Default 60 seconds.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often it is tried again after a failure that may pass. Default 4.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>The first wait between two tries, which doubles each time, give or take; a server that names a time is obeyed. Default 2 seconds.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait: a server that asks for more is asked again with the next update. Default 5 minutes.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether http and addresses that are no public server's may be asked: for a mirror of one's own. Default false.</summary>
    public bool AllowPrivate { get; init; }
}
