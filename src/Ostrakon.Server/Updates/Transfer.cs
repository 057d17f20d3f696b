using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Ostrakon.Documents.Web;
using Ostrakon.Lists;

namespace Ostrakon.Server.Updates;

/// <summary>What a server said of a file, by which it can tell later whether it changed. Immutable.</summary>
/// <param name="ETag">As sent; null where it was not.</param>
/// <param name="LastModified">As sent; null where it was not.</param>
sealed record FileState(string? ETag, DateTimeOffset? LastModified);

/// <summary>A file that was fetched; null in <paramref name="File"/> where the one known is still the newest. Immutable.</summary>
sealed record FetchedFile(ListFile? File, FileState State);

/// <summary>A failure that may pass.</summary>
/// <param name="message">For the user.</param>
/// <param name="after">When to ask again, where the server said so.</param>
/// <param name="inner">The cause.</param>
sealed class UnavailableException(string message, TimeSpan? after = null, Exception? inner = null) : Exception(message, inner)
{
    public TimeSpan? After { get; } = after;
}

/// <summary>One try to fetch one file: it goes on where the last one stopped, if the server still has the same file. For one task.</summary>
sealed class Transfer(HttpClient client, ListAddress target, string part, UpdateLimits limits, TimeProvider time)
{
    readonly string validator = part + ".from";

