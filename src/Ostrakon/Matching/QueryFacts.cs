using Ostrakon.Index;
using Ostrakon.Parties;

namespace Ostrakon.Matching;

/// <summary>What a query says besides its names, in comparable form. Immutable.</summary>
sealed class QueryFacts(Query query)
{
    public SchemaGroup Schema { get; } = SchemaGroups.Of(query.Schema);

    public PartialDate[] BirthDates { get; } =
        [.. query.BirthDates.OrEmpty().Select(d => PartialDate.TryParsePossible(d, out var date, out _) ? date : default).Where(d => d != default)];

    public ushort[] Countries { get; } = [.. query.Countries.OrEmpty().Select(CountryCodes.Of).Where(c => c != 0).Distinct()];

    public (uint Hash, string Text)[] Identifiers { get; } =
        [.. query.Identifiers.OrEmpty().Select(Index.Identifiers.Normalise).Where(i => i.Length > 0).Distinct().Select(i => (Hash.Of(i), i))];

    /// <summary>How much the facts can add to a score at most.</summary>
    public float Most(FactWeights weights) =>
        (BirthDates.Length > 0 ? weights.BirthDay : 0) + (Countries.Length > 0 ? weights.Country : 0);
}
