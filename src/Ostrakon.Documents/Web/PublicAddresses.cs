using System.Net;
using System.Net.Sockets;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Web;

/// <summary>
/// Which addresses belong to public servers: a page from the web must never make us ask the user's own network. Thread-safe.
/// </summary>
static class PublicAddresses
{
    static readonly (IPNetwork Block, string Name)[] Special =
        [.. Resources.Lines("Web/special-addresses.tsv").Select(static line => line.Split('\t')).Select(static row => (IPNetwork.Parse(row[0]), row[1]))];

    static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    /// <summary>IPv4 behind a translator (RFC 6052): the last four bytes are the IPv4 address that is really reached.</summary>
    static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Why an address is not public; null where it is.</summary>
    public static string? Objection(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        else if (Translated.Contains(address)) address = new IPAddress(address.GetAddressBytes().AsSpan(12));
        foreach (var (block, name) in Special)
            if (block.Contains(address)) return name;
        return address.AddressFamily == AddressFamily.InterNetworkV6 && !Global.Contains(address) ? "outside the public IPv6 addresses" : null;
    }
}
