using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Ostrakon.Documents.Text;

namespace Ostrakon.Documents.Extraction.Metadata;

/// <summary>Dates as pages write them. Stateless.</summary>
static partial class DateText
{
    const int FirstYear = 1990, LastYear = 2100, Longest = 400;

    static readonly FrozenDictionary<string, int> Months = Resources.Lines("Extraction/Metadata/months.tsv").Select(static line => line.Split('\t'))
        .SelectMany(static row => row[1].Split(' ').Select(name => (name, Number: int.Parse(row[0], CultureInfo.InvariantCulture))))
        .GroupBy(static m => m.name).ToFrozenDictionary(static g => g.Key, static g => g.First().Number);

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d\d)[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)|(?<!\d)(?<y>(?:19|20)\d\d)(?<m>[01]\d)(?<d>[0-3]\d)(?:T?\d{4,6}Z?)?(?!\d)")]
    private static partial Regex YearFirst { get; }

    [GeneratedRegex(@"(?<!\d)(?<a>\d{1,2})(?<s>[./-])\s?(?<b>\d{1,2})\k<s>\s?(?<y>(?:19|20)\d\d|\d\d)(?!\d)")]
    private static partial Regex YearLast { get; }

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[\s\-,/]+(?:de |of )?(?<n>\p{L}{3,})\.?,?[\s\-,/]+(?:de |del )?(?<y>(?:19|20)\d\d)(?!\d)")]
    private static partial Regex DayName { get; }

    [GeneratedRegex(@"(?<n>\p{L}{3,})\.?[\s\-]+(?<d>\d{1,2})(?:st|nd|rd|th)?,?[\s\-]+(?<y>(?:19|20)\d\d)(?!\d)")]
    private static partial Regex NameDay { get; }

    [GeneratedRegex(@"(?<y>(?:19|20)\d\d)\s?[年년]\s?(?<m>\d{1,2})\s?[月월]\s?(?<d>\d{1,2})\s?[日일]")]
    private static partial Regex EastAsian { get; }

    /// <summary>The number of a month by its name; 0 where it is none.</summary>
    public static int Month(string name) => Months.GetValueOrDefault(name.ToLowerInvariant());

    /// <summary>The first date of a text; null where it has none.</summary>
    /// <param name="text">Written by a machine or a person.</param>
    /// <param name="monthFirst">Whether 3/4/2020 is the fourth of March.</param>
    public static DateOnly? Find(string? text, bool monthFirst)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length > Longest) text = text[..Longest];
        DateOnly? best = null;
        var place = int.MaxValue;
        void Take(Match match, DateOnly? date)
        {
            if (match.Success && date is not null && match.Index < place) (best, place) = (date, match.Index);
        }
        var found = YearFirst.Match(text);
        Take(found, Date(found, "y", "m", "d"));
        found = EastAsian.Match(text);
        Take(found, Date(found, "y", "m", "d"));
        for (found = DayName.Match(text); found.Success; found = found.NextMatch()) Take(found, Named(found));
        for (found = NameDay.Match(text); found.Success; found = found.NextMatch()) Take(found, Named(found));
        found = YearLast.Match(text);
        if (found.Success)
        {
            var (a, b) = (Number(found, "a"), Number(found, "b"));
            var american = b > 12 || a <= 12 && monthFirst && found.Groups["s"].Value == "/";
            Take(found, american ? Of(Number(found, "y"), a, b) : Of(Number(found, "y"), b, a));
        }
        return best;
    }

    static DateOnly? Named(Match match) => match.Success && Month(match.Groups["n"].Value) is var month and > 0 ? Of(Number(match, "y"), month, Number(match, "d")) : null;
    static DateOnly? Date(Match match, string y, string m, string d) => match.Success ? Of(Number(match, y), Number(match, m), Number(match, d)) : null;
    static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    public static DateOnly? Of(int year, int month, int day)
    {
        if (year < 100) year += year < 70 ? 2000 : 1900;
        return year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) ? null : new DateOnly(year, month, day);
    }
}
