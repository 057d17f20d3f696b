using System.Runtime.CompilerServices;
using System.Text;

namespace Ostrakon.Documents.Extraction;

/// <summary>White space as a reader sees it. Stateless.</summary>
static class Whitespace
{
    /// <summary>Runs of white space become one space; none at the ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string Collapse(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) { space = true; continue; }
            if (IsInvisible(c)) continue;
            if (space && result.Length > 0) result.Append(' ');
            space = false;
            result.Append(c);
        }
        return result.ToString();
    }

    /// <summary>Characters that have no width: soft hyphen, joiners of layout, marks of byte order, controls.</summary>
    public static bool IsInvisible(char c) => c is '\u200b' or '\u00ad' or '\ufeff' or '\u2060' or '\u200e' or '\u200f' || char.IsControl(c) && !char.IsWhiteSpace(c);
}
