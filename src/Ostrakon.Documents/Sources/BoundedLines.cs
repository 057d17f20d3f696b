using System.Text;

namespace Ostrakon.Documents.Sources;

/// <summary>Lines of a reader, trimmed; of an endless one only its beginning is kept. For one thread.</summary>
sealed class BoundedLines(TextReader reader, int longest)
{
    readonly char[] buffer = new char[16 * 1024];
    int at, filled;

    /// <summary>Whether the last line was longer than allowed, and so is cut.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The next line without its end; null after the last.</summary>
    public string? Next()
    {
        TooLong = false;
        StringBuilder? before = null;
        while (true)
        {
            if (at == filled)
            {
                (at, filled) = (0, reader.Read(buffer, 0, buffer.Length));
                if (filled == 0) return before?.ToString().Trim();
            }
            var span = buffer.AsSpan(at, filled - at);
            var end = span.IndexOf('\n');
            var part = end < 0 ? span : span[..end];
            at += end < 0 ? span.Length : end + 1;
            if (end >= 0 && before is null) return part.Trim().ToString();
            before ??= new StringBuilder();
            if (before.Length + part.Length > longest) TooLong = true;
            if (!TooLong) before.Append(part);
            if (end >= 0) return before.ToString().Trim();
        }
    }
}
