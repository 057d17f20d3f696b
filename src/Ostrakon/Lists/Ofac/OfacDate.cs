using Ostrakon.Parties;

namespace Ostrakon.Lists.Ofac;

/// <summary>
/// Dates as the Treasury writes them: <c>07 Oct 1952</c>, <c>Oct 1952</c>, <c>1952</c>, <c>circa 1952</c>, <c>1955 to 1958</c>,
/// and in its newer formats the first and last day of a period.
/// </summary>
static class OfacDate
{
    const string Months = "JanFebMarAprMayJunJulAugSepOctNovDec";

    /// <summary>The date as <see cref="PartialDate"/> writes it (which may be how it is written already); null where the text is no date.</summary>
    public static string? Read(string text)
    {
        text = text.Trim();
        if (PartialDate.TryParse(text, out _)) return text;
        var circa = text.StartsWith("circa ", StringComparison.OrdinalIgnoreCase);
        if (circa) text = text["circa ".Length..];
        var mark = circa ? "~" : "";
        var ends = text is [_, _, _, _, '-', _, _, _, _] ? [text[..4], text[5..]] : text.Split(" to ", 2);
        var written = string.Join('/', ends.Select(end => One(end.Trim()) + mark));
        return PartialDate.TryParse(written, out _) ? written : null;
    }

    /// <summary>A period as <see cref="PartialDate"/> writes it: whole years and months as such, since that is how little is known.</summary>
    public static string OfPeriod(DateOnly first, DateOnly last, bool approximate)
    {
        var mark = approximate ? "~" : "";
        if (last < first) last = first;
        var form = IsYearStart(first) && IsYearEnd(last) ? "yyyy" : first.Day == 1 && IsMonthEnd(last) ? "yyyy-MM" : "yyyy-MM-dd";
        var (from, to) = (first.ToString(form), last.ToString(form));
        return from == to ? from + mark : $"{from}{mark}/{to}{mark}";
    }

    /// <summary>A day, month or year in ISO order; empty where it is none.</summary>
    static string One(string text)
    {
        if (text.Length == 4) return text;
        if (text.Length is not (8 or 10 or 11) || text[^5] != ' ') return "";
        var month = Months.IndexOf(text[^8..^5], StringComparison.OrdinalIgnoreCase);
        if (month < 0 || month % 3 != 0) return "";
        var yearAndMonth = $"{text[^4..]}-{month / 3 + 1:00}";
        return text.Length == 8 ? yearAndMonth : $"{yearAndMonth}-{text[..^9].PadLeft(2, '0')}";
    }

    static bool IsYearStart(DateOnly day) => day is { Month: 1, Day: 1 };

    static bool IsYearEnd(DateOnly day) => day is { Month: 12, Day: 31 };

    static bool IsMonthEnd(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);
}
