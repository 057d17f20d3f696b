using System.Runtime.CompilerServices;
using System.Buffers;
using System.Text;

namespace Ostrakon.Documents.Extraction.Decoding;

/// <summary>
/// Finds the encoding of a document as browsers do (WHATWG Encoding Standard and HTML "determining the character encoding"): byte order mark,
/// the server's label, the page's own label, else the bytes. A label that the bytes contradict is not believed. Stateless.
/// </summary>
static class EncodingSniffer
{
    const int Prescanned = 4096, LookedAt = 256 * 1024;

    static readonly Encoding Utf8 = new UTF8Encoding(false);
    static readonly Encoding Western = Known(1252);

    /// <summary>The encoding, and how many bytes of a byte order mark stand before the text.</summary>
    public static (Encoding Encoding, int Skip) Of(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return (Utf8, 3);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (Encoding.Unicode, 2);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (Encoding.BigEndianUnicode, 2);
        var head = bytes[..Math.Min(bytes.Length, LookedAt)];
        if (WideByZeros(head) is { } wide) return (wide, 0);
        var label = LabelIn(contentType) ?? LabelIn(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Prescanned)]));
        var (sequences, broken) = Utf8Sequences(head);
        var labelled = label is null ? null : ByLabel(label);
        // UTF-16 would show its zeros; as a label without them, HTML reads it as UTF-8.
        if (labelled is UnicodeEncoding) labelled = Utf8;
        if (labelled is null or UTF8Encoding) return (broken > sequences / 20 ? ByBytes(head) : Utf8, 0);
        // Text that is whole UTF-8 in many places is UTF-8, whatever the label says.
        return (broken == 0 && sequences >= 3 && !IsAsianMultibyte(labelled) ? Utf8 : labelled, 0);
    }

    static Encoding Known(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;

    static bool IsAsianMultibyte(Encoding encoding) => !encoding.IsSingleByte;

    /// <summary>UTF-16 without a mark has a zero in every second byte of markup and Latin text.</summary>
    static Encoding? WideByZeros(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4) return null;
        int even = 0, odd = 0, pairs = Math.Min(head.Length, 2000) / 2;
        for (var i = 0; i < pairs; i++)
        {
            if (head[2 * i] == 0) even++;
            if (head[2 * i + 1] == 0) odd++;
        }
        return odd > 0.4 * pairs && even < 0.05 * pairs ? Encoding.Unicode : even > 0.4 * pairs && odd < 0.05 * pairs ? Encoding.BigEndianUnicode : null;
    }

    static string? LabelIn(string? text)
    {
        if (text is null) return null;
        foreach (var key in (ReadOnlySpan<string>)["charset", "encoding"])
            for (var at = text.IndexOf(key, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(key, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var rest = text.AsSpan(at + key.Length).TrimStart();
                if (!rest.StartsWith("=")) continue;
                rest = rest[1..].TrimStart(" \t\r\n\"'");
                var end = 0;
                while (end < rest.Length && (char.IsAsciiLetterOrDigit(rest[end]) || rest[end] is '-' or '_' or ':' or '.')) end++;
                if (end > 1 && ByLabel(rest[..end].ToString()) is not null) return rest[..end].ToString();
            }
        return null;
    }

    /// <summary>An encoding by the label that pages give it; the standard reads several labels as a superset.</summary>
    static Encoding? ByLabel(string label)
    {
        switch (label.ToLowerInvariant())
        {
            case "utf-8" or "utf8" or "unicode-1-1-utf-8": return Utf8;
            case "utf-16" or "utf-16le" or "unicode" or "ucs-2": return Encoding.Unicode;
            case "utf-16be": return Encoding.BigEndianUnicode;
            case "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "windows-1252" or "cp1252" or "x-cp1252" or "ansi": return Western;
            case "iso-8859-9" or "latin5": return Known(1254);
            case "iso-8859-11" or "tis-620": return Known(874);
            case "gb2312" or "gbk" or "gb18030" or "x-gbk" or "chinese": return Known(54936);
            case "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "ms_kanji" or "windows-31j": return Known(932);
            case "euc-kr" or "ks_c_5601-1987" or "ksc5601" or "windows-949" or "korean": return Known(949);
            case "big5" or "big5-hkscs" or "x-x-big5": return Known(950);
            default:
                try { return CodePagesEncodingProvider.Instance.GetEncoding(label); }
                catch (ArgumentException) { return null; }
        }
    }

    /// <summary>Whole sequences of more than one byte, and bytes that belong to none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static (int Whole, int Broken) Utf8Sequences(ReadOnlySpan<byte> bytes)
    {
        var (whole, broken) = (0, 0);
        while (true)
        {
            var next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0) return (whole, broken);
            bytes = bytes[next..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var used) == OperationStatus.Done) whole++;
            else if (bytes.Length >= 4) broken++;
            bytes = bytes[used..];
        }
    }

    /// <summary>Bytes without a true label: Cyrillic, East Asian, or, as browsers do, Western.</summary>
    static Encoding ByBytes(ReadOnlySpan<byte> head)
    {
        int high = 0, letters = 0, cyrillic = 0;
        foreach (var b in head)
        {
            if (b >= 0x80) high++;
            if (b >= 0xC0) cyrillic++;
            if (b >= 0x80 || (b | 0x20) is >= (byte)'a' and <= (byte)'z') letters++;
        }
        if (high * 8 < letters) return Western;
        foreach (var page in (ReadOnlySpan<int>)[932, 51932, 949, 54936, 950])
            if (IsClean(Known(page), head)) return Known(page);
        return cyrillic * 10 > high * 9 ? Known(1251) : Western;
    }

    /// <summary>Whether the bytes decode without a fault, and into the script of the encoding's language.</summary>
    static bool IsClean(Encoding encoding, ReadOnlySpan<byte> head)
    {
        var text = encoding.GetString(head[..Math.Min(head.Length, 16 * 1024)]);
        int asian = 0, other = 0, kana = 0, hangul = 0;
        foreach (var c in text)
        {
            if (c is '\ufffd' or >= '\ue000' and <= '\uf8ff') other += 3;
            else if (c is >= '\u3040' and <= '\u30ff') { kana++; asian++; }
            else if (c is >= '\uac00' and <= '\ud7a3') { hangul++; asian++; }
            else if (c is >= '\u3000' and <= '\u9fff' or >= '\uff00' and <= '\uff60') asian++;
            else if (c >= '\x80') other++;
        }
        if (asian < 20 || other * 10 > asian) return false;
        return encoding.CodePage switch { 932 or 51932 => kana * 5 > asian, 949 => hangul * 2 > asian, _ => true };
    }
}
