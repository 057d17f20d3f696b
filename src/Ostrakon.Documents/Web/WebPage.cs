using System.Globalization;
using System.Text.Json;

namespace Ostrakon.Documents.Web;

/// <summary>What a server answered. Immutable.</summary>
public sealed record WebPage
{
    /// <summary>The address that was asked for.</summary>
    public required Uri Asked { get; init; }
    /// <summary>The address that answered, after redirects.</summary>
    public required Uri Address { get; init; }
    /// <summary>The Content-Type as sent; null where there was none.</summary>
    public required string? ContentType { get; init; }
    /// <summary>The body, unpacked.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }
    /// <summary>SHA-256 of <see cref="Bytes"/>, lower-case hex.</summary>
    public required string Sha256 { get; init; }
    /// <summary>When the answer was complete, UTC.</summary>
    public required DateTimeOffset Fetched { get; init; }

    /// <summary>Writes where the bytes come from and their hash, as one object.</summary>
    /// <param name="json">Where to.</param>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("asked", Asked.AbsoluteUri);
        json.WriteString("address", Address.AbsoluteUri);
        json.WriteString("contentType", ContentType);
        json.WriteNumber("bytes", Bytes.Length);
        json.WriteString("sha256", Sha256);
        json.WriteString("time", Fetched.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
