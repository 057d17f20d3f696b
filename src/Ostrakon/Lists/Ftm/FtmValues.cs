using System.Collections.Frozen;
using System.Collections.Immutable;
using Ostrakon.Parties;

namespace Ostrakon.Lists.Ftm;

/// <summary>A fact's value in the forms that FollowTheMoney tools accept.</summary>
static class FtmValues
{
    /// <summary>The properties whose type in FollowTheMoney's model is "country".</summary>
    static readonly FrozenSet<string> CountryProperties = FrozenSet.Create(StringComparer.Ordinal,
        "birthCountry", "citizenship", "country", "flag", "jurisdiction", "mainCountry", "nationality", "pastFlags");

    /// <summary>
    /// One value for most facts. A FollowTheMoney date is a day, month or year: an approximate one loses its mark and a range becomes
    /// its two ends, as its tools write them too. A country is its ISO 3166-1 code in lower case where it is recognised. What was lost
    /// stands in the extras.
    /// </summary>
    public static ImmutableArray<string> Of(Fact fact) =>
        CountryProperties.Contains(fact.Property) && Countries.CodeOf(fact.Value) is { } code ? [code.ToLowerInvariant()]
        : fact.Property.EndsWith("Date", StringComparison.Ordinal) && PartialDate.TryParse(fact.Value, out _)
            ? [.. fact.Value.Split('/').Select(d => d.TrimEnd('~')).Distinct()]
            : [fact.Value];
}
