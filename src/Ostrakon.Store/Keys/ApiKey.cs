using System.Security.Cryptography;
using System.Text;

namespace Ostrakon.Store.Keys;

/// <summary>A key as it is kept: without the secret. Immutable.</summary>
/// <param name="Id">Public; names the key in lists and logs.</param>
/// <param name="Name">Whose it is, for people.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Rate">Most requests a second, on average; 0 = no limit.</param>
/// <param name="Created">When.</param>
/// <param name="Revoked">Since when it is not accepted any more; null while it is.</param>
public sealed record ApiKey(string Id, string Name, Scopes Scopes, int Rate, DateTimeOffset Created, DateTimeOffset? Revoked)
{
    /// <summary>Requests a second where nothing else is said.</summary>
    public const int DefaultRate = 100;

    const string Mark = "ostrakon_";
    const int IdLength = 12, SecretBytes = 32;

    /// <summary>SHA-256 of the secret: it is random, with 256 bits, so that nobody can guess it from the hash and no slow hash is needed.</summary>
    internal ReadOnlyMemory<byte> Hash { get; init; }

    /// <summary>Whether both may do what is asked.</summary>
    public bool May(Scopes scope) => (Scopes & (scope | Scopes.Admin)) != 0;

    /// <summary>Whether this is the key's secret. Takes the same time whether or not.</summary>
    public bool Fits(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return CryptographicOperations.FixedTimeEquals(HashOf(secret), Hash.Span);
    }

    /// <summary>A new key with what its user has to present: shown once, and kept nowhere.</summary>
    internal static (ApiKey Key, string Presented) New(string name, Scopes scopes, int rate, DateTimeOffset now)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdLength / 2));
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        return (new(id, name, scopes, rate, now, null) { Hash = HashOf(secret) }, $"{Mark}{id}_{secret}");
    }

    /// <summary>Takes apart what a user presents; false where it has not the form of a key.</summary>
    public static bool TryRead(string presented, out string id, out string secret)
    {
        ArgumentNullException.ThrowIfNull(presented);
        (id, secret) = ("", "");
        if (presented.Length != Mark.Length + IdLength + 1 + 2 * SecretBytes || !presented.StartsWith(Mark, StringComparison.Ordinal) || presented[Mark.Length + IdLength] != '_') return false;
        (id, secret) = (presented.Substring(Mark.Length, IdLength), presented[(Mark.Length + IdLength + 1)..]);
        return true;
    }

    static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
