using Ostrakon.Index;
using Ostrakon.Parties;

namespace Ostrakon.Matching;

/// <summary>The facts of a query against those of a party, as features of an explanation.</summary>
static class FactFeatures
{
    /// <summary>All facts that the matcher looks at, in its order, and what each says in a sentence; null where it says nothing.</summary>
    public static IEnumerable<(Feature Feature, string? Clause)> Of(Query query, Party party, PartyName name, FactAgreement agreement, FactWeights weights)
    {
        yield return BirthDate(query, party, agreement, weights);
        yield return Country(query, party, agreement, weights);
        yield return Identifier(query, party, agreement, weights);
        if (agreement.Schema != FactState.Missing)
            yield return (new("schema", State(agreement.Schema), agreement.SchemaShare(weights), Score(agreement.Schema), $"query {query.Schema}; listed {party.Schema}"),
                agreement.Schema == FactState.Contradicts ? $"the query is a {query.Schema}, the listed party a {party.Schema}" : null);
        if (name.Kind == NameKind.WeakAlias)
            yield return (new("weakAlias", agreement.Supports ? "agrees" : "missing", agreement.Supports ? 0 : weights.WeakAlias, agreement.Supports ? 1 : 0,
                    "the list calls this a weak alias, which needs another fact to support it"),
                agreement.Supports ? null : "the name is a weak alias and nothing else supports it");
    }

    static (Feature, string?) BirthDate(Query query, Party party, FactAgreement agreement, FactWeights weights)
    {
        var clause = agreement.Birth switch
        {
            DateRelation.SameDay => "birth date agrees",
            DateRelation.SameYear => "birth year agrees",
            DateRelation.Close => "birth year agrees approximately",
            DateRelation.Swapped => "birth date differs in one part only",
            DateRelation.OneYearOff => "birth year differs by one",
            DateRelation.OtherDay => "birth date differs within the same year",
            DateRelation.OtherYear => "birth year differs",
            _ => null,
        };
        var state = agreement.Birth switch
        {
            DateRelation.None => FactState.Missing,
            <= DateRelation.Close => FactState.Agrees,
            _ => FactState.Contradicts,
        };
        return (new("birthDate", State(state), agreement.BirthShare(weights), Score(state), Detail([.. query.BirthDates.OrEmpty().Select(AsRead)], Values(party, static f => f.Property == "birthDate"))), clause);
    }

    /// <summary>A birth date of the query, with what was read of it where there is no such day.</summary>
    static string AsRead(string date) =>
        PartialDate.TryParsePossible(date, out _, out var read) && read.Length < date.Trim().Length ? $"{date} (there is no such day: read as {read})" : date;

    static (Feature, string?) Country(Query query, Party party, FactAgreement agreement, FactWeights weights) =>
        (new("country", State(agreement.Country), agreement.CountryShare(weights), Score(agreement.Country),
                Detail(query.Countries.OrEmpty(), Values(party, static f => f.IsCountry))),
            agreement.Country switch { FactState.Agrees => "country agrees", FactState.Contradicts => "no country in common", _ => null });

    static (Feature, string?) Identifier(Query query, Party party, FactAgreement agreement, FactWeights weights)
    {
        var weight = agreement.Identifier switch
        {
            FactState.Agrees => agreement.Kind == IdentifierKind.Issued ? weights.IssuedIdentifier : weights.UniqueIdentifier,
            FactState.Contradicts => weights.OtherHullNumber,
            _ => 0,
        };
        return (new("identifier", State(agreement.Identifier), weight, Score(agreement.Identifier), Detail(query.Identifiers.OrEmpty(), Values(party, static f => f.IsIdentifier))),
            agreement.Identifier switch
            {
                FactState.Agrees => "an identifier agrees",
                FactState.Contradicts => "the IMO number is another ship's",
                _ => null,
            });
    }

    static List<string> Values(Party party, Func<Fact, bool> wanted)
    {
        var values = new List<string>();
        foreach (var listing in party.Listings)
            foreach (var fact in listing.Entry.Facts)
                if (wanted(fact) && !values.Contains(fact.Value)) values.Add(fact.Value);
        return values;
    }

    static string Detail(IReadOnlyList<string> query, List<string> listed)
    {
        const int most = 6;
        var shown = string.Join(", ", listed.Take(most)) + (listed.Count > most ? $" and {listed.Count - most} more" : "");
        return $"query {(query.Count == 0 ? "gives none" : string.Join(", ", query))}; listed {(listed.Count == 0 ? "none" : shown)}";
    }

    static string State(FactState state) => state switch { FactState.Agrees => "agrees", FactState.Contradicts => "contradicts", _ => "missing" };

    static double Score(FactState state) => state == FactState.Agrees ? 1 : 0;
}
