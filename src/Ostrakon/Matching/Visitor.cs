using System.Runtime.InteropServices;
using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>
/// Visits the names of the words that a query is related to. The commonest words are left out as long as a name that holds only what is
/// left out cannot reach the threshold.
/// </summary>
readonly ref struct Visitor(NameIndex index, Workspace workspace, QueryReading query)
{
    readonly NameIndex index = index;

    /// <summary>Visits; the names that hold something are <see cref="Workspace.Touched"/>.</summary>
    /// <param name="needed">How much of the query must be found in a name, in full words.</param>
    /// <returns>What a name may hold besides what was counted.</returns>
    public Evidence Visit(float needed)
    {
        Span<int> order = stackalloc int[query.Words.Length];
        Span<long> work = stackalloc long[query.Words.Length];
        var uncounted = default(Evidence);
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            work[i] = 0;
            foreach (var visit in workspace.Visits(i)) work[i] += index.NamesOf(visit.Word).Length;
            // A title or legal form of the query may be a name word of the other side.
            if (!query.Proves(i)) uncounted.Likeness++;
            // Any name may hold a word with that initial, or the words that these initials stand for.
            if (query.Proves(i) && (query.Words[i].Role == TokenRole.Initial || Abbreviations.LooksLikeInitials(query.View.Form(i))))
                Add(ref uncounted, query.View.Words[i].Weight, i);
        }
        work.Sort(order, static (a, b) => b.CompareTo(a));
        var skipped = 0;
        for (; skipped < order.Length && uncounted.Share + MostOf(order[skipped]) < needed; skipped++)
            Add(ref uncounted, MostOf(order[skipped]), order[skipped]);
        foreach (var i in order[skipped..])
        {
            var weight = query.View.Words[i].Weight;
            foreach (var (name, share) in workspace.Direct(i)) workspace.Count(name, i, share, share / weight, true);
            workspace.Visits(i).Sort(static (a, b) => a.Share != b.Share ? b.Share.CompareTo(a.Share) : a.Word - b.Word);
            foreach (var visit in workspace.Visits(i))
                foreach (var name in index.NamesOf(visit.Word)) workspace.Count(name, i, visit.Share, visit.Share / weight, visit.Compound);
        }
        foreach (var i in order[..skipped]) MarkCompounds(i);
        return uncounted;
    }

    void Add(ref Evidence evidence, float share, int i)
    {
        evidence.Share += share;
        evidence.Likeness += share / query.View.Words[i].Weight;
    }

    /// <summary>The most that a name can hold of a word of the query.</summary>
    float MostOf(int i)
    {
        var most = 0f;
        foreach (var visit in workspace.Visits(i)) most = Math.Max(most, visit.Share);
        foreach (var (_, share) in workspace.Direct(i)) most = Math.Max(most, share);
        return most;
    }

    /// <summary>What was left out may still be one word for several in a name that was visited.</summary>
    void MarkCompounds(int i)
    {
        foreach (var (name, _) in workspace.Direct(i)) workspace.MarkCompound(name);
        foreach (var visit in CollectionsMarshal.AsSpan(workspace.Visits(i)))
            if (visit.Compound)
                foreach (var name in index.NamesOf(visit.Word)) workspace.MarkCompound(name);
    }
}
