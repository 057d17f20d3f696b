using System.Text.RegularExpressions;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Un;

/// <summary>Birth dates: <c>TYPE_OF_DATE</c> is EXACT, APPROXIMATELY or BETWEEN; the date is a day, a year, two years or only a note.</summary>
static partial class UnBirthDate
{
    /// <summary>The date of a group; null where it is empty.</summary>
    public static Fact? Read(XmlRecord group)
    {
        var note = UnRecord.Take(group, "NOTE");
        var approximate = UnRecord.Take(group, "TYPE_OF_DATE") == "APPROXIMATELY" || note?.StartsWith("approx", StringComparison.OrdinalIgnoreCase) == true;
        var text = (UnRecord.Take(group, "FROM_YEAR"), UnRecord.Take(group, "TO_YEAR")) is ({ } from, { } to)
            ? $"{from}/{to}"
            : UnRecord.Take(group, "DATE") ?? UnRecord.Take(group, "YEAR");
        if (text is null) return note is null ? null : Read(note) ?? new("notes", note, Note: "birth date");
        if (approximate) text = text.Replace("/", "~/", StringComparison.Ordinal) + "~";
        return PartialDate.TryParse(text, out _) ? new("birthDate", text, Note: note) : new("notes", text, Note: "birth date");
    }

    /// <summary>A date in words as aliases and notes have it; null where it is none.</summary>
    public static Fact? Read(string text)
    {
        var range = Range().Match(text);
        if (range.Success) return new("birthDate", $"{range.Groups[1].Value}/{range.Groups[2].Value}");
        if (PartialDate.TryParse(text, out _)) return new("birthDate", text.Trim());
        var month = MonthAndYear().Match(text);
        var number = month.Success ? Array.IndexOf(Months, month.Groups[1].Value.ToLowerInvariant()) + 1 : 0;
        return number > 0 ? new("birthDate", $"{month.Groups[2].Value}-{number:00}") : null;
    }

    static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    [GeneratedRegex(@"^\s*(\d{4})\s*-\s*(\d{4})\s*$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^\s*([A-Za-z]{3})[a-z]*\.?\s+(\d{4})\s*$")]
    private static partial Regex MonthAndYear();
}
