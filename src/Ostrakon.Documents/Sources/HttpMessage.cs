using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Ostrakon.Documents.Sources;

/// <summary>An HTTP response as an archive keeps it, its body without transfer and content coding. Immutable.</summary>
sealed record HttpMessage(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <exception cref="InvalidDataException">It is no response, its coding is unknown or broken, or its body unpacks to more than allowed.</exception>
    public static HttpMessage Parse(byte[] content, int most)
    {
        var end = content.AsSpan().IndexOf("\r\n\r\n"u8);
        var gap = 4;
        if (end < 0) (end, gap) = (content.AsSpan().IndexOf("\n\n"u8), 2);
        if (end < 0) throw new InvalidDataException("the archived response has no end of its header");
        var lines = Encoding.Latin1.GetString(content, 0, end).Split('\n', StringSplitOptions.TrimEntries);
        var status = lines[0].Split(' ');
        if (!lines[0].StartsWith("HTTP/", StringComparison.Ordinal) || status.Length < 2 || !int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            throw new InvalidDataException("the archived response does not begin as HTTP does");
        string? Header(string name) => lines.Skip(1).FirstOrDefault(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
        var body = content[(end + gap)..];
        if (Header("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true) body = WithoutChunks(body);
        foreach (var coding in (Header("Content-Encoding") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse())
            body = Unpacked(body, coding.ToLowerInvariant(), most);
        return new HttpMessage(code, Header("Content-Type"), body);
    }

    /// <summary>Some archives keep the header of a chunked response but not the chunks: then the body is as it is.</summary>
    static byte[] WithoutChunks(byte[] body)
    {
        using var whole = new MemoryStream(body.Length);
        for (var at = 0; at < body.Length;)
        {
            var end = body.AsSpan(at).IndexOf("\r\n"u8);
            if (end < 0) return at == 0 ? body : whole.ToArray();
            var size = Encoding.Latin1.GetString(body, at, end).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0) return at == 0 ? body : whole.ToArray();
            if (length == 0) break;
            at += end + 2;
            length = Math.Min(length, body.Length - at);
            whole.Write(body, at, length);
            at += length + 2;
        }
        return whole.ToArray();
    }

    static byte[] Unpacked(byte[] body, string coding, int most)
    {
        if (coding == "identity") return body;
        // Some archives unpack the body and keep the header.
        if (coding is "gzip" or "x-gzip" && !body.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return body;
        using var memory = new MemoryStream(body);
        using Stream stream = coding switch
        {
            "gzip" or "x-gzip" => new GZipStream(memory, CompressionMode.Decompress),
            "br" => new BrotliStream(memory, CompressionMode.Decompress),
            "deflate" => body.Length > 1 && (body[0] & 0x0F) == 8 && (body[0] * 256 + body[1]) % 31 == 0 ? new ZLibStream(memory, CompressionMode.Decompress) : new DeflateStream(memory, CompressionMode.Decompress),
            _ => throw new InvalidDataException($"the archived response is packed in a way that is not known ({coding})"),
        };
        return BoundedBytes.Read(stream, most) ?? throw new InvalidDataException($"the archived response unpacks to more than {most >> 20} MB");
    }
}
