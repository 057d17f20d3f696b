using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>Finds the names that may hold one word for several of the query or several for one, by the parts that <see cref="Compounds"/> demands.</summary>
readonly ref struct CompoundFinder(NameIndex index, Workspace workspace, RelationCache cache, QueryReading query, ChannelWeights weights)
{
    readonly NameIndex index = index;

    public void Find()
    {
        for (var i = 0; i < query.Words.Length; i++)
        {
            if (query.Words[i].Role == TokenRole.Name)
            {
                FindInitial(i);
                foreach (var name in SplitOf(i)) workspace.AddDirect(i, name, weights.Joined * query.View.Words[i].Weight);
                FindByAcronym(i);
            }
            for (var count = 2; count <= Compounds.MostJoined && i + count <= query.Words.Length; count++)
            {
                FindJoined(i, count);
                FindInitials(i, count);
            }
        }
        FindOwnAcronym();
    }

    /// <summary>Names that hold the initial of this word.</summary>
    void FindInitial(int i)
    {
        if (index.FindForm(query.View.Form(i)[..1]) is not (>= 0 and var form)) return;
        foreach (var word in index.WordsOfForm(form))
            if (index.Words[word].Role == TokenRole.Initial) workspace.Visits(i).Add(new(word, weights.Initial * query.View.Words[i].Weight, false));
    }

    /// <summary>Names that hold this word as two or three: the same for every query.</summary>
    int[] SplitOf(int i)
    {
        if (!cache.TryGet(query.Words[i].Key, out var relatives)) return FindSplit(query.View.Form(i));
        return relatives.Split ??= FindSplit(query.View.Form(i));
    }

    /// <summary>Names that hold the beginning and the end of this word.</summary>
    int[] FindSplit(ReadOnlySpan<byte> word)
    {
        var names = new List<int>();
        Span<int> starts = stackalloc int[word.Length + 1], ends = stackalloc int[word.Length + 1];
        for (var at = 1; at < word.Length; at++)
        {
            starts[at] = at < Compounds.ShortestRest ? -1 : index.FindForm(word[..at]);
            ends[at] = word.Length - at < Compounds.ShortestRest ? -1 : index.FindForm(word[at..]);
        }
        for (var at = 1; at < word.Length; at++)
        {
            if (Compounds.AreParts(at, word.Length - at)) FindBoth(starts[at], ends[at], names);
            if (at >= Compounds.SurePart && starts[at] >= 0) FindMistyped(starts[at], word[at..], names);
            if (word.Length - at >= Compounds.SurePart && ends[at] >= 0) FindMistyped(ends[at], word[..at], names);
            if (starts[at] < 0) continue;
            // Three parts: both ends are there exactly, and so is what stands between them.
            for (var next = at + 1; next < word.Length; next++)
                if (ends[next] >= 0 && Compounds.AreParts(at, word.Length - next) && index.FindForm(word[at..next]) >= 0) FindBoth(starts[at], ends[next], names);
        }
        return [.. names.Distinct()];
    }

    /// <summary>Names that hold one part and the rest with typing errors.</summary>
    void FindMistyped(int form, ReadOnlySpan<byte> rest, List<int> names)
    {
        if (DeletionKeys.Edits(rest.Length) == 0) return;
        Span<ulong> room = stackalloc ulong[TypingPattern.Room];
        Span<uint> keys = stackalloc uint[DeletionKeys.Most];
        var pattern = new TypingPattern(rest, room);
        workspace.Mapped.Clear();
        index.Near.AddValues(keys[..DeletionKeys.Of(rest, keys)], workspace.Mapped);
        workspace.BeginForms();
        foreach (var near in workspace.Mapped)
        {
            if (!workspace.IsNew(near)) continue;
            var other = index.Form(near);
            var edits = DeletionKeys.Edits(Math.Min(rest.Length, other.Length));
            if (edits > 0 && pattern.Edits(other, edits) <= edits) FindBoth(form, near, names);
        }
    }

    /// <summary>Names that hold both forms.</summary>
    void FindBoth(int form, int other, List<int> names)
    {
        if (form < 0 || other < 0) return;
        foreach (var word in index.WordsOfForm(form))
            foreach (var second in index.WordsOfForm(other))
            {
                var few = index.NamesOf(word);
                var many = index.NamesOf(second);
                if (few.Length > many.Length) AddCommon(many, few, word, second, names); else AddCommon(few, many, word, second, names);
            }
    }

    void AddCommon(ReadOnlySpan<int> few, ReadOnlySpan<int> many, int word, int second, List<int> names)
    {
        foreach (var name in few)
            if (many.BinarySearch(name) >= 0 && AreNeighbours(index.WordsOf(index.Names[name]), word, second)) names.Add(name);
    }

    static bool AreNeighbours(ReadOnlySpan<int> words, int first, int second)
    {
        for (var j = 0; j + 1 < words.Length; j++)
        {
            var between = words[j] == first ? second : words[j] == second ? first : -1;
            if (between >= 0 && words[(j + 1)..Math.Min(j + Compounds.MostJoined, words.Length)].Contains(between)) return true;
        }
        return false;
    }

    /// <summary>Names that hold neighbouring words of the query as one.</summary>
    void FindJoined(int first, int count)
    {
        var joined = query.View.Joined(first, count);
        if (joined.Length > Word.MostLetters) return;
        workspace.BeginForms();
        AddJoined(first, count, index.FindForm(joined));
        if (!Compounds.MayBeMistyped(query.View, first, count)) return;
        Span<uint> keys = stackalloc uint[DeletionKeys.Most];
        workspace.Mapped.Clear();
        index.Near.AddValues(keys[..DeletionKeys.Of(joined, keys)], workspace.Mapped);
        foreach (var form in workspace.Mapped) AddJoined(first, count, form);
    }

    void AddJoined(int first, int count, int form)
    {
        if (form >= 0 && workspace.IsNew(form)) AddForAll(first, count, form, Compounds.Join(index.Form(form), query.View, first, count, weights).Value);
    }

    /// <summary>Names that hold the initials of neighbouring words of the query as one word.</summary>
    void FindInitials(int first, int count)
    {
        Span<byte> initials = stackalloc byte[count];
        for (var k = 0; k < count; k++) initials[k] = query.View.Form(first + k)[0];
        if (Abbreviations.LooksLikeInitials(initials)) AddForAll(first, count, index.FindForm(initials), weights.Initial);
    }

    /// <summary>Names that hold the acronym of the whole query.</summary>
    void FindOwnAcronym()
    {
        if (query.View.Person) return;
        Span<byte> letters = stackalloc byte[Abbreviations.LongestAcronym];
        var n = Compounds.AcronymOf(query.View, letters, out var last);
        if (n > 0) AddForAll(0, last + 1, index.FindForm(letters[..n]), weights.OfAcronym(n));
    }

    /// <summary>Names whose acronym is a word of the query.</summary>
    void FindByAcronym(int i)
    {
        if (query.View.Person || query.View.Words[i].Length is < Abbreviations.ShortestAcronym or > Abbreviations.LongestAcronym) return;
        foreach (var pair in index.Acronyms.Find(Hash.Of(query.View.Form(i))))
            workspace.AddDirect(i, pair.Value, weights.OfAcronym(query.View.Words[i].Length) * query.View.Words[i].Weight);
    }

    void AddForAll(int first, int count, int form, float likeness)
    {
        if (form < 0 || likeness <= 0) return;
        foreach (var word in index.WordsOfForm(form))
            for (var i = first; i < first + count; i++)
                if (query.Proves(i)) workspace.Visits(i).Add(new(word, likeness * query.View.Words[i].Weight, true));
    }
}
