using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Ostrakon.Server.Hosting;
using Ostrakon.Store.Keys;

namespace Ostrakon.Server.Access;

/// <summary>How fast each key may ask: its rate on average, with a second's worth at once. Safe for any number of threads.</summary>
sealed class KeyRates : IDisposable
{
    const int Parts = 10;   // of a second, in which what was used up comes back

    readonly PartitionedRateLimiter<ApiKey> limits = PartitionedRateLimiter.Create<ApiKey, (string, int)>(static key => RateLimitPartition.GetTokenBucketLimiter((key.Id, key.Rate), static k => new()
    {
        TokenLimit = k.Item2,
        TokensPerPeriod = Math.Max(1, k.Item2 / Parts),
        ReplenishmentPeriod = k.Item2 >= Parts ? TimeSpan.FromSeconds(1.0 / Parts) : TimeSpan.FromSeconds(1.0 / k.Item2),
        QueueLimit = 0,
    }));

    /// <exception cref="ProblemException">The key asks faster than it may.</exception>
    public void Check(HttpContext http, ApiKey key)
    {
        if (key.Rate == 0) return;
        using var lease = limits.AttemptAcquire(key);
        if (lease.IsAcquired) return;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var given) ? Math.Max(1, (int)Math.Ceiling(given.TotalSeconds)) : 1;
        http.Response.AtStart(h => h.RetryAfter = wait.ToString(CultureInfo.InvariantCulture));
        throw new ProblemException(StatusCodes.Status429TooManyRequests, $"This key may ask {key.Rate} times a second. Ask more slowly, or many names in one request to /v1/screen/batch.");
    }

    public void Dispose() => limits.Dispose();
}
