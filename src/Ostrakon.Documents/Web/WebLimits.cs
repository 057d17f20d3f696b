namespace Ostrakon.Documents.Web;

/// <summary>What one fetch may cost and whom it may ask. Immutable.</summary>
public sealed record WebLimits
{
    /// <summary>The most bytes of a body, unpacked. Default 16 MiB: less than a document may have, as nobody vouches for what is out there.</summary>
    public int Size { get; init; } = 16 << 20;
    /// <summary>The most redirects that are followed. Default 10.</summary>
    public int Redirects { get; init; } = 10;
    /// <summary>How long the whole fetch may take, redirects and body included. Default 30 seconds.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);
    /// <summary>Whether private, loopback, link-local and other addresses that are no public server's may be asked. Default false.</summary>
    public bool AllowPrivate { get; init; }
    /// <summary>Which content types are taken, as they begin. Default: pages and plain texts.</summary>
    public IReadOnlyList<string> Types { get; init; } = ["text/html", "application/xhtml+xml", "text/plain"];
}
