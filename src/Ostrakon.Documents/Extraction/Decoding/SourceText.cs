using System.Text;

namespace Ostrakon.Documents.Extraction.Decoding;

/// <summary>The decoded source of a document. Immutable.</summary>
/// <param name="Text">The text.</param>
/// <param name="Encoding">The encoding it was read in, by its WHATWG name.</param>
/// <param name="IsMarkup">Whether it is HTML or XHTML; else it is plain text.</param>
sealed record SourceText(string Text, string Encoding, bool IsMarkup)
{
    public static SourceText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        return new SourceText(text, "utf-8", text.AsSpan().TrimStart().StartsWith('<') || text.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }
}
