using System.Runtime.InteropServices;
using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>
/// Asks the index which names may agree with one reading of a query. Every word of the query is related to the indexed words that are
/// like it by any channel; then the names of those words are visited, the commonest words left out as long as a name that holds only
/// them cannot reach the threshold.
/// </summary>
readonly ref struct Proposer(NameIndex index, Workspace workspace, Weights weights)
{
    readonly NameIndex index = index;

    /// <summary>Relates the words of a reading to words of the index.</summary>
    public void Relate(QueryReading query)
    {
        workspace.Begin();
        for (var i = 0; i < query.Words.Length; i++)
        {
            workspace.BeginWord();
            Find(query.Words[i]);
            foreach (var word in workspace.Found)
                if (LikenessOf(query.Words[i], index.Words[word]) is { Value: > 0 } likeness) workspace.Related.Add((word, likeness));
            workspace.EndWord(i);
        }
    }

    Likeness LikenessOf(Word query, in WordRecord word)
    {
        var best = WordLikeness.OfKeys(query, word.Role, word.Skeleton, word.Class, weights.Channels);
        var forms = index.FormsOf(word);
        for (var f = 0; f < forms.Length && best.Value < 1; f++)
            best = Likeness.Max(best, WordLikeness.OfForm(query, word.Role, index.Form(forms[f]), f == 0, weights.Channels));
        return best;
    }

    void Find(Word query)
    {
        foreach (var form in query.Forms)
        {
            if (index.FindForm(form) is var exact and >= 0) FindHolders(exact);
            if (query.Role is TokenRole.Name) FindLike(form);
        }
        if (query.Class != 0)
            foreach (var pair in index.Classes.Find(query.Class)) workspace.Find(pair.Value);
        if (query.Skeleton != 0 && query.Role is TokenRole.Name)
            foreach (var pair in index.Skeletons.Find(query.Skeleton)) workspace.Find(pair.Value);
    }

    /// <summary>Forms with typing errors, and those that this one is a beginning of, or that begin it.</summary>
    void FindLike(ReadOnlySpan<byte> form)
    {
        if (DeletionKeys.Edits(form.Length) > 0)
        {
            Span<uint> keys = stackalloc uint[DeletionKeys.Most];
            var n = DeletionKeys.Of(form, keys);
            foreach (var key in keys[..n])
                foreach (var pair in index.Near.Find(key)) FindHolders(pair.Value);
        }
        if (form.Length < WordLikeness.ShortestPrefix) return;
        for (var f = index.FirstFormFrom(form); f < index.FormCount && index.Form(f).StartsWith(form); f++) FindHolders(f);
        for (var length = WordLikeness.ShortestPrefix; length < form.Length; length++)
            if (index.FindForm(form[..length]) is var shorter and >= 0) FindHolders(shorter);
    }

    void FindHolders(int form)
    {
        foreach (var word in index.WordsOfForm(form)) workspace.Find(word);
    }

    /// <summary>Visits the names of the related words; those that may hold enough of the query are <see cref="Workspace.Touched"/>.</summary>
    /// <param name="query">The reading that was related last.</param>
    /// <param name="needed">How much of the query must be found in a name, in full words.</param>
    /// <returns>How much a name may hold besides what was counted.</returns>
    public float Visit(QueryReading query, float needed)
    {
        var links = CollectionsMarshal.AsSpan(workspace.Links);
        Span<int> order = stackalloc int[query.Words.Length];
        Span<long> visits = stackalloc long[query.Words.Length];
        Span<float> most = stackalloc float[query.Words.Length];
        var uncounted = 0f;
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            visits[i] = 0;
            most[i] = 0;
            if (!query.Proves(i)) continue;
            if (query.Shapes[i].Role == TokenRole.Initial) uncounted += query.Shapes[i].Weight;    // any name may hold that initial
            foreach (var link in links[workspace.LinksAt[i]..workspace.LinksAt[i + 1]])
            {
                visits[i] += index.NamesOf(link.Word).Length;
                most[i] = Math.Max(most[i], link.Likeness.Value * query.Shapes[i].Weight);
            }
        }
        visits.Sort(order, static (a, b) => b.CompareTo(a));
        foreach (var i in order)
        {
            if (!query.Proves(i)) continue;
            if (uncounted + most[i] < needed)
            {
                uncounted += most[i];
                continue;
            }
            foreach (var link in links[workspace.LinksAt[i]..workspace.LinksAt[i + 1]])
                foreach (var name in index.NamesOf(link.Word))
                    workspace.Count(name, i, link.Likeness.Value * query.Shapes[i].Weight);
        }
        return uncounted;
    }
}
