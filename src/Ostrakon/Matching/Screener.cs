using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ostrakon.Index;
using Ostrakon.Parties;

namespace Ostrakon.Matching;

/// <summary>
/// Answers queries over one snapshot: the index proposes, the matcher judges, the best are explained. Safe for any number of threads; the
/// same query over the same snapshot gives the same answer.
/// </summary>
/// <param name="snapshot">The compiled lists; it stays the caller's and must not be disposed while questions are asked.</param>
public sealed class Screener(Snapshot snapshot)
{
    readonly ConcurrentStack<Workspace> free = [];
    readonly RelationCache cache = new();
    /// <summary>Readings of listed names that were explained lately: the names of the well known are explained again and again.</summary>
    readonly ConcurrentDictionary<int, QueryReading[]> explained = new();
    const int MostExplained = 2000;

    readonly Weights weights = Weights.Current;
    readonly OfacScreener ofac = new(snapshot);
    readonly byte[] lengths = NameLengths.Of(new(snapshot.File), Weights.Current.Words);

    /// <summary>The snapshot that is asked.</summary>
    public Snapshot Snapshot { get; } = snapshot ?? throw new ArgumentNullException(nameof(snapshot));

    /// <summary>Answers one query.</summary>
    /// <exception cref="ArgumentException">The query has neither name nor identifier.</exception>
    public Screening Screen(Query query, ScreeningOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(options);
        if (query.Names.OrEmpty().IsEmpty && query.Identifiers.OrEmpty().IsEmpty)
            throw new ArgumentException("A query needs a name or an identifier.", nameof(query));
        if (options.Algorithm == Algorithm.Ofac) return ofac.Screen(query, options, cancel);
        var index = new NameIndex(Snapshot.File);
        if (!free.TryPop(out var workspace)) workspace = new(index.FormCount, index.Words.Length, index.Names.Length);
        try
        {
            var facts = new QueryFacts(query);
            List<QueryReading> readings = [.. query.Names.OrEmpty().SelectMany(n => QueryReading.Of(n, query.Schema, weights))];
            var listedFacts = new FactIndex(Snapshot.File);
            var judge = new Judge(index, lengths, listedFacts, workspace, cache, facts, weights, (float)options.Threshold);
            workspace.Candidates.Clear();
            for (var r = 0; r < readings.Count; r++)
            {
                cancel.ThrowIfCancellationRequested();
                judge.Judged(readings[r], r);
            }
            judge.JudgeByIdentifier(readings);
            return Answer(index, listedFacts, workspace, readings, query, facts, options);
        }
        finally
        {
            free.Push(workspace);
        }
    }

    Screening Answer(
        NameIndex index, in FactIndex listedFacts, Workspace workspace, List<QueryReading> readings, Query query, QueryFacts facts, ScreeningOptions options)
    {
        var ranked = BestOfEachParty(workspace.Candidates);
        if (!options.Lists.IsDefaultOrEmpty) ranked.RemoveAll(c => !Snapshot.Party(c.Party).Listings.Any(l => options.Lists.Contains(l.List)));
        var hits = ImmutableArray.CreateBuilder<Hit>(Math.Min(options.Limit, ranked.Count));
        foreach (var candidate in ranked.Take(options.Limit))
        {
            var party = Snapshot.Party(candidate.Party);
            var name = party.Names.ElementAt(index.Names[candidate.Name].Name);
            var pair = candidate.Reading < 0 ? null : NamePair.Best([readings[candidate.Reading]], Listed(candidate.Name, name, party), weights);
            var agreement = FactAgreement.Of(facts, listedFacts, candidate.Party);
            var explanation = Explainer.Explain(pair, query, party, name, agreement, weights.Facts);
            hits.Add(new(candidate.Party, party, name, candidate.Score, Calibration.Probability(candidate.Score, party.Schema), explanation));
        }
        return new(ranked.Count, hits.ToImmutable());
    }

    QueryReading[] Listed(int number, PartyName name, Party party)
    {
        if (explained.TryGetValue(number, out var readings)) return readings;
        if (explained.Count >= MostExplained) explained.Clear();
        return explained[number] = QueryReading.Of(name.Text, party.Schema, weights, LatinNames.Has(party));
    }

    static List<Candidate> BestOfEachParty(List<Candidate> candidates)
    {
        candidates.Sort(static (a, b) => a.Party != b.Party ? a.Party.CompareTo(b.Party)
            : a.Score != b.Score ? b.Score.CompareTo(a.Score)
            : a.Name.CompareTo(b.Name));
        var best = new List<Candidate>();
        foreach (var candidate in candidates)
            if (best.Count == 0 || best[^1].Party != candidate.Party) best.Add(candidate);
        best.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Party.CompareTo(b.Party));
        return best;
    }
}
