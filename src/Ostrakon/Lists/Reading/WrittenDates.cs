using System.Text.RegularExpressions;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Reading;

/// <summary>
/// One or more dates in the words of an authority: "a) Approximately 1955- 1958 b) 1960", "1972-08-10 or 1972-08-11", "between 1961 and
/// 1963", "12 Feb. 1956; 1957". What is no date is kept as a note.
/// </summary>
static partial class WrittenDates
{
    /// <summary>The dates as facts of a property, in the order given.</summary>
    public static IEnumerable<Fact> Read(string property, string text)
    {
        foreach (var item in LetteredList.Split(Between().Replace(text, "$1-$2")))
            foreach (var part in Separator().Split(item))
            {
                if (Blanks.Collapse(part).Trim('.') is not { Length: > 0 } written) continue;
                yield return One(written) is { } date ? new(property, date) : new("notes", written, Note: property);
            }
    }

    static string? One(string text)
    {
        var approximate = Approximately().Replace(text, "");
        var mark = approximate.Length == text.Length ? "" : "~";
        var years = Years().Match(approximate);
        var date = years.Success ? $"{years.Groups[1].Value}{mark}/{years.Groups[2].Value}{mark}"
            : DayFirstDate.Read(approximate) is { } one ? one + mark
            : null;
        return date is not null && PartialDate.TryParse(date, out _) ? date : null;
    }

    [GeneratedRegex(@"\bbetween\s+(\d{4})\s+and\s+(\d{4})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@"[;,\n]|\s(?:or|and)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\b(?:approximately|approx|circa|about|around|c)\b\.?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Approximately();

    [GeneratedRegex(@"^(\d{4})\s*(?:-|–|/|to)\s*(\d{4})$")]
    private static partial Regex Years();
}