    /// <param name="known">What the server said of the file that is here already; null = fetch in any case.</param>
    /// <param name="cancel">Stops; what came so far stays for the next try.</param>
    /// <exception cref="FetchException">It was refused, or cannot be had.</exception>
    /// <exception cref="UnavailableException">It may be had later.</exception>
    public async Task<FetchedFile> RunAsync(FileState? known, CancellationToken cancel)
    {
        using var stalled = new CancellationTokenSource(limits.Stall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stalled.Token, cancel);
        try { return await FollowAsync(known, stalled, either.Token); }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new UnavailableException($"{target.Address.Host}: nothing came for {limits.Stall.TotalSeconds:0} seconds.", inner: e);
        }
        catch (Exception e) when (Refusal(e) is { } refused) { throw new FetchException(refused.Message, e); }
        catch (Exception e) when (e is HttpRequestException or HttpIOException)
        {
            throw new UnavailableException($"{target.Address.Host}: the answer is broken or was cut off ({Innermost(e).Message.TrimEnd('.')}).", inner: e);
        }
    }

    async Task<FetchedFile> FollowAsync(FileState? known, CancellationTokenSource stalled, CancellationToken cancel)
    {
        var (have, from) = Begun();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var address = target.Address; ;)
        {
            Check(address);
            if (!seen.Add(address.AbsoluteUri)) throw new FetchException($"{target.Address}: the redirects go in a circle, back to {address}.");
            if (seen.Count > limits.Redirects + 1) throw new FetchException($"{target.Address}: more than {limits.Redirects} redirects.");
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (have > 0) AskForRest(request, have, from!);
            else if (known is not null) AskIfChanged(request, known);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            stalled.CancelAfter(limits.Stall);
            if ((int)response.StatusCode is >= 301 and <= 303 or 307 or 308 && response.Headers.Location is { } location)
            {
                address = Uri.TryCreate(address, location, out var next) ? next : throw new FetchException($"{address} redirects to something that is no address.");
                continue;
            }
            if (response.StatusCode == HttpStatusCode.NotModified && known is not null) return new(null, known);
            if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
            {
                Forget();
                throw new UnavailableException($"{address.Host} has another file than the one begun; it is fetched from its start.", TimeSpan.Zero);
            }
            if (!response.IsSuccessStatusCode) throw Failed(address, response);
            return await ReadAsync(response, have, stalled, cancel);
        }
    }

    async Task<FetchedFile> ReadAsync(HttpResponseMessage response, long have, CancellationTokenSource stalled, CancellationToken cancel)
    {
        var goesOn = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == have && have > 0;
        if (response.StatusCode == HttpStatusCode.PartialContent && !goesOn)
        {
            Forget();
            throw new UnavailableException($"{target.Address.Host} sent another part than the one asked for.", TimeSpan.Zero);
        }
        var state = new FileState(response.Headers.ETag?.ToString(), response.Content.Headers.LastModified);
        long total = goesOn ? have : 0, expected = total + (response.Content.Headers.ContentLength ?? 0);
        if (expected > limits.Size) throw TooLarge();
        using (var file = Open(goesOn ? FileMode.Append : FileMode.Create))
        {
            Remember(state);
            using var body = await response.Content.ReadAsStreamAsync(cancel);
            var buffer = new byte[1 << 16];
            for (int read; (read = await body.ReadAsync(buffer, cancel)) > 0;)
            {
                stalled.CancelAfter(limits.Stall);
                if ((total += read) > limits.Size) throw TooLarge();
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
        }
        if (total < (response.Content.Headers.ContentRange?.Length ?? expected)) throw new UnavailableException($"{target.Address.Host} sent {total} of {expected} bytes.");
        if (total == 0) { Forget(); throw new FetchException($"{target.Address} is empty. The version in use stays."); }
        using var whole = File.OpenRead(part);
        return new(new(target.File, ListFile.Unpack(target.File, whole, cancel), (state.LastModified ?? time.GetUtcNow()).UtcDateTime), state);
    }

    /// <summary>Removes what was fetched.</summary>
    public void Forget()
    {
        File.Delete(part);
        File.Delete(validator);
    }

    /// <summary>How many bytes came before, and of which file.</summary>
    (long Have, string? From) Begun() =>
        File.Exists(part) && File.Exists(validator) && File.ReadAllText(validator) is { Length: > 0 } from ? (new FileInfo(part).Length, from) : (0, null);

    /// <summary>Only a strong entity tag or a date tells that the rest belongs to the beginning (RFC 9110, section 13.1.5).</summary>
    void Remember(FileState state) => File.WriteAllText(validator,
        state.ETag is { } tag && !tag.StartsWith("W/", StringComparison.Ordinal) ? tag : state.LastModified?.ToString("R", CultureInfo.InvariantCulture) ?? "");

    FileStream Open(FileMode mode)
    {
        try { return new(part, mode, FileAccess.Write, FileShare.None); }
        catch (IOException e) { throw new FetchException($"{part} cannot be written ({e.Message.TrimEnd('.')}). Is another update running?", e); }
    }

    void Check(Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !(limits.AllowPrivate && address.Scheme == Uri.UriSchemeHttp))
            throw new FetchException($"{address}: lists are fetched over https only, so that nobody on the way can change them. For a mirror of your own add --allow-private.");
        if (address.UserInfo.Length > 0) throw new FetchException($"{address.Host}: an address with a user name or password in it is not fetched.");
    }

    static void AskForRest(HttpRequestMessage request, long have, string from)
    {
        request.Headers.Range = new(have, null);
        request.Headers.TryAddWithoutValidation("If-Range", from);
    }

    static void AskIfChanged(HttpRequestMessage request, FileState known)
    {
        if (known.ETag is { } tag && EntityTagHeaderValue.TryParse(tag, out var value)) request.Headers.IfNoneMatch.Add(value);
        request.Headers.IfModifiedSince = known.LastModified;
    }

    Exception Failed(Uri address, HttpResponseMessage response)
    {
        var said = $"{address.Host} answers {(int)response.StatusCode} {response.ReasonPhrase}.";
        if ((int)response.StatusCode is not (408 or 425 or 429 or >= 500)) return new FetchException($"{said} Is {address} still the list's address? Another can be named in addresses.tsv of the data folder.");
        var after = response.Headers.RetryAfter is { } header ? header.Delta ?? (header.Date - time.GetUtcNow()) : null;
        return after > limits.LongestWait ? new FetchException($"{said} It asks to come back in {after.Value.TotalMinutes:0} minutes.") : new UnavailableException(said, after < TimeSpan.Zero ? TimeSpan.Zero : after);
    }

    FetchException TooLarge()
    {
        Forget();
        return new($"{target.Address} is larger than {limits.Size >> 20} MB. Nothing of it was used.");
    }

    static FetchException? Refusal(Exception? e) => e as FetchException ?? (e is null ? null : Refusal(e.InnerException));

    static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;
}
