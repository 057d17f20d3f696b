using System.Globalization;
using System.Text;
using Ostrakon.Documents.Events;
using Ostrakon.Documents.Mentions;
using Ostrakon.Parties;

namespace Ostrakon.Server.Pages;

/// <summary>How pages put things into words. Pure.</summary>
static class PageWords
{
    public static string Tier(Tier tier) => tier.ToString().ToLower(CultureInfo.InvariantCulture);

    public static string Kind(NameKind kind) => kind switch
    {
        NameKind.WeakAlias => "weak alias",
        NameKind.OriginalScript => "original script",
        NameKind.Former => "former name",
        NameKind.Alias => "alias",
        _ => "primary name",
    };

    /// <summary>"birthDate" as "Birth date".</summary>
    public static string Property(string name)
    {
        var words = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c)) words.Append(' ');
            words.Append(words.Length == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c));
        }
        return words.ToString().Replace("sanctions.", "", StringComparison.OrdinalIgnoreCase).Replace("Imo", "IMO", StringComparison.Ordinal);
    }

    public static string Score(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Percent(double value) => value.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);

    public static string Count(int value, string one, string? many = null) => value == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{value:N0} {many ?? one + "s"}");

    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The facts of an event below its headline: object, place, time.</summary>
    public static string Details(Event e) => string.Join(" · ", new[]
    {
        e.Object is { } thing ? e.ObjectClass is { } sort ? $"{thing} ({sort})" : thing : null,
        e.Place, e.Time is { } time ? time.Value is { } value && value != time.Text ? $"{time.Text} ({value})" : time.Text : null,
    }.OfType<string>());
}
