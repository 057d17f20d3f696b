using System.Globalization;
using System.Text.RegularExpressions;
using Ostrakon.Lists.Reading;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Mof;

/// <summary>
/// Dates of the Japanese list: 1986年3月9日, 1955年-1958年頃 (about), 1984年から1986年まで (from, to), 1965年又は1966年 (or), in plain cells as
/// serial numbers, in the notices as 2008.6.25.
/// </summary>
static partial class MofDate
{
    /// <summary>All dates in a text, in order.</summary>
    public static IEnumerable<string> All(string text)
    {
        text = MofText.Narrow(text).Trim();
        if (text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)) text = XlsxDate.Read(text, from1904: false);
        if (DayFirstDate.Read(text) is { } plain) return [plain];
        var dates = Year().Matches(text);
        var read = new List<string>();
        for (var i = 0; i < dates.Count; i++)
        {
            var (from, end) = (One(dates[i]), dates[i].Index + dates[i].Length);
            if (from is null) continue;
            if (i + 1 < dates.Count && Range().IsMatch(text[end..dates[i + 1].Index]) && One(dates[i + 1]) is { } to)
            {
                i++;
                end = dates[i].Index + dates[i].Length;
                var about = IsAbout(text, end) ? "~" : "";
                if (PartialDate.TryParse($"{from}{about}/{to}{about}", out _)) read.Add($"{from}{about}/{to}{about}");
                else read.AddRange([from, to]);
            }
            else read.Add(IsAbout(text, end) ? from + "~" : from);
        }
        return read;
    }

    /// <summary>The dates of the notices that list the party and change its entry: 2001.9.22 2008.6.25改訂.</summary>
    public static IEnumerable<string> Notices(string text) =>
        DayFirstDate.Read(text) is { } one ? [one] : Notice().Matches(MofText.Narrow(text)).Select(static m => DayFirstDate.Read(m.Value)).OfType<string>();

    static bool IsAbout(string text, int end) => text.AsSpan(end).TrimStart() is ['頃' or 'ご', ..] or ['前', '後', ..];

    static string? One(Match date)
    {
        string Part(int group) => date.Groups[group].Value.PadLeft(2, '0');
        var text = date.Groups[1].Value + (date.Groups[2].Success ? $"-{Part(2)}" : "") + (date.Groups[3].Success ? $"-{Part(3)}" : "");
        return PartialDate.TryParse(text, out _) ? text : null;
    }

    [GeneratedRegex(@"([0-9]{4})\s*年(?:\s*([0-9]{1,2})\s*月(?:\s*([0-9]{1,2})\s*日)?)?")]
    private static partial Regex Year();

    [GeneratedRegex(@"^\s*(?:-|~|－|―|〜|～|から)\s*$")]
    private static partial Regex Range();

    [GeneratedRegex(@"[0-9]{4}[./-][0-9]{1,2}[./-][0-9]{1,2}")]
    private static partial Regex Notice();
}
