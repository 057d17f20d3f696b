using System.Globalization;
using System.Text.RegularExpressions;

namespace Ostrakon.Lists.Reading;

/// <summary>Several values in one cell, "(1) Tehran (2) Isfahan", as British and other lists write them.</summary>
static partial class NumberedList
{
    /// <summary>The values with their numbers; a text that is no such list is one value with number 0. Dashes stand for none.</summary>
    public static IEnumerable<(int Number, string Value)> Split(string text)
    {
        var marks = Mark().Matches(text);
        if (marks.Count == 0 || text[..marks[0].Index].Trim().Length > 0)
        {
            if (text.Trim() is { Length: > 0 } whole and not "-") yield return (0, whole);
            yield break;
        }
        for (var i = 0; i < marks.Count; i++)
        {
            var end = i + 1 < marks.Count ? marks[i + 1].Index : text.Length;
            var value = text[(marks[i].Index + marks[i].Length)..end].Trim(' ', ',', ';');
            if (value.Trim('-', '.', ' ').Length == 0) continue;
            var (first, last) = (int.Parse(marks[i].Groups[1].ValueSpan, CultureInfo.InvariantCulture), marks[i].Groups[2]);
            // "(2)-(6) Iran": one value for several numbers.
            var to = last.Success ? Math.Min(int.Parse(last.ValueSpan, CultureInfo.InvariantCulture), first + 50) : first;
            for (var n = first; n <= to; n++) yield return (n, value);
        }
    }

    /// <summary>Two lists that belong together: each value of the first with that of the second that bears its number, if any.</summary>
    public static IEnumerable<(string Value, string? Other)> Join(string values, string others)
    {
        var second = Split(others).ToLookup(o => o.Number, o => o.Value);
        foreach (var (number, value) in Split(values))
            yield return (value, second[number].FirstOrDefault() ?? second[0].FirstOrDefault());
    }

    [GeneratedRegex(@"(?<![\w)])\((\d{1,2})\)(?:\s*-\s*\((\d{1,2})\))?\s*")]
    private static partial Regex Mark();
}
