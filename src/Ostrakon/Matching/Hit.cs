using System.Collections.Immutable;
using Ostrakon.Parties;

namespace Ostrakon.Matching;

/// <summary>The answer to one query. Immutable.</summary>
/// <param name="Total">All parties at or above the threshold, also those beyond the limit.</param>
/// <param name="Hits">The best of them, best first.</param>
public sealed record Screening(int Total, ImmutableArray<Hit> Hits);

/// <summary>A party that agrees with the query. Immutable.</summary>
/// <param name="Number">The party's number in the snapshot that answered.</param>
/// <param name="Party">The party.</param>
/// <param name="MatchedName">The one of its names that agrees best.</param>
/// <param name="Score">0..1, ranks hits.</param>
/// <param name="Probability">0..1, calibrated: of hits with probability p, a share p are the same party.</param>
/// <param name="Explanation">Why.</param>
public sealed record Hit(int Number, Party Party, PartyName MatchedName, double Score, double Probability, Explanation Explanation);

/// <summary>Why a score is what it is. Immutable.</summary>
/// <param name="Summary">One sentence for a compliance officer.</param>
/// <param name="Features">All features that were looked at, in the matcher's order.</param>
/// <param name="Alignment">Which word of the query stands for which word of the name.</param>
public sealed record Explanation(string Summary, ImmutableArray<Feature> Features, ImmutableArray<AlignedWords> Alignment);

/// <summary>A named feature of the matcher as it turned out. Immutable.</summary>
/// <param name="Name">"name", "birthDate", "country", "identifier" ...</param>
/// <param name="State">"agrees", "missing" or "contradicts".</param>
/// <param name="Weight">The feature's weight for this state.</param>
/// <param name="Score">0..1: how far it agrees; 0 where missing.</param>
/// <param name="Detail">What was compared, for a reader.</param>
public sealed record Feature(string Name, string State, double Weight, double Score, string Detail);

/// <summary>Words that were aligned. Immutable.</summary>
/// <param name="Query">Word or words of the query; empty where the name has one more.</param>
/// <param name="Name">Word or words of the name; empty where the query has one more.</param>
/// <param name="How">"exact", "typing error", "transliteration", "initial", "nickname", "legal form", "joined", "unmatched" ...</param>
public readonly record struct AlignedWords(string Query, string Name, string How);

/// <summary>Two names compared without any list. Immutable.</summary>
/// <param name="Score">0..1.</param>
/// <param name="Probability">0..1, calibrated.</param>
/// <param name="Explanation">Why.</param>
public sealed record Comparison(double Score, double Probability, Explanation Explanation);
