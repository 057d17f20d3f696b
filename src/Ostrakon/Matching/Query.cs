using System.Collections.Immutable;

namespace Ostrakon.Matching;

/// <summary>What the user asks about: names plus any known facts. Immutable; the same object asks any number of snapshots.</summary>
public sealed record Query
{
    /// <summary>The names; at least one. Each is another way to write the same party.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>FollowTheMoney schema (Person, Organization, Company, LegalEntity, Vessel, Airplane, CryptoWallet); null = unknown.</summary>
    public string? Schema { get; init; }

    /// <summary>Birth dates as <see cref="Parties.PartialDate"/> writes them.</summary>
    public ImmutableArray<string> BirthDates { get; init; } = [];

    /// <summary>Countries: ISO 3166 codes or names.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>Identifiers of any type (passport, tax or registration number, IMO, wallet address ...).</summary>
    public ImmutableArray<string> Identifiers { get; init; } = [];
}

/// <summary>How a query is answered. Immutable.</summary>
public sealed record ScreeningOptions
{
    /// <summary>The default threshold: at or above it a person must look.</summary>
    public const double AlertThreshold = 0.70;

    /// <summary>Lowest score of a hit, 0..1. Default <see cref="AlertThreshold"/>.</summary>
    public double Threshold { get; init; } = AlertThreshold;

    /// <summary>Most hits to explain and return, at least 1. Default 5.</summary>
    public int Limit { get; init; } = 5;

    /// <summary>Only parties on these lists; empty = all.</summary>
    public ImmutableArray<string> Lists { get; init; } = [];

    /// <summary>Which matcher scores.</summary>
    public Algorithm Algorithm { get; init; } = Algorithm.Default;
}

/// <summary>The matchers.</summary>
public enum Algorithm
{
    /// <summary>Ours.</summary>
    Default,
    /// <summary>An emulation of the Treasury's own search.</summary>
    Ofac,
}
