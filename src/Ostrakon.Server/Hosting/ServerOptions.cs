using System.Security.Cryptography.X509Certificates;
using Ostrakon.Lists.Archive;
using Ostrakon.Server.Updates;

namespace Ostrakon.Server.Hosting;

/// <summary>How the server runs. Immutable.</summary>
public sealed record ServerOptions
{
    /// <summary>The data folder: lists and records.</summary>
    public required DataFolder Folder { get; init; }

    /// <summary>Where it listens. Default: this machine only, port 5080.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>The certificate of https addresses, with its private key; null = only http.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Whether a reverse proxy stands before the server, adds TLS, and says in X-Forwarded-Proto and X-Forwarded-For who asked how.</summary>
    public bool BehindProxy { get; init; }

    /// <summary>From which age in days on a list is stale; null = never.</summary>
    public int? MaxAgeDays { get; init; }

    /// <summary>Host names that requests may carry besides those it listens on: what a reverse proxy passes on. "*" = any.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Whether pages inside one's own network may be fetched for a user, who could otherwise look around in it through the server. Default false.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>The secret of <c>POST /updatez</c>; null = that call is refused.</summary>
    public string? UpdateToken { get; init; }

    /// <summary>Origins whose pages may use reconciliation besides those on this machine: "https://refine.example.org"; "*" = any.</summary>
    public IReadOnlyList<string> ReconcileOrigins { get; init; } = [];

    /// <summary>How often the lists are updated from the authorities; null = only when somebody asks.</summary>
    public TimeSpan? UpdateEvery { get; init; }

    /// <summary>What an update may cost, and whom it may ask.</summary>
    public UpdateLimits UpdateLimits { get; init; } = new();

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The most bytes of a request for one name or pair: 1 MiB.</summary>
    public const int MaxQueryBytes = 1 << 20;

    /// <summary>The most bytes of an uploaded file or batch: 256 MiB.</summary>
    public const int MaxUploadBytes = 256 << 20;

    /// <summary>How long one request may take, but for streamed batches: 60 seconds.</summary>
    public static TimeSpan RequestTime { get; } = TimeSpan.FromSeconds(60);
}
