using Microsoft.AspNetCore.Http;
using Ostrakon.Server.Hosting;

namespace Ostrakon.Server.Access;

/// <summary>The server would be open to others in a way that nobody should want: it does not start. The message says what to do.</summary>
public sealed class ExposureException(string message) : Exception(message);

/// <summary>Who can reach the server at all, and what that asks for.</summary>
static class Exposure
{
    /// <summary>Whether an address is reached from this machine alone.</summary>
    public static bool IsLocal(string url) =>
        BindingAddress.Parse(url).Host is var host && (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var address) && System.Net.IPAddress.IsLoopback(address)));

    /// <exception cref="ExposureException">An address that others reach has no TLS, or there is no certificate for it.</exception>
    public static void CheckAddresses(ServerOptions options)
    {
        foreach (var url in options.Urls)
        {
            var secure = BindingAddress.Parse(url).Scheme == "https";
            if (secure && options.Certificate is null)
                throw new ExposureException($"{url} needs a certificate: name it with --cert FILE.pem --cert-key KEY.pem.");
            if (!secure && !IsLocal(url) && !options.BehindProxy)
                throw new ExposureException($"{url} would send keys and customers' names over the network in the clear. Listen at https://... with --cert FILE.pem --cert-key KEY.pem, or put a proxy with TLS before it and say --behind-proxy.");
        }
    }

    /// <exception cref="ExposureException">Others reach the server, and there is no key.</exception>
    public static void CheckKeys(ServerOptions options, bool any)
    {
        if (!any && options.Urls.FirstOrDefault(static u => !IsLocal(u)) is { } open)
            throw new ExposureException($"{open} is open to other machines, and there is no key yet. Create one first: ostrakon keys create NAME --scope read,screen");
    }
}
