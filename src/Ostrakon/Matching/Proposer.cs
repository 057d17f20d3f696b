using System.Runtime.InteropServices;
using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>
/// Asks the index which names may agree with one reading of a query. Every word of the query is related to the indexed words that are
/// like it by any channel; then the names of those words are visited, the commonest left out as long as a name that holds only what is
/// left out cannot reach the threshold.
/// </summary>
readonly ref struct Proposer(NameIndex index, Workspace workspace, QueryReading query, Weights weights)
{
    readonly NameIndex index = index;

    /// <summary>Relates the words of the query to words of the index.</summary>
    public void Relate()
    {
        workspace.Begin(query.Words.Length);
        for (var i = 0; i < query.Words.Length; i++)
        {
            workspace.BeginFinding();
            Find(query.Words[i]);
            foreach (var word in workspace.Found)
            {
                var likeness = LikenessOf(query.Words[i], index.Words[word]);
                if (likeness.Value <= 0) continue;
                workspace.AddLink(word, i, likeness);
                if (query.Proves(i)) workspace.Visits(i).Add(new(word, likeness.Value * query.View.Words[i].Weight));
            }
            if (query.Words[i].Role != TokenRole.Name) continue;
            FindInitial(i);
            FindParts(i);
        }
        FindJoined();
        FindAcronym();
        for (var i = 0; i < query.Words.Length; i++)
            workspace.Visits(i).Sort(static (a, b) => a.Share != b.Share ? b.Share.CompareTo(a.Share) : a.Word - b.Word);
    }

    Likeness LikenessOf(Word word, in WordRecord other)
    {
        var best = WordLikeness.OfKeys(word, other.Role, other.Skeleton, other.Class, weights.Channels);
        var forms = index.FormsOf(other);
        for (var f = 0; f < forms.Length && best.Value < 1; f++)
            best = Likeness.Max(best, WordLikeness.OfForm(word, other.Role, index.Form(forms[f]), f == 0, weights.Channels));
        return best;
    }

    void Find(Word word)
    {
        foreach (var form in word.Forms)
        {
            FindExact(form);
            if (word.Role is TokenRole.Name) FindLike(form);
        }
        if (word.Class != 0)
            foreach (var pair in index.Classes.Find(word.Class)) workspace.Find(pair.Value);
        if (word.Skeleton != 0 && word.Role is TokenRole.Name)
            foreach (var pair in index.Skeletons.Find(word.Skeleton)) workspace.Find(pair.Value);
    }

    void FindExact(ReadOnlySpan<byte> form)
    {
        if (index.FindForm(form) is var exact and >= 0) FindHolders(exact);
    }

    /// <summary>Forms with typing errors, and those that this one is a beginning of, or that begin it.</summary>
    void FindLike(ReadOnlySpan<byte> form)
    {
        FindTypings(form);
        if (form.Length < WordLikeness.ShortestPrefix) return;
        for (var f = index.FirstFormFrom(form); f < index.FormCount && index.Form(f).StartsWith(form); f++) FindHolders(f);
        for (var length = WordLikeness.ShortestPrefix; length < form.Length; length++) FindExact(form[..length]);
    }

    void FindTypings(ReadOnlySpan<byte> form)
    {
        if (DeletionKeys.Edits(form.Length) == 0) return;
        Span<uint> keys = stackalloc uint[DeletionKeys.Most];
        var n = DeletionKeys.Of(form, keys);
        foreach (var key in keys[..n])
            foreach (var pair in index.Near.Find(key)) FindHolders(pair.Value);
    }

    void FindHolders(int form)
    {
        foreach (var word in index.WordsOfForm(form)) workspace.Find(word);
    }

    /// <summary>Names that hold the initial of this word.</summary>
    void FindInitial(int i)
    {
        workspace.BeginFinding();
        FindExact(query.View.Form(i)[..1]);
        foreach (var word in workspace.Found)
            if (index.Words[word].Role == TokenRole.Initial) workspace.Visits(i).Add(new(word, weights.Channels.Initial * query.View.Words[i].Weight));
    }

    /// <summary>Names that hold this word as several: those with its beginning or its end as a word of their own.</summary>
    void FindParts(int i)
    {
        var form = query.View.Form(i);
        workspace.BeginFinding();
        for (var length = Compounds.ShortestPart; length < form.Length; length++)
        {
            FindExact(form[..length]);
            FindExact(form[^length..]);
        }
        var share = weights.Channels.Joined * query.View.Words[i].Weight;
        foreach (var word in workspace.Found) workspace.Visits(i).Add(new(word, share));
    }

    /// <summary>Names that hold neighbouring words of the query as one, or their initials.</summary>
    void FindJoined()
    {
        Span<byte> initials = stackalloc byte[Compounds.MostJoined];
        for (var i = 0; i < query.Words.Length; i++)
            for (var count = 2; count <= Compounds.MostJoined && i + count <= query.Words.Length; count++)
            {
                workspace.BeginFinding();
                FindTypings(query.View.Joined(i, count));
                AddForAll(i, count, weights.Channels.Joined);
                for (var k = 0; k < count; k++) initials[k] = query.View.Form(i + k)[0];
                if (!Abbreviations.LooksLikeInitials(initials[..count])) continue;
                workspace.BeginFinding();
                FindExact(initials[..count]);
                AddForAll(i, count, weights.Channels.Initial);
            }
    }

    /// <summary>Names that hold the acronym of the whole query.</summary>
    void FindAcronym()
    {
        if (query.View.Person) return;
        Span<byte> letters = stackalloc byte[Abbreviations.LongestAcronym];
        var n = Compounds.AcronymOf(query.View, letters, out var last);
        if (n == 0) return;
        workspace.BeginFinding();
        FindExact(letters[..n]);
        AddForAll(0, last + 1, weights.Channels.Acronym);
    }

    void AddForAll(int first, int count, float likeness)
    {
        foreach (var word in workspace.Found)
            for (var i = first; i < first + count; i++)
                if (query.Proves(i)) workspace.Visits(i).Add(new(word, likeness * query.View.Words[i].Weight));
    }

    /// <summary>Visits the names of the related words; those that may hold enough of the query are <see cref="Workspace.Touched"/>.</summary>
    /// <param name="needed">How much of the query must be found in a name, in full words.</param>
    /// <returns>How much a name may hold besides what was counted.</returns>
    public float Visit(float needed)
    {
        Span<int> order = stackalloc int[query.Words.Length];
        Span<long> work = stackalloc long[query.Words.Length];
        var uncounted = 0f;
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            work[i] = 0;
            foreach (var visit in workspace.Visits(i)) work[i] += index.NamesOf(visit.Word).Length;
            // Any name may hold that initial, or the words that these initials stand for.
            if (query.Proves(i) && (query.Words[i].Role == TokenRole.Initial || Abbreviations.LooksLikeInitials(query.View.Form(i))))
                uncounted += query.View.Words[i].Weight;
        }
        work.Sort(order, static (a, b) => b.CompareTo(a));
        foreach (var i in order)
        {
            var visits = CollectionsMarshal.AsSpan(workspace.Visits(i));
            if (visits.IsEmpty) continue;
            if (uncounted + visits[0].Share < needed)
            {
                uncounted += visits[0].Share;
                continue;
            }
            foreach (var visit in visits)
                foreach (var name in index.NamesOf(visit.Word)) workspace.Count(name, i, visit.Share);
        }
        if (!query.View.Person) VisitAcronyms();
        return uncounted;
    }

    /// <summary>Names whose acronym is a word of the query.</summary>
    void VisitAcronyms()
    {
        for (var i = 0; i < query.Words.Length; i++)
        {
            if (query.Words[i].Role != TokenRole.Name || query.View.Words[i].Length is < Abbreviations.ShortestAcronym or > Abbreviations.LongestAcronym) continue;
            foreach (var pair in index.Acronyms.Find(Hash.Of(query.View.Form(i)))) workspace.Count(pair.Value, i, query.View.Words[i].Weight);
        }
    }
}
