using System.Runtime.CompilerServices;
using System.Text;

namespace Ostrakon.Documents.Extraction.Clutter;

/// <summary>A line as it is compared: lower case, plain quotes and dashes, single spaces, no bullets, arrows or marks at its ends.</summary>
static class FoldedLine
{
    const string Ends = "\"'-.,:;!?*|/\\<>()[]{}=+_~#•·»«›‹→←↓↑▶►▸…✓✔★☆©";

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string Of(ReadOnlySpan<char> line)
    {
        var folded = new StringBuilder(line.Length);
        var space = false;
        foreach (var c in line)
        {
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\u00ad' or '\ufeff') { space = true; continue; }
            if (space && folded.Length > 0) folded.Append(' ');
            space = false;
            folded.Append(Plain(c));
        }
        var start = 0;
        var end = folded.Length;
        while (start < end && IsEnd(folded[start])) start++;
        while (end > start && IsEnd(folded[end - 1])) end--;
        return folded.ToString(start, end - start);
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
