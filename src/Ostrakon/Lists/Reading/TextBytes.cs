using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Ostrakon.Lists.Reading;

/// <summary>Text files come in several encodings and seldom say which. Everything here goes on in UTF-8.</summary>
public static class TextBytes
{
    const int SampleBytes = 4096;

    /// <summary>
    /// The text in UTF-8 without byte order mark. UTF-8, UTF-16 (either order, with or without mark) and Windows-1252 are told apart
    /// by content; UTF-8 is not copied. A few broken bytes in a text that is otherwise UTF-8 do not turn it into Windows-1252: they
    /// stay, and the reader reports the row that holds them.
    /// </summary>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (bytes.StartsWith("\uFEFF"u8)) return content[3..];
        if (bytes is [0xff, 0xfe, ..]) return Transcode(content[2..], Encoding.Unicode);
        if (bytes is [0xfe, 0xff, ..]) return Transcode(content[2..], Encoding.BigEndianUnicode);
        if (Utf16WithoutMark(bytes) is { } utf16) return Transcode(content, utf16);
        return Utf8.IsValid(bytes) || MostlyUtf8(bytes)
            ? content
            : Transcode(content, CodePagesEncodingProvider.Instance.GetEncoding(1252)!);
    }

    /// <summary>Western text in UTF-16 has a zero in every other byte. A stray NUL is no such pattern.</summary>
    static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        Span<int> zeros = [0, 0];
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        for (var i = 0; i < sample.Length; i++)
            if (sample[i] == 0) zeros[i & 1]++;
        var enough = Math.Max(2, sample.Length / 10);
        if (zeros[1] > enough && zeros[0] == 0) return Encoding.Unicode;
        if (zeros[0] > enough && zeros[1] == 0) return Encoding.BigEndianUnicode;
        return null;
    }

    /// <summary>Whether the bytes above 127 make characters at least as often as not: in Windows-1252 text that is a rare accident.</summary>
    static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int whole = 0, broken = 0;
        while (bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7f) is >= 0 and var at)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var used) == OperationStatus.Done) whole++;
            else broken++;
            bytes = bytes[(at + used)..];
        }
        return whole > 0 && whole >= broken;
    }

    static ReadOnlyMemory<byte> Transcode(ReadOnlyMemory<byte> content, Encoding from)
    {
        var utf8 = new ArrayBufferWriter<byte>(content.Length + 16);
        var decoder = from.GetDecoder();
        Span<char> chars = stackalloc char[2048];
        for (var rest = content.Span; ;)
        {
            decoder.Convert(rest, chars, flush: true, out var read, out var written, out var done);
            Encoding.UTF8.GetBytes(chars[..written], utf8);
            rest = rest[read..];
            if (done) return utf8.WrittenMemory;
        }
    }
}
