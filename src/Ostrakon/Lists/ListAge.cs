namespace Ostrakon.Lists;

/// <summary>How old list versions are, by publication date, and from which age on they are stale. Immutable.</summary>
/// <param name="Today">The date on which this is asked, UTC.</param>
/// <param name="MaxDays">The greatest age that is not stale, in days; null = no version ever is.</param>
public readonly record struct ListAge(DateOnly Today, int? MaxDays)
{
    /// <summary>Today by a clock.</summary>
    public static ListAge At(TimeProvider time, int? maxDays)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), maxDays);
    }

    /// <summary>Days since publication; 0 for a date in the future.</summary>
    public int Days(ListVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Math.Max(0, Today.DayNumber - version.Published.DayNumber);
    }

    /// <summary>Whether the version is older than allowed.</summary>
    public bool IsStale(ListVersion version) => MaxDays is { } max && Days(version) > max;
}
