using System.Text.RegularExpressions;

namespace Ostrakon.Lists.Reading;

/// <summary>Several values in one cell, "a) Tehran b) Isfahan" or "(a)Tehran、(b)Isfahan", as Australian and Japanese lists write them.</summary>
static partial class LetteredList
{
    /// <summary>The values in order; a text that is no such list is one value. What stands before the first letter is a value too.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        foreach (Match mark in Mark().Matches(text))
        {
            if (Between(text, start, mark.Index) is { Length: > 0 } value) yield return value;
            start = mark.Index + mark.Length;
        }
        if (Between(text, start, text.Length) is { Length: > 0 } last) yield return last;
    }

    static string Between(string text, int start, int end) => text[start..end].Trim(' ', '\n', '\r', '\t', '\u00a0', '\u3000', ',', ';', '、', '，', '；');

    [GeneratedRegex(@"[(（][a-zａ-ｚ][)）]\s*|(?<![\p{L}\p{N}(（])[a-zａ-ｚ][)）]\s*")]
    private static partial Regex Mark();
}
