using System.Collections.Immutable;
using Ostrakon.Parties;

namespace Ostrakon.Matching;

/// <summary>Says what a comparison came to: the features with their weights, the words side by side, and one sentence.</summary>
static class Explainer
{
    /// <summary>Two names alone.</summary>
    public static Explanation Explain(NamePair? pair, bool person) => pair is null
        ? new("Nothing in one of the names is a word.", [], [])
        : new(Summary.Of(pair, null, person, []), [Name(pair)], Alignment.Of(pair));

    /// <summary>A hit. Without a pair only an identifier agrees.</summary>
    public static Explanation Explain(NamePair? pair, Query query, Party party, PartyName name, FactAgreement facts, FactWeights weights)
    {
        var features = ImmutableArray.CreateBuilder<Feature>();
        var clauses = new List<string>();
        if (pair is not null) features.Add(Name(pair));
        foreach (var (feature, clause) in FactFeatures.Of(query, party, name, facts, weights))
        {
            features.Add(feature);
            if (clause is not null) clauses.Add(clause);
        }
        var person = party.Schema == "Person";
        var summary = pair is not null ? Summary.Of(pair, name.Family, person, clauses)
            : $"The names have no word in common; {string.Join("; ", clauses)}.";
        return new(summary, features.ToImmutable(), pair is null ? [] : Alignment.Of(pair));
    }

    static Feature Name(NamePair pair)
    {
        var agreement = pair.Agreement;
        var state = agreement.Matched <= 0 ? "missing" : Math.Min(agreement.QueryLeft, agreement.NameLeft) > agreement.Matched ? "contradicts" : "agrees";
        return new("name", state, 1, agreement.Score, FormattableString.Invariant(
            $"{agreement.Matched:0.##} words agree; {agreement.QueryLeft:0.##} of the query and {agreement.NameLeft:0.##} of the listed name are left over"));
    }
}
