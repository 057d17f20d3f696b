using System.Globalization;

namespace Ostrakon.Lists.Reading;

/// <summary>Excel counts days; day 1 is 1 January 1900, and it believes in a 29 February 1900 (day 60) that never was.</summary>
static class XlsxDate
{
    /// <summary>The day as ISO 8601; the value itself where it is no day.</summary>
    public static string Read(string value, bool from1904)
    {
        if (!double.TryParse(value, CultureInfo.InvariantCulture, out var serial) || serial is < 0 or >= 2_958_466) return value;
        var day = (int)serial;
        var epoch = from1904 ? new DateOnly(1904, 1, 1) : day < 60 ? new DateOnly(1899, 12, 31) : new DateOnly(1899, 12, 30);
        return day == 0 && !from1904 ? value : epoch.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
