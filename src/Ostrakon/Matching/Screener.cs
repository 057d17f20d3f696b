using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ostrakon.Index;
using Ostrakon.Names;
using Ostrakon.Parties;

namespace Ostrakon.Matching;

/// <summary>
/// Answers queries over one snapshot: the index proposes, the matcher judges, the best are explained. Safe for any number of threads; the
/// same query over the same snapshot gives the same answer.
/// </summary>
/// <param name="snapshot">The compiled lists; it stays the caller's and must not be disposed while questions are asked.</param>
public sealed class Screener(Snapshot snapshot)
{
    readonly ConcurrentBag<Workspace> free = [];
    readonly Weights weights = Weights.Current;

    /// <summary>The snapshot that is asked.</summary>
    public Snapshot Snapshot { get; } = snapshot ?? throw new ArgumentNullException(nameof(snapshot));

    /// <summary>Answers one query.</summary>
    /// <exception cref="ArgumentException">The query has no name and no identifier.</exception>
    public Screening Screen(Query query, ScreeningOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(options);
        if (query.Names.IsDefaultOrEmpty) throw new ArgumentException("A query needs at least one name.", nameof(query));
        var index = new NameIndex(Snapshot.File);
        if (!free.TryTake(out var workspace)) workspace = new(index.Words.Length, index.Names.Length);
        try
        {
            var readings = query.Names.SelectMany(n => QueryReading.Of(n, query.Schema, weights)).ToList();
            workspace.Candidates.Clear();
            for (var r = 0; r < readings.Count; r++)
            {
                cancel.ThrowIfCancellationRequested();
                Propose(index, workspace, readings[r], r, (float)options.Threshold);
            }
            return Answer(index, workspace, readings, options);
        }
        finally
        {
            free.Add(workspace);
        }
    }

    /// <summary>Adds the names that reach the threshold to the candidates.</summary>
    void Propose(NameIndex index, Workspace workspace, QueryReading query, int reading, float threshold)
    {
        var proposer = new Proposer(index, workspace, weights);
        proposer.Relate(query);
        var needed = NameScorer.Needed(query.Total, threshold, weights.Name);
        var uncounted = proposer.Visit(query, needed);
        Span<Likeness> likenesses = stackalloc Likeness[query.Words.Length * NameIndex.MostWords];
        Span<int> nameOf = stackalloc int[NameIndex.MostWords];
        Span<Shape> shapes = stackalloc Shape[NameIndex.MostWords];
        foreach (var n in workspace.Touched)
        {
            var initials = index.Names[n].Initials * weights.Channels.Initial;
            if (workspace.Evidence(n) + uncounted + initials < needed) continue;
            var agreement = Agree(index, workspace, query, n, shapes, likenesses, nameOf);
            if (agreement.Score >= threshold) workspace.Candidates.Add(new(index.Names[n].Party, n, reading, agreement.Score));
        }
    }

    NameAgreement Agree(NameIndex index, Workspace workspace, QueryReading query, int n, Span<Shape> shapes, Span<Likeness> likenesses, Span<int> nameOf)
    {
        var words = index.WordsOf(index.Names[n]);
        shapes = shapes[..words.Length];
        likenesses = likenesses[..(query.Words.Length * words.Length)];
        likenesses.Clear();
        var links = CollectionsMarshal.AsSpan(workspace.Links);
        for (var j = 0; j < words.Length; j++)
        {
            ref readonly var word = ref index.Words[words[j]];
            shapes[j] = Shape.Of(word, index.Form(index.FormsOf(word)[0]), weights.Words);
            for (var next = workspace.Head(words[j]); next > 0; next = links[next - 1].Next)
                likenesses[links[next - 1].QueryWord * words.Length + j] = links[next - 1].Likeness;
        }
        return NameScorer.Score(query.Shapes, shapes, likenesses, nameOf, weights);
    }

    Screening Answer(NameIndex index, Workspace workspace, List<QueryReading> readings, ScreeningOptions options)
    {
        var best = new Dictionary<int, Candidate>();
        foreach (var candidate in workspace.Candidates)
            if (!best.TryGetValue(candidate.Party, out var other) || Better(candidate, other)) best[candidate.Party] = candidate;
        var ranked = best.Values.ToList();
        ranked.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Party.CompareTo(b.Party));
        var hits = ImmutableArray.CreateBuilder<Hit>();
        var total = 0;
        foreach (var candidate in ranked)
        {
            if (hits.Count == options.Limit && options.Lists.IsDefaultOrEmpty) { total = ranked.Count; break; }
            var party = Snapshot.Party(candidate.Party);
            if (!options.Lists.IsDefaultOrEmpty && !party.Listings.Any(l => options.Lists.Contains(l.List))) continue;
            total++;
            if (hits.Count < options.Limit) hits.Add(Explained(index.Names[candidate.Name], party, readings[candidate.Reading], candidate));
        }
        return new(total, hits.ToImmutable());
    }

    static bool Better(Candidate a, Candidate b) => a.Score != b.Score ? a.Score > b.Score : a.Name < b.Name;

    Hit Explained(in NameRecord record, Party party, QueryReading query, Candidate candidate)
    {
        var name = party.Names.ElementAt(record.Name);
        var readings = QueryReading.Of(name.Text, party.Schema, weights);
        var pair = NamePair.Best([query], readings, weights);
        return new(candidate.Party, party, name, candidate.Score, Calibration.Probability(candidate.Score), Explainer.Explain(pair));
    }
}
