using System.Globalization;
using Ostrakon.Lists.Reading;

namespace Ostrakon.Lists.Ofac;

/// <summary>
/// Dates of the advanced XML. A period has a start and an end, each of them with an earliest (<c>From</c>) and latest (<c>To</c>) day:
/// a known day is a period of four equal days, a known year one from its first to its last.
/// </summary>
static class OfacDatePeriod
{
    /// <summary>A <c>DatePeriod</c> as <see cref="Parties.PartialDate"/> writes it; null where it is missing or empty.</summary>
    public static string? Read(XmlRecord? period)
    {
        if (period is null) return null;
        DateOnly? first = null, last = null;
        var approximate = false;
        foreach (var boundary in new[] { period.Child("Start"), period.Child("End") })
        {
            if (boundary is null) continue;
            approximate |= boundary.TakeAttribute("Approximate") == "true";
            foreach (var name in new[] { "From", "To" })
            {
                if (boundary.Child(name) is not { } point) continue;
                if (Point(point, last: false) is { } begin && (first is null || begin < first)) first = begin;
                if (Point(point, last: true) is { } end && (last is null || end > last)) last = end;
            }
        }
        return first is null ? null : OfacDate.OfPeriod(first.Value, last ?? first.Value, approximate);
    }

    /// <summary>A point in time, whose month and day may be missing: then its first or last day. Null where it is no date.</summary>
    public static DateOnly? Point(XmlRecord point, bool last)
    {
        if (Number(point.Take("Year")) is not (>= 1000 and <= 9999 and var year)) return null;
        var month = Number(point.Take("Month"));
        var day = Number(point.Take("Day"));
        if (month is not (>= 1 and <= 12)) return last ? new(year, 12, 31) : new DateOnly(year, 1, 1);
        var days = DateTime.DaysInMonth(year, month);
        return new(year, month, day >= 1 && day <= days ? day : last ? days : 1);
    }

    static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
