namespace Ostrakon.Fuzz;

/// <summary>Damages a file as downloads, editors, and people with bad intentions do. The same random numbers give the same damage.</summary>
static class Mutation
{
    const int LongRun = 100_000;

    /// <summary>What parsers stumble over: ends, quotes, markup, references, numbers at the limits, half characters.</summary>
    static readonly byte[][] Stumbling =
    [
        [0], [0, 0, 0, 0], [0x1a], "\""u8.ToArray(), "\"\""u8.ToArray(), "\r"u8.ToArray(), "\n"u8.ToArray(), "\r\n\r\n"u8.ToArray(), ","u8.ToArray(), ";"u8.ToArray(), "\t"u8.ToArray(),
        "-0- "u8.ToArray(), "|"u8.ToArray(), "<"u8.ToArray(), ">"u8.ToArray(), "</"u8.ToArray(), "/>"u8.ToArray(), "]]>"u8.ToArray(), "<![CDATA["u8.ToArray(), "<!--"u8.ToArray(), "-->"u8.ToArray(),
        "<?xml version=\"1.1\" encoding=\"utf-16\"?>"u8.ToArray(), "<!DOCTYPE a [<!ENTITY b \"c\">]>"u8.ToArray(), "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">"u8.ToArray(),
        "&amp;"u8.ToArray(), "&b;"u8.ToArray(), "&#0;"u8.ToArray(), "&#x110000;"u8.ToArray(), "&#xD800;"u8.ToArray(), "xmlns=\"urn:x\" "u8.ToArray(),
        "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), "]"u8.ToArray(), "null"u8.ToArray(), "{\"id\":"u8.ToArray(), "\\ud800"u8.ToArray(), "\\"u8.ToArray(), ":"u8.ToArray(),
        "-1"u8.ToArray(), "0"u8.ToArray(), "99999999999999999999"u8.ToArray(), "1e999"u8.ToArray(), "0000-00-00"u8.ToArray(), "9999-12-31"u8.ToArray(), "circa 31 Feb 1999 to 1"u8.ToArray(),
        "a.k.a. '"u8.ToArray(), "; alt. DOB "u8.ToArray(), "Linked To: "u8.ToArray(), "("u8.ToArray(), ")"u8.ToArray(), "] ["u8.ToArray(),
        [0xff], [0xfe, 0xff], [0xff, 0xfe], [0xef, 0xbb, 0xbf], [0xc3], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x80, 0xae], [0xcc, 0x81, 0xcc, 0x81], [0x1f, 0x8b],
    ];

    /// <summary>A damaged copy.</summary>
    /// <param name="original">The file.</param>
    /// <param name="other">Another file, whose parts may be mixed in.</param>
    /// <param name="random">Decides.</param>
    public static byte[] Of(byte[] original, byte[] other, Random random)
    {
        var bytes = new List<byte>(original);
        for (var times = 1 + random.Next(4); times > 0; times--) Once(bytes, other, random);
        return [.. bytes];
    }

    static void Once(List<byte> bytes, byte[] other, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(bytes.Count - at, 1 + random.Next(random.Next(8) == 0 ? 4096 : 32));
        switch (random.Next(12))
        {
            case 0:
                if (at < bytes.Count) bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                if (at < bytes.Count) bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 5 when other.Length > 0:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, 1 + random.Next(512))).ToArray());
                break;
            case 6:
                bytes.InsertRange(at, Enumerable.Repeat(Stumbling[random.Next(Stumbling.Length)], 1 + (random.Next(50) == 0 ? random.Next(1000) : 0)).SelectMany(b => b));
                break;
            case 7 when random.Next(20) == 0:
                bytes.InsertRange(at, Enumerable.Repeat((byte)random.Next(256), LongRun));
                break;
            case 8 when random.Next(20) == 0:
                Reencode(bytes, random);
                break;
            case 9 when random.Next(20) == 0:
                bytes.InsertRange(at, Enumerable.Repeat("<deep>"u8.ToArray(), 200).SelectMany(b => b));
                break;
            default:
                var token = Stumbling[random.Next(Stumbling.Length)];
                bytes.RemoveRange(at, Math.Min(bytes.Count - at, token.Length));
                bytes.InsertRange(at, token);
                break;
        }
    }

    static void Reencode(List<byte> bytes, Random random)
    {
        var text = System.Text.Encoding.UTF8.GetString([.. bytes]);
        var encoding = random.Next(3) switch { 0 => System.Text.Encoding.Unicode, 1 => System.Text.Encoding.BigEndianUnicode, _ => System.Text.Encoding.Latin1 };
        bytes.Clear();
        if (random.Next(2) == 0) bytes.AddRange(encoding.GetPreamble());
        bytes.AddRange(encoding.GetBytes(text));
    }
}
