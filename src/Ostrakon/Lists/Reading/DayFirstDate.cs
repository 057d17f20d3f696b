using System.Globalization;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Reading;

/// <summary>
/// Dates as the British lists write them: day first, with 00 or the letters dd/mm where a part is not known ("00/00/1961",
/// "dd/mm/1945", "09/1962"), in older exports with the month in letters; in spreadsheets also ISO 8601.
/// </summary>
static class DayFirstDate
{
    static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The date as <see cref="PartialDate"/> writes it; null where the text is none.</summary>
    public static string? Read(string text)
    {
        Span<Range> parts = stackalloc Range[4];
        var all = text.AsSpan().Trim();
        var count = all.SplitAny(parts, "/-. ", StringSplitOptions.RemoveEmptyEntries);
        if (count is 0 or > 3) return null;
        var yearFirst = count > 1 && parts[0].End.Value - parts[0].Start.Value == 4;
        var (year, month, day) = (
            Number(all[parts[yearFirst ? 0 : count - 1]]),
            count > 1 ? Month(all[parts[yearFirst ? 1 : count - 2]]) : 0,
            count > 2 ? Number(all[parts[yearFirst ? 2 : 0]]) : 0);
        if (year < 1000 || month is < 0 or > 12) return null;
        if (month == 0) return day > 0 ? null : $"{year}";
        var date = day > 0 ? $"{year}-{month:00}-{day:00}" : $"{year}-{month:00}";
        return PartialDate.TryParse(date, out _) ? date : null;
    }

    /// <summary>A date known to the day; null where it is not.</summary>
    public static DateOnly? Day(string text) =>
        Read(text) is { Length: 10 } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>The number of a month; 0 where it is not known, -1 where it is none.</summary>
    static int Month(ReadOnlySpan<char> text)
    {
        if (text.Length < 3) return Number(text);
        for (var i = 0; i < Months.Length; i++)
            if (text.StartsWith(Months[i], StringComparison.OrdinalIgnoreCase)) return i + 1;
        return -1;
    }

    /// <summary>The number; 0 for a placeholder of letters.</summary>
    static int Number(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
