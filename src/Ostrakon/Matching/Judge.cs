using System.Runtime.InteropServices;
using Ostrakon.Index;
using Ostrakon.Names;
using Ostrakon.Parties;

namespace Ostrakon.Matching;

/// <summary>Scores the names that the index proposes, with the facts of their parties, and keeps those that reach the threshold.</summary>
readonly ref struct Judge(
    NameIndex index, byte[] lengths, FactIndex facts, Workspace workspace, RelationCache cache, QueryFacts query, Weights weights, float threshold)
{
    // Sums in another order may differ by so little.
    const float Margin = 1e-4f;

    readonly NameIndex index = index;
    readonly FactIndex facts = facts;

    /// <summary>Judges all names that may reach the threshold for one reading of the query.</summary>
    public void Judged(QueryReading reading, int number)
    {
        new Relater(index, workspace, cache, reading, weights.Channels).Relate();
        new CompoundFinder(index, workspace, cache, reading, weights.Channels).Find();
        var nameThreshold = threshold - query.Most(weights.Facts);
        var wanted = nameThreshold - Margin;
        var reach = new Reach(reading, workspace, stackalloc HeldWord[reading.Words.Length], wanted, weights.Name);
        new Visitor(index, workspace, reach).Visit();
        var room = new NameRoom(stackalloc Shape[NameIndex.MostWords], stackalloc byte[NameIndex.MostWords * Word.MostLetters],
            stackalloc Likeness[NameIndex.MostWords * NameIndex.MostWords], stackalloc Pairing[NameIndex.MostWords]);
        foreach (var n in workspace.Touched)
        {
            var held = workspace.Held[n];
            if (!reach.Has(held, lengths[n])) continue;
            var compound = (held & Reach.Compound) != 0;
            if (!compound && BoundOf(reading, n, wanted) < wanted) continue;
            var name = ScoreOf(reading, n, compound, room).Score;
            if (name >= nameThreshold && Whole(name, n) is var score && score >= threshold)
                workspace.Candidates.Add(new(index.Names[n].Party, n, number, score));
        }
    }

    /// <summary>The highest score that a name without compounds can reach: every word has its best partner, even the same one.</summary>
    float BoundOf(QueryReading reading, int n, float wanted)
    {
        ref readonly var name = ref index.Names[n];
        if (name.NameWords + name.Initials + name.Numbers == 0) return 1;
        Span<float> bestOfQuery = stackalloc float[reading.Words.Length];
        bestOfQuery.Clear();
        var links = CollectionsMarshal.AsSpan(workspace.Links);
        var nameLeft = NameLengths.Of(name, weights.Words);
        foreach (var w in index.WordsOf(name))
        {
            var next = workspace.Head(w);
            if (next == 0) continue;
            ref readonly var word = ref index.Words[w];
            var best = 0f;
            for (; next > 0; next = links[next - 1].Next)
            {
                ref readonly var link = ref links[next - 1];
                best = Math.Max(best, link.Likeness.Value);
                bestOfQuery[link.QueryWord] = Math.Max(bestOfQuery[link.QueryWord], link.Likeness.Value);
            }
            if (Shape.IsCounted(word.Role)) nameLeft -= best * WeightOf(word);
        }
        if (!reading.HasInitial && name.Initials == 0) return Bound(reading, bestOfQuery, nameLeft);
        // Which initials agree is looked at where it matters.
        if (Bound(reading, bestOfQuery, nameLeft, name.Initials) is var bound && bound < wanted) return bound;
        foreach (var w in index.WordsOf(name))
        {
            ref readonly var word = ref index.Words[w];
            if (reading.HasInitial || word.Role == TokenRole.Initial) nameLeft -= Initials(reading, word, bestOfQuery) * WeightOf(word);
        }
        return Bound(reading, bestOfQuery, nameLeft);
    }

    float WeightOf(in WordRecord word) => Shape.WeightOf(word.Role, word.Rarity, word.IsTranslated, weights.Words);

    /// <summary>The highest score with these likenesses.</summary>
    /// <param name="reading">The query.</param>
    /// <param name="bestOfQuery">How alike each word of the query is at most.</param>
    /// <param name="nameLeft">How much of the name is left at least.</param>
    /// <param name="initials">How many initials of the name may agree, and all of the query; less than 0 where that was looked at.</param>
    float Bound(QueryReading reading, ReadOnlySpan<float> bestOfQuery, float nameLeft, int initials = -1)
    {
        float held = 0, proved = 0, mostHeld = 0, mostProved = 0;
        var words = reading.View.Words;
        for (var i = 0; i < words.Length; i++)
        {
            var likeness = bestOfQuery[i];
            if (initials >= 0 && words[i].Role == TokenRole.Initial)
            {
                likeness = 1;
                nameLeft -= Math.Max(weights.Channels.Initial, weights.Words.Initial);
            }
            if (!reading.Proves(i)) continue;
            (held, proved) = (held + likeness * words[i].Weight, proved + likeness * words[i].Proof);
            var more = Math.Max(weights.Channels.Initial - likeness, 0);
            (mostHeld, mostProved) = (Math.Max(mostHeld, more * words[i].Weight), Math.Max(mostProved, more * words[i].Proof));
        }
        if (initials > 0)
        {
            nameLeft -= initials * weights.Words.Initial;
            (held, proved) = (held + initials * mostHeld, proved + initials * mostProved);
        }
        return NameScorer.Bound(proved, reading.Total - held, nameLeft, reading.Numbers, weights.Name);
    }

    /// <summary>The likeness of a word to the query as an initial, or to an initial of the query.</summary>
    float Initials(QueryReading reading, in WordRecord word, Span<float> bestOfQuery)
    {
        if (word.Role is not (TokenRole.Initial or TokenRole.Name)) return 0;
        var letter = index.Form(index.FormsOf(word)[0])[0];
        var best = 0f;
        for (var i = 0; i < bestOfQuery.Length; i++)
        {
            var role = reading.Words[i].Role;
            if (role is not (TokenRole.Initial or TokenRole.Name) || (role == TokenRole.Name && word.Role == TokenRole.Name)) continue;
            if (reading.View.Form(i)[0] != letter) continue;
            var likeness = role == word.Role ? 1 : weights.Channels.Initial;
            best = Math.Max(best, likeness);
            bestOfQuery[i] = Math.Max(bestOfQuery[i], likeness);
        }
        return best;
    }

    /// <summary>Judges the parties that share an identifier with the query, whatever their names.</summary>
    public void JudgeByIdentifier(List<QueryReading> readings)
    {
        var room = new NameRoom(stackalloc Shape[NameIndex.MostWords], stackalloc byte[NameIndex.MostWords * Word.MostLetters],
            stackalloc Likeness[NameIndex.MostWords * NameIndex.MostWords], stackalloc Pairing[NameIndex.MostWords]);
        foreach (var (hash, _) in query.Identifiers)
            foreach (var owner in facts.Owners.Find(hash))
            {
                var (start, end) = index.NamesOfParty(owner.Value);
                var best = new Candidate(owner.Value, start, -1, Whole(0, start));
                for (var r = 0; r < readings.Count; r++)
                {
                    new Relater(index, workspace, cache, readings[r], weights.Channels).Relate();
                    for (var n = start; n < end; n++)
                        if (ScoreOf(readings[r], n, true, room).Score is var name && name > 0 && Whole(name, n) is var score && score > best.Score)
                            best = new(owner.Value, n, r, score);
                }
                if (best.Score >= threshold) workspace.Candidates.Add(best);
            }
    }

    NameAgreement ScoreOf(QueryReading reading, int n, bool compounds, in NameRoom room)
    {
        var record = index.Names[n];
        var words = index.WordsOf(record);
        var links = CollectionsMarshal.AsSpan(workspace.Links);
        var likenesses = room.Likenesses[..(reading.Words.Length * words.Length)];
        likenesses.Clear();
        var start = 0;
        for (var j = 0; j < words.Length; j++)
        {
            ref readonly var word = ref index.Words[words[j]];
            var form = index.Form(index.FormsOf(word)[0]);
            form.CopyTo(room.Text[start..]);
            room.Shapes[j] = Shape.Of(word.Role, word.Rarity, word.IsTranslated, word.Class, start, form.Length, weights.Words);
            start += form.Length;
            for (var next = workspace.Head(words[j]); next > 0; next = links[next - 1].Next)
                likenesses[links[next - 1].QueryWord * words.Length + j] = links[next - 1].Likeness;
        }
        var view = new NameView(room.Shapes[..words.Length], room.Text[..start], facts.Schema(record.Party) == SchemaGroup.Person);
        return NameScorer.Score(reading.View, view, likenesses, compounds, room.Pairings, weights);
    }

    /// <summary>The score of a name with the facts of its party.</summary>
    float Whole(float name, int n)
    {
        var agreement = FactAgreement.Of(query, facts, index.Names[n].Party);
        return agreement.Whole(name, index.Names[n].Kind == NameKind.WeakAlias, weights.Facts);
    }
}

/// <summary>Where the listed name at hand is laid out.</summary>
readonly ref struct NameRoom(Span<Shape> shapes, Span<byte> text, Span<Likeness> likenesses, Span<Pairing> pairings)
{
    public Span<Shape> Shapes { get; } = shapes;
    public Span<byte> Text { get; } = text;
    public Span<Likeness> Likenesses { get; } = likenesses;
    public Span<Pairing> Pairings { get; } = pairings;
}
