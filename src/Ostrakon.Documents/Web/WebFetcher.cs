using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Ostrakon.Documents.Web;

/// <summary>
/// Fetches over HTTP and HTTPS within <see cref="WebLimits"/>. It asks no proxy, sends no cookie and no credentials, and runs nothing. Every hop of a
/// redirect is held to the same rules, and so is the address that is really connected to. Safe for any number of threads.
/// </summary>
public sealed class WebFetcher : IDisposable
{
    readonly WebLimits limits;
    readonly TimeProvider time;
    readonly HttpClient client;

    /// <summary>A fetcher with an own pool of connections.</summary>
    /// <param name="limits">What a fetch may cost and whom it may ask.</param>
    /// <param name="time">The clock; default the system's.</param>
    public WebFetcher(WebLimits? limits = null, TimeProvider? time = null) : this(limits ?? new(), time ?? TimeProvider.System,
        new GuardedConnections(limits?.AllowPrivate == true ? static _ => null : PublicAddresses.Objection, Dns.GetHostAddressesAsync)) { }

    internal WebFetcher(WebLimits limits, TimeProvider time, GuardedConnections connections)
    {
        (this.limits, this.time) = (limits, time);
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseProxy = false, UseCookies = false, Credentials = null, PreAuthenticate = false, ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.All, MaxResponseHeadersLength = 64, MaxResponseDrainSize = 0, ConnectTimeout = limits.Time,
            ConnectCallback = (context, cancel) => connections.ConnectAsync(context.DnsEndPoint, cancel),
        }) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Ostrakon", typeof(WebFetcher).Assembly.GetName().Version?.ToString(3)));
        client.DefaultRequestHeaders.Accept.ParseAdd(string.Join(", ", limits.Types) + ", */*;q=0.1");
    }

    /// <summary>Whether a text is an address of the web rather than a file's name.</summary>
    public static bool IsAddress(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains("://", StringComparison.Ordinal);
    }

    /// <summary>Fetches one address.</summary>
    /// <param name="address">An absolute http or https address.</param>
    /// <param name="cancel">Stops the fetch.</param>
    /// <exception cref="FetchException">It was refused or failed; the message says why.</exception>
    public async Task<WebPage> GetAsync(string address, CancellationToken cancel = default)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var asked)) throw new FetchException($"{address} is no address. Give one like https://example.org/page.");
        using var late = new CancellationTokenSource(limits.Time, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            return await FollowAsync(asked, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (late.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new FetchException($"{asked.Host} took longer than {limits.Time.TotalSeconds:0} seconds. Try again later, or save the page in a browser and give the file.", e);
        }
        catch (Exception e) when (Guard(e) is { } refused) { throw new FetchException(refused.Message, e); }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            throw new FetchException($"{asked.Host}: the answer is broken or was cut off ({Innermost(e).Message.TrimEnd('.')}). Nothing of it was used; try again.", e);
        }
    }

    async Task<WebPage> FollowAsync(Uri asked, CancellationToken cancel)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var address = asked; ;)
        {
            Check(address);
            if (!seen.Add(address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped))) throw new FetchException($"{asked}: the redirects go in a circle, back to {address}. Open the page in a browser and save it.");
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            if (IsRedirect(response.StatusCode) && response.Headers.Location is { } location)
            {
                if (seen.Count > limits.Redirects) throw new FetchException($"{asked}: more than {limits.Redirects} redirects. Open the page in a browser and save it.");
                if (!Uri.TryCreate(address, location, out var next)) throw new FetchException($"{address} redirects to something that is no address.");
                if (address.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp) throw new FetchException($"{address} redirects from https to http ({next}), where anybody on the way could change the page. Give that address yourself if you accept this.");
                address = next;
                continue;
            }
            if (!response.IsSuccessStatusCode) throw new FetchException($"{address} answers {(int)response.StatusCode} {response.ReasonPhrase}. {WhatToDo(response.StatusCode)}");
            return await ReadAsync(asked, address, response, cancel).ConfigureAwait(false);
        }
    }

    static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    static void Check(Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) throw new FetchException($"{address}: only http and https addresses are fetched.");
        if (address.UserInfo.Length > 0) throw new FetchException($"{address.Host}: an address with a user name or password in it is not fetched. Take them out.");
    }

    static string WhatToDo(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.PaymentRequired or HttpStatusCode.TooManyRequests => "The site does not want to be read by programs now: save the page in a browser and give the file.",
        HttpStatusCode.NotFound or HttpStatusCode.Gone => "Check the address.",
        _ => "Try again later.",
    };

    async Task<WebPage> ReadAsync(Uri asked, Uri address, HttpResponseMessage response, CancellationToken cancel)
    {
        var type = response.Content.Headers.TryGetValues("Content-Type", out var values) ? string.Join(", ", values) : null;
        if (type is not null && !limits.Types.Any(t => type.StartsWith(t, StringComparison.OrdinalIgnoreCase)))
            throw new FetchException($"{address} is of the type {type}; read are {string.Join(", ", limits.Types)}. {(type.Contains("pdf", StringComparison.OrdinalIgnoreCase) ? "Turn it into text first, for instance with pdftotext." : "Give the address of the page itself.")}");
        // What the server announces can only shorten the matter: the bytes themselves are counted, after unpacking.
        if (response.Content.Headers.ContentLength > limits.Size) throw TooLarge(address);
        using var body = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        using var kept = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await body.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0;)
        {
            if (kept.Length + read > limits.Size) throw TooLarge(address);
            kept.Write(buffer, 0, read);
        }
        var bytes = kept.ToArray();
        return new WebPage { Asked = asked, Address = address, ContentType = type, Bytes = bytes, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), Fetched = time.GetUtcNow() };
    }

    FetchException TooLarge(Uri address) => new($"{address} is larger than {limits.Size >> 20} MB. Nothing of it was used; save what you need of it and give the file.");

    /// <summary>A refusal of ours, which the HTTP stack may have wrapped.</summary>
    static FetchException? Guard(Exception? e) => e as FetchException ?? (e is null ? null : Guard(e.InnerException));

    static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;

    /// <summary>Closes the connections.</summary>
    public void Dispose() => client.Dispose();
}
