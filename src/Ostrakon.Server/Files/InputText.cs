using System.Text;

namespace Ostrakon.Server.Files;

/// <summary>A file of text in the encoding that it is really in: UTF-8 or UTF-16 with a mark, else UTF-8 or Windows-1252 by its bytes.</summary>
static class InputText
{
    const int Looked = 1 << 20;

    /// <summary>Opens the file; what does not decode becomes U+FFFD, so that its row can be reported.</summary>
    public static StreamReader Open(Stream stream)
    {
        var head = new byte[(int)Math.Min(Looked, stream.Length)];
        stream.ReadExactly(head);
        stream.Position = 0;
        return new StreamReader(stream, Of(head), detectEncodingFromByteOrderMarks: true, 1 << 16);
    }

    static Encoding Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [_, 0, _, 0, ..] => Encoding.Unicode,
        [0, _, 0, _, ..] => Encoding.BigEndianUnicode,
        _ => LooksLikeUtf8(head) ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
    };

    /// <summary>More sequences that are UTF-8 than bytes that are not: a few broken rows do not change the encoding of the rest.</summary>
    static bool LooksLikeUtf8(ReadOnlySpan<byte> head)
    {
        var (good, bad) = (0, 0);
        while (!head.IsEmpty)
        {
            if (head[0] < 0x80) { head = head[1..]; continue; }
            if (Rune.DecodeFromUtf8(head, out _, out var used) == System.Buffers.OperationStatus.Done) good++;
            else if (head.Length >= 4) bad++;
            head = head[used..];
        }
        return good >= bad;
    }
}
