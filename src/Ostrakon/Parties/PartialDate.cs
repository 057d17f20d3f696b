using System.Globalization;

namespace Ostrakon.Parties;

/// <summary>
/// A date known to the day, month or year, or as a range of them. Written in the form of the Extended Date/Time Format
/// (ISO 8601-2): <c>1952-10-07</c>, <c>1952-10</c>, <c>1952</c>, <c>1950~</c> (approximately), <c>1955/1958</c>. Immutable.
/// </summary>
/// <param name="From">First day that the date may mean.</param>
/// <param name="To">Last day that the date may mean.</param>
/// <param name="Approximate">Whether the source says "circa", "approximately".</param>
public readonly record struct PartialDate(DateOnly From, DateOnly To, bool Approximate)
{
    static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    /// <summary>Reads the written form; false where the text is none. Years 1000 to 9999.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PartialDate date)
    {
        date = default;
        text = text.Trim();
        if (text.IndexOf('/') is > 0 and var slash)
        {
            if (!TryParse(text[..slash], out var first) || !TryParse(text[(slash + 1)..], out var last) || last.To < first.From)
                return false;
            date = new(first.From, last.To, first.Approximate || last.Approximate);
            return true;
        }
        var approximate = text.EndsWith("~", StringComparison.Ordinal);
        if (approximate) text = text[..^1];
        foreach (var form in Forms)
        {
            if (text.Length != form.Length) continue;
            if (!DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)) return false;
            if (from.Year < 1000) return false;
            var to = form.Length switch { 10 => from, 7 => from.AddMonths(1).AddDays(-1), _ => new DateOnly(from.Year, 12, 31) };
            date = new(from, to, approximate);
            return true;
        }
        return false;
    }

    /// <summary>
    /// Reads a date as far as there is one: of the 32nd of a month the month, of a thirteenth month the year. A mistyped day must not keep
    /// a customer from being screened.
    /// </summary>
    /// <param name="text">In the written form.</param>
    /// <param name="date">What it may mean.</param>
    /// <param name="read">The part of the text that was read.</param>
    public static bool TryParsePossible(string text, out PartialDate date, out string read)
    {
        ArgumentNullException.ThrowIfNull(text);
        read = text.Trim();
        if (TryParse(read, out date)) return true;
        if (read.Length is not (7 or 10) || read.Where((c, i) => i is 4 or 7 ? c != '-' : !char.IsAsciiDigit(c)).Any()) return false;
        return TryParse(read = read[..^3], out date) || read.Length == 7 && TryParse(read = read[..^3], out date);
    }

    /// <summary>Whether both dates can mean the same day; an approximate one reaches two years further on both sides.</summary>
    public bool Overlaps(PartialDate other)
    {
        var slack = Approximate || other.Approximate ? 2 : 0;
        return From.AddYears(-slack) <= other.To && other.From <= To.AddYears(slack);
    }
}
