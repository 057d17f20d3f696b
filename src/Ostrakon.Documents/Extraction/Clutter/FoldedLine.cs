using System.Runtime.CompilerServices;

namespace Ostrakon.Documents.Extraction.Clutter;

/// <summary>A line as it is compared: lower case, plain quotes and dashes, single spaces, no bullets, arrows or marks at its ends.</summary>
static class FoldedLine
{
    const string Ends = "\"'-.,:;!?*|/\\<>()[]{}=+_~#•·»«›‹→←↓↑▶►▸…✓✔★☆©";

    /// <summary>The folded line.</summary>
    public static string Of(ReadOnlySpan<char> line) => Of(line, new char[line.Length]).ToString();

    /// <summary>The folded line, in a buffer that is at least as long as the line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> line, Span<char> buffer)
    {
        var length = 0;
        var space = false;
        foreach (var c in line)
        {
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\u00ad' or '\ufeff') { space = true; continue; }
            if (space && length > 0) buffer[length++] = ' ';
            space = false;
            buffer[length++] = Plain(c);
        }
        var start = 0;
        while (start < length && IsEnd(buffer[start])) start++;
        while (length > start && IsEnd(buffer[length - 1])) length--;
        return buffer[start..length];
    }

    static char Plain(char c) => c switch
    {
        '‘' or '’' or '`' or '´' or '‚' or '‛' => '\'',
        '“' or '”' or '„' or '‟' or '«' or '»' => '"',
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
        _ => char.ToLowerInvariant(c),
    };

    static bool IsEnd(char c) => c == ' ' || Ends.Contains(c, StringComparison.Ordinal);
}
