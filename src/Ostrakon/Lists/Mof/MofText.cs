using System.Text;

namespace Ostrakon.Lists.Mof;

/// <summary>Japanese text writes Latin letters, digits and brackets in the width of its own signs, often beside ordinary ones.</summary>
static class MofText
{
    const char FirstWide = '\uff01', LastWide = '\uff5e', WideBlank = '\u3000';

    /// <summary>The text with letters, digits, marks and blanks in ordinary width.</summary>
    public static string Narrow(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange(FirstWide, LastWide) < 0 && !text.Contains(WideBlank)) return text;
        var narrow = new StringBuilder(text.Length);
        foreach (var c in text) narrow.Append(c is >= FirstWide and <= LastWide ? (char)(c - FirstWide + '!') : c == WideBlank ? ' ' : c);
        return narrow.ToString();
    }

    /// <summary>Whether the text is written in Japanese syllables: a transcription, not the name in the party's own script.</summary>
    public static bool HasKana(string text) => text.AsSpan().IndexOfAnyInRange('\u3041', '\u30fa') >= 0;
}
