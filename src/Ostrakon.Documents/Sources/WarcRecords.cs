using System.Globalization;
using System.Text;

namespace Ostrakon.Documents.Sources;

/// <summary>Reads the records of a web archive one by one. For one thread.</summary>
sealed class WarcRecords(Stream stream)
{
    /// <summary>A record; its content is null where it is larger than allowed.</summary>
    public sealed record Record(Dictionary<string, string> Headers, byte[]? Content, long Length)
    {
        public string? Header(string name) => Headers.GetValueOrDefault(name);
    }

    readonly byte[] buffer = new byte[1 << 16];
    int at, filled;

    /// <summary>How many records have been read.</summary>
    public int Count { get; private set; }

    /// <summary>The next record; null at the end.</summary>
    /// <exception cref="InvalidDataException">What stands here is no record, or ends in its midst.</exception>
    public Record? Next(int mostContent, int longestHeader)
    {
        string? version;
        do version = Line(longestHeader); while (version is { Length: 0 });
        if (version is null) return null;
        if (!version.StartsWith("WARC/", StringComparison.Ordinal)) throw new InvalidDataException("no WARC record begins here");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var size = 0;
        while (Line(longestHeader) is { Length: > 0 } line)
        {
            if ((size += line.Length) > longestHeader) throw new InvalidDataException("the header of a record has no end");
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) headers.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }
        if (!long.TryParse(headers.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length)) throw new InvalidDataException("a record without a Content-Length");
        var content = length <= mostContent ? new byte[length] : null;
        for (long done = 0; done < length;)
        {
            if (at == filled && !Fill()) throw new InvalidDataException("the file ends in the midst of a record");
            var part = (int)Math.Min(filled - at, length - done);
            if (content is not null) buffer.AsSpan(at, part).CopyTo(content.AsSpan((int)done));
            at += part;
            done += part;
        }
        Count++;
        return new Record(headers, content, length);
    }

    bool Fill()
    {
        (at, filled) = (0, stream.Read(buffer));
        return filled > 0;
    }

    string? Line(int longest)
    {
        var line = new List<byte>();
        while (true)
        {
            if (at == filled && !Fill()) return line.Count > 0 ? Encoding.UTF8.GetString([.. line]) : null;
            var b = buffer[at++];
            if (b == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(b);
            if (line.Count > longest) throw new InvalidDataException("the header of a record has no end");
        }
    }
}
