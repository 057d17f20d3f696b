using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Ostrakon.Lists.Reading;

/// <summary>
/// Reads delimited rows (RFC 4180) forward only, straight from the file's bytes; encoding and delimiter are recognised. Lines may end
/// in CRLF, LF or CR; a DOS end-of-file mark (Ctrl-Z) at the end is no row, nor is a blank line. A row that is broken (a quote that
/// is never closed or closed too early, a NUL, bytes that are no characters, a length beyond all reason) ends the reading, or in
/// tolerant mode is reported in <see cref="Fault"/> and reading goes on with the next line. For one thread.
/// </summary>
public sealed class CsvRows
{
    /// <summary>The longest row accepted, in bytes of UTF-8: 1 MiB.</summary>
    public const int MaxRowBytes = 1 << 20;

    /// <summary>The most fields accepted in a row.</summary>
    public const int MaxFields = 4096;

    readonly string name;
    readonly ReadOnlyMemory<byte> text;
    readonly bool tolerant;
    readonly byte delimiter;
    readonly SearchValues<byte> plainEnds;
    readonly List<Field> fields = [];
    int next;
    long nextLine = 1;

    /// <summary>Opens the content of a file; nothing is read yet.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="delimiter">An ASCII character; null = recognise comma, semicolon or tab.</param>
    /// <param name="tolerant">Go on after a broken row.</param>
    public CsvRows(string name, ReadOnlyMemory<byte> content, char? delimiter = null, bool tolerant = false)
    {
        this.name = name;
        this.tolerant = tolerant;
        text = TextBytes.ToUtf8(content);
        if (text.Span.TrimEnd(" \t\r\n"u8) is [.. var body, 0x1a]) text = text[..body.Length];
        this.delimiter = delimiter is { } given ? (byte)given : CsvDelimiter.Detect(text.Span);
        plainEnds = SearchValues.Create([this.delimiter, (byte)'\r', (byte)'\n']);
    }

    /// <summary>Opens a file of a list; a broken row ends the reading.</summary>
    public CsvRows(ListFile file, char? delimiter = null) : this(file.Name, file.Content, delimiter) { }

    /// <summary>The line on which the current row begins, counted from 1.</summary>
    public long Line { get; private set; }

    /// <summary>What is wrong with the current row, without a full stop; null where nothing is. Set in tolerant mode only.</summary>
    public string? Fault { get; private set; }

    /// <summary>How many fields the current row has; none where it is broken.</summary>
    public int Count => fields.Count;

    /// <summary>The text of a field of the current row, unquoted; empty where the row has fewer fields.</summary>
    public string this[int index] => index < 0 || index >= fields.Count ? "" : TextOf(fields[index]);

    /// <summary>The bytes of a field of the current row, without the quotes around it; empty where the row has fewer fields.</summary>
    public ReadOnlySpan<byte> Bytes(int index) =>
        index < 0 || index >= fields.Count ? default : text.Span.Slice(fields[index].Start, fields[index].Length);

    /// <summary>Goes to the next row.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="ListFormatException">The row is broken, and the reader not tolerant.</exception>
    public bool Read()
    {
        while (next < text.Length)
        {
            var start = next;
            Line = nextLine;
            fields.Clear();
            Fault = Scan() ?? FaultInBytes(text.Span[start..next]);
            if (Fault is not null)
            {
                if (!tolerant) throw Bad(Fault, "Download or export the file again.");
                fields.Clear();
                next = start;
                SkipLine();
                return true;
            }
            if (fields is not [{ Length: 0, Quoted: false }]) return true;
        }
        fields.Clear();
        Fault = null;
        return false;
    }

    /// <summary>An error that names this file and the current row's line.</summary>
    public ListFormatException Bad(string reason, string advice) => new(name, Line, reason, advice);

    /// <summary>Splits the row at <see cref="next"/> and goes behind it; else says what is wrong.</summary>
    string? Scan()
    {
        var all = text.Span;
        var limit = Math.Min(all.Length, next + MaxRowBytes);
        while (true)
        {
            if (fields.Count == MaxFields) return $"has more than {MaxFields} fields";
            Field field;
            if (next < limit && all[next] == '"')
            {
                var start = ++next;
                var doubled = false;
                while (true)
                {
                    var quote = all[next..limit].IndexOf((byte)'"');
                    if (quote < 0)
                        return limit < all.Length ? TooLong() : "opens a quote that is never closed (a truncated file?)";
                    next += quote + 1;
                    if (next >= limit || all[next] != '"') break;
                    doubled = true;
                    next++;
                }
                field = new(start, next - 1 - start, Quoted: true, doubled);
                nextLine += LinesIn(all.Slice(field.Start, field.Length));
                if (next < all.Length && !plainEnds.Contains(all[next])) return "has text after a closing quote";
            }
            else
            {
                var length = all[next..limit].IndexOfAny(plainEnds);
                if (length < 0 && limit < all.Length) return TooLong();
                field = new(next, length < 0 ? limit - next : length, Quoted: false, Doubled: false);
                next += field.Length;
            }
            fields.Add(field);
            if (next >= all.Length) return null;
            if (all[next] == delimiter) { next++; continue; }
            SkipLineEnd();
            return null;
        }
    }

    static string TooLong() => $"is longer than {MaxRowBytes >> 20} MiB";

    static string? FaultInBytes(ReadOnlySpan<byte> row) =>
        row.Contains((byte)0) ? "holds a NUL character (a damaged file?)"
        : !Utf8.IsValid(row) ? "holds bytes that are not UTF-8"
        : null;

    void SkipLine()
    {
        var length = text.Span[next..].IndexOfAny((byte)'\r', (byte)'\n');
        next = length < 0 ? text.Length : next + length;
        nextLine = Line;
        if (next < text.Length) SkipLineEnd();
    }

    void SkipLineEnd()
    {
        next += text.Span[next..].StartsWith("\r\n"u8) ? 2 : 1;
        nextLine++;
    }

    static int LinesIn(ReadOnlySpan<byte> field) => Math.Max(field.Count((byte)'\n'), field.Count((byte)'\r'));

    string TextOf(Field field)
    {
        var value = Encoding.UTF8.GetString(text.Span.Slice(field.Start, field.Length));
        return field.Doubled ? value.Replace("\"\"", "\"", StringComparison.Ordinal) : value;
    }

    readonly record struct Field(int Start, int Length, bool Quoted, bool Doubled);
}
