using System.Collections.Immutable;
using Ostrakon.Index;
using Ostrakon.Parties;

namespace Ostrakon.Matching;

/// <summary>Screens as the Treasury's search does: every listed name is compared, by its published form, and nothing but the name counts.</summary>
sealed class OfacScreener(Snapshot snapshot)
{
    readonly Lazy<(int Party, int Name, OfacScore.Prepared Prepared)[]> names = new(() =>
        [.. Enumerable.Range(0, snapshot.PartyCount).SelectMany(p => snapshot.Party(p).Names
            .Select((name, n) => (p, n, new OfacScore.Prepared(name.Published ?? name.Text))))]);

    public Screening Screen(Query query, ScreeningOptions options, CancellationToken cancel)
    {
        var best = new Dictionary<int, (double Score, int Name, string Query)>();
        foreach (var text in query.Names.OrEmpty())
        {
            cancel.ThrowIfCancellationRequested();
            var prepared = new OfacScore.Prepared(text);
            foreach (var (party, name, listed) in names.Value)
                if (OfacScore.Of(prepared, listed) is var score && score >= options.Threshold && (!best.TryGetValue(party, out var other) || score > other.Score))
                    best[party] = (score, name, text);
        }
        var hits = ImmutableArray.CreateBuilder<Hit>();
        var total = 0;
        foreach (var (number, found) in best.OrderByDescending(b => b.Value.Score).ThenBy(b => b.Key))
        {
            if (options.Lists.OrEmpty().IsEmpty && hits.Count == options.Limit)
            {
                total = best.Count;
                break;
            }
            var party = snapshot.Party(number);
            if (!options.Lists.OrEmpty().IsEmpty && !party.Listings.Any(l => options.Lists.Contains(l.List))) continue;
            total++;
            if (hits.Count == options.Limit) continue;
            var name = party.Names.ElementAt(found.Name);
            hits.Add(new(number, party, name, found.Score, found.Score, Explain(found.Query, name.Published ?? name.Text, found.Score)));
        }
        return new(total, hits.ToImmutable());
    }

    /// <summary>What the score is, for a reader.</summary>
    public static Explanation Explain(string query, string name, double score) => new(
        FormattableString.Invariant($"The Treasury's search would score this about {100 * score:0} of 100, by the letters of the name alone."),
        [new("name", score > 0 ? "agrees" : "contradicts", 1, score, $"Jaro-Winkler similarity of \"{query}\" and \"{name}\", whole or by parts")], []);
}
