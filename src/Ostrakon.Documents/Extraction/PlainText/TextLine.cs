using System.Buffers;
using Ostrakon.Documents.Extraction.Clutter;

namespace Ostrakon.Documents.Extraction.PlainText;

/// <summary>A line of a plain text that holds something, trimmed. Immutable.</summary>
/// <param name="Start">Where it starts in the source, UTF-16.</param>
/// <param name="End">Where it ends there, exclusive.</param>
/// <param name="Text">The line itself.</param>
/// <param name="Folded">The line as it is compared.</param>
/// <param name="AfterGap">Whether an empty line stands before it.</param>
sealed record TextLine(int Start, int End, string Text, string Folded, bool AfterGap)
{
    static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u2028\u2029\u0085\f\v");

    /// <summary>Whether it ends as a sentence does.</summary>
    public bool Closed => Text.AsSpan().TrimEnd("\"'”’»)]")[^1..] is "." or "!" or "?" or ":" or ";" or "…" or "。" or "！" or "？" or "।" or "؟";

    public int Words { get; } = Text.AsSpan().Count(' ') + 1;

    /// <summary>The lines of a text with something on them; line feed, carriage return, both, and the Unicode separators end a line.</summary>
    public static List<TextLine> Split(string source)
    {
        var lines = new List<TextLine>();
        var gap = true;
        for (var at = 0; at < source.Length;)
        {
            var length = source.AsSpan(at).IndexOfAny(LineEnds);
            var end = length < 0 ? source.Length : at + length;
            int first = at, last = end;
            while (first < last && IsBlank(source[first])) first++;
            while (last > first && IsBlank(source[last - 1])) last--;
            if (first == last)
            {
                gap = true;
            }
            else
            {
                var text = source[first..last];
                lines.Add(new TextLine(first, last, text, FoldedLine.Of(text), gap));
                gap = false;
            }
            at = end + (end + 1 < source.Length && source[end] == '\r' && source[end + 1] == '\n' ? 2 : 1);
        }
        return lines;
    }

    static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' or '\0';
}
