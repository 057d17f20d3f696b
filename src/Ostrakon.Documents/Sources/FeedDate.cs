using System.Globalization;

namespace Ostrakon.Documents.Sources;

/// <summary>The dates of feeds: RFC 822 in RSS, RFC 3339 in Atom. Stateless.</summary>
static class FeedDate
{
    /// <summary>The day, ISO 8601, as written in the feed's own zone; null where it is no date.</summary>
    public static string? Of(string? text)
    {
        if (text is null) return null;
        text = text.Trim();
        // Names of zones are often wrong ("EST" in summer); the day is what is written.
        var zone = text.LastIndexOf(' ');
        foreach (var part in (ReadOnlySpan<string>)[text, zone > 0 ? text[..zone] : text])
            if (DateTimeOffset.TryParse(part, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return null;
    }
}
