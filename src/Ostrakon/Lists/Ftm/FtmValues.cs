using System.Collections.Immutable;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ftm;

/// <summary>A fact's value in the forms that FollowTheMoney tools accept.</summary>
static class FtmValues
{
    /// <summary>
    /// One value for most facts. A FollowTheMoney date is a day, month or year: an approximate one loses its mark and a range becomes
    /// its two ends, as its tools write them too; what was lost stands in the extras.
    /// </summary>
    public static ImmutableArray<string> Of(Fact fact) =>
        fact.Property.EndsWith("Date", StringComparison.Ordinal) && PartialDate.TryParse(fact.Value, out _)
            ? [.. fact.Value.Split('/').Select(d => d.TrimEnd('~')).Distinct()]
            : [fact.Value];
}
