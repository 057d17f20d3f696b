using System.Runtime.CompilerServices;
namespace Ostrakon.Documents.Extraction.Decoding;

/// <summary>Knows files that are no pages by their first bytes, and says what to do with them. Stateless.</summary>
static class FileKinds
{
    /// <exception cref="UnreadableDocumentException">The bytes are empty or of a kind that is known to hold no page.</exception>
    public static void Refuse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) throw new UnreadableDocumentException("empty: the document has no bytes");
        if (bytes.StartsWith("%PDF-"u8) || bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
            throw new UnreadableDocumentException("PDF: only pages and plain texts are read; turn it into text first, for instance with pdftotext");
        var kind = bytes switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "an image",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => "an image or sound",
            [(byte)'P', (byte)'K', 3, 4, ..] => "a zip archive or office document (give a zip of pages to --batch; save a document as text)",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "an office document (save it as text)",
            [0x1F, 0x8B, ..] => "compressed (decompress it, or give a .warc.gz to --batch)",
            [(byte)'B', (byte)'Z', (byte)'h', ..] or [0xFD, (byte)'7', (byte)'z', ..] or [0x28, 0xB5, 0x2F, 0xFD, ..] => "compressed (decompress it first)",
            [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'M', (byte)'Z', ..] when bytes[..Math.Min(64, bytes.Length)].Contains((byte)0) => "a program",
            _ => null,
        };
        if (kind is not null) throw new UnreadableDocumentException($"no page: {kind}");
    }

    /// <summary>Whether decoded text is really something else: control characters or undecodable bytes all over it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsBinary(string text)
    {
        const int lookedAt = 32 * 1024;
        var head = text.AsSpan(0, Math.Min(text.Length, lookedAt));
        var wrong = 0;
        foreach (var c in head)
            if (c == '\ufffd' || c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\x1b') || c is >= '\x7f' and <= '\x9f' and not '\x85') wrong++;
        return wrong * 12 > head.Length;
    }
}
