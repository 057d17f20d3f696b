using System.Net;
using System.Net.Http.Headers;
using Ostrakon.Documents.Web;
using Polly;
using Polly.Retry;

namespace Ostrakon.Server.Updates;

/// <summary>
/// Fetches files of lists within <see cref="UpdateLimits"/>: only over TLS, only from public addresses, no proxy, no cookies. What fails and may
/// pass is tried again with growing waits, and a server that says when is obeyed. Safe for any number of threads.
/// </summary>
sealed class ListDownloader : IDisposable
{
    readonly UpdateLimits limits;
    readonly Action<string> say;
    readonly TimeProvider time;
    readonly HttpClient client;

    public ListDownloader(UpdateLimits limits, Action<string> say, TimeProvider time)
        : this(limits, say, time, new GuardedConnections(limits.AllowPrivate ? static _ => null : PublicAddresses.Objection, Dns.GetHostAddressesAsync)) { }

    internal ListDownloader(UpdateLimits limits, Action<string> say, TimeProvider time, GuardedConnections connections)
    {
        (this.limits, this.say, this.time) = (limits, say, time);
        client = new(new SocketsHttpHandler
        {
            // Bytes as they are: what was cut off in the middle of a compressed stream could not be gone on with.
            AllowAutoRedirect = false, UseProxy = false, UseCookies = false, Credentials = null, PreAuthenticate = false, ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.None, MaxResponseHeadersLength = 64, MaxResponseDrainSize = 0,
            ConnectCallback = (context, cancel) => connections.ConnectAsync(context.DnsEndPoint, cancel),
        }) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Ostrakon", typeof(ListDownloader).Assembly.GetName().Version?.ToString(3)));
    }

    /// <summary>Fetches a file; what came of it before is gone on with.</summary>
    /// <param name="target">Which.</param>
    /// <param name="folder">Where to keep it while it comes.</param>
    /// <param name="known">What the server said of the file that is here already; null = fetch in any case.</param>
    /// <param name="cancel">Stops.</param>
    /// <exception cref="FetchException">It was refused, or could not be had in all tries.</exception>
    public async Task<FetchedFile> GetAsync(ListAddress target, string folder, FileState? known, CancellationToken cancel)
    {
        var transfer = new Transfer(client, target, Path.Combine(folder, $"{target.List}.{target.File}.part"), limits, time);
        try
        {
            var fetched = await Retries(target).ExecuteAsync(async c => await transfer.RunAsync(known, c), cancel);
            transfer.Forget();
            return fetched;
        }
        catch (UnavailableException e) { throw new FetchException($"{e.Message} Nothing was changed; the next update goes on from there.", e); }
    }

    ResiliencePipeline Retries(ListAddress target) => limits.Retries == 0 ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(new RetryStrategyOptions
    {
        ShouldHandle = new PredicateBuilder().Handle<UnavailableException>(),
        MaxRetryAttempts = limits.Retries, BackoffType = DelayBackoffType.Exponential, UseJitter = true, Delay = limits.FirstWait, MaxDelay = limits.LongestWait,
        DelayGenerator = static failure => new((failure.Outcome.Exception as UnavailableException)?.After),
        OnRetry = failure =>
        {
            say($"{target.List}: {failure.Outcome.Exception!.Message} Trying again in {failure.RetryDelay.TotalSeconds:0} s.");
            return default;
        },
    }).Build();

    public void Dispose() => client.Dispose();
}
