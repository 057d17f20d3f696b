using System.Net;
using System.Net.Sockets;

namespace Ostrakon.Documents.Web;

/// <summary>
/// Opens connections to public addresses only. A name is resolved once, each address is checked, and the connection goes to the very address that was
/// checked: a name that resolves differently a moment later (DNS rebinding) changes nothing. Thread-safe.
/// </summary>
/// <param name="objection">Why an address must not be asked; null where it may be.</param>
/// <param name="resolve">The addresses of a name.</param>
sealed class GuardedConnections(Func<IPAddress, string?> objection, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <exception cref="FetchException">The name has no address, or none that may be asked.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancel)
    {
        IPAddress[] addresses;
        try { addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await resolve(target.Host, cancel).ConfigureAwait(false); }
        catch (SocketException e) { throw new FetchException($"{target.Host} is not known ({e.Message.TrimEnd('.')}). Check the address and the network.", e); }
        Exception? last = null;
        foreach (var address in addresses)
        {
            if (objection(address) is { } why)
            {
                last ??= new FetchException($"{target.Host} stands at {address} ({why}), which is no public address, and was not asked. If it is a server of your own, add --allow-private.");
                continue;
            }
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, target.Port), cancel).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                last = new FetchException($"{target.Host} at {address} does not answer on port {target.Port} ({e.Message.TrimEnd('.')}).", e);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw last ?? new FetchException($"{target.Host} has no address.");
    }
}
