using System.Text;

namespace Ostrakon.Documents.Extraction.Decoding;

/// <summary>The decoded source of a document. Immutable.</summary>
/// <param name="Text">The text.</param>
/// <param name="Encoding">The name of the encoding that it was read in.</param>
/// <param name="IsMarkup">Whether it is HTML or XHTML; else it is plain text.</param>
sealed record SourceText(string Text, string Encoding, bool IsMarkup)
{
    /// <summary>Decodes the bytes of a document.</summary>
    /// <param name="bytes">As fetched or stored.</param>
    /// <param name="contentType">What the server said; null where unknown.</param>
    /// <exception cref="UnreadableDocumentException">The bytes are no text.</exception>
    public static SourceText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        FileKinds.Refuse(bytes);
        var (encoding, skip) = EncodingSniffer.Of(bytes, contentType);
        var text = encoding.GetString(bytes[skip..]);
        if (FileKinds.IsBinary(text)) throw new UnreadableDocumentException("binary data, no text: give the page or text itself");
        if (text.AsSpan().IsWhiteSpace()) throw new UnreadableDocumentException("empty: nothing but white space");
        return new SourceText(text, encoding.WebName, LooksLikeMarkup(text, contentType));
    }

    /// <summary>A start tag of HTML's own among the first characters, or a server that says so about something that starts with a tag.</summary>
    static bool LooksLikeMarkup(string text, string? contentType)
    {
        const int lookedAt = 4096;
        var head = text.AsSpan(0, Math.Min(text.Length, lookedAt)).TrimStart('\ufeff').TrimStart();
        if (head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<!--", StringComparison.Ordinal)) return true;
        if (contentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true) return true;
        foreach (var tag in (ReadOnlySpan<string>)["<html", "<head", "<body", "<title", "<meta", "<script", "<div", "<p>", "<p ", "<article", "<table", "<h1", "<section", "<frameset"])
            if (head.Contains(tag, StringComparison.OrdinalIgnoreCase)) return true;
        return head.StartsWith("<", StringComparison.Ordinal) && head.Contains('>') && text.Contains("</", StringComparison.Ordinal);
    }
}
