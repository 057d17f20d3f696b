using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>
/// Two names as words with their likenesses, to one score. What agrees, what stands against each other and what only one side has are
/// told apart: a missing word costs little, a different one much.
/// </summary>
static class NameScorer
{
    /// <summary>The score of two names, 0..1.</summary>
    /// <param name="query">The words of the query, at most <see cref="Assignment.Most"/>.</param>
    /// <param name="name">The words of the listed name, as many at most.</param>
    /// <param name="likenesses">How alike each word of the query (row) and of the name (column) are; initials are added here.</param>
    /// <param name="nameOf">Receives for each word of the query the word of the name it stands for, or -1.</param>
    /// <param name="weights">The matcher's numbers.</param>
    public static NameAgreement Score(ReadOnlySpan<Shape> query, ReadOnlySpan<Shape> name, Span<Likeness> likenesses, Span<int> nameOf, Weights weights)
    {
        Span<float> gains = stackalloc float[query.Length * name.Length];
        for (var i = 0; i < query.Length; i++)
            for (var j = 0; j < name.Length; j++)
            {
                ref var likeness = ref likenesses[i * name.Length + j];
                if (IsInitial(query[i], name[j])) likeness = new(query[i].Role == name[j].Role ? 1 : weights.Channels.Initial, Channel.Initial);
                gains[i * name.Length + j] = likeness.Value * (query[i].Weight + name[j].Weight) / 2;
            }
        Assignment.Solve(gains, query.Length, name.Length, nameOf);

        float matched = 0, queryLeft = Shape.Total(query), nameLeft = Shape.Total(name);
        bool allOfQuery = !query.ContainsAny(Counting), allOfName = !name.ContainsAny(Counting);
        int minor = 0, legalQuery = 0, legalName = 0, legalBoth = 0;
        var last = -1;
        var ordered = true;
        foreach (var shape in name)
            if (!shape.Counts) { minor++; if (shape.Role == TokenRole.LegalForm) legalName++; }
        for (var i = 0; i < query.Length; i++)
        {
            var j = nameOf[i];
            if (!query[i].Counts) { minor++; if (query[i].Role == TokenRole.LegalForm) legalQuery++; }
            if (j < 0) continue;
            var value = likenesses[i * name.Length + j].Value;
            if (!query[i].Counts && !name[j].Counts)
            {
                minor -= 2;
                if (query[i].Role == TokenRole.LegalForm) legalBoth++;
                if (!allOfQuery && !allOfName) continue;
            }
            if (query[i].Counts || allOfQuery) queryLeft -= value * query[i].Weight;
            if (name[j].Counts || allOfName) nameLeft -= value * name[j].Weight;
            matched += value * (query[i].Weight + name[j].Weight) / 2;
            ordered &= j > last;
            last = j;
        }
        (queryLeft, nameLeft) = (Math.Max(queryLeft, 0), Math.Max(nameLeft, 0));
        var penalty = Penalty(matched, queryLeft, nameLeft, weights.Name)
            + Math.Min(minor, 4) * weights.Name.Minor
            + (ordered ? 0 : weights.Name.Order)
            + (legalBoth == 0 && legalQuery > 0 && legalName > 0 ? weights.Name.LegalForm : 0);
        return new(Math.Clamp(1 - penalty, 0, 1), matched, queryLeft, nameLeft, ordered);
    }

    /// <summary>No name that leaves at least so much unmatched and agrees in at most so much can score higher.</summary>
    public static float Bound(float matched, float queryLeft, float nameLeft, NameWeights weights)
    {
        queryLeft = Math.Max(queryLeft, 0);
        nameLeft = Math.Max(nameLeft, 0);
        // Where an omission would cost more than a contradiction, turning one into the other must not raise the bound.
        if (matched > 0 && weights.Omission <= weights.Contradiction * matched * matched) return 1 - Penalty(matched, queryLeft, nameLeft, weights);
        return 1 - Math.Min(weights.Contradiction * Math.Max(queryLeft, nameLeft), 1) - Evidence(matched, weights);
    }

    /// <summary>How much of a query must be found in a name at least, in full words, for a score to reach the threshold.</summary>
    public static float Needed(float total, float threshold, NameWeights weights)
    {
        float low = 0, high = total;
        for (var step = 0; step < 20; step++)
        {
            var middle = (low + high) / 2;
            if (Bound(middle, total - middle, 0, weights) >= threshold) high = middle; else low = middle;
        }
        return low * 0.999f;
    }

    static float Penalty(float matched, float queryLeft, float nameLeft, NameWeights weights)
    {
        if (matched <= 0) return 1;
        var (less, more) = queryLeft < nameLeft ? (queryLeft, nameLeft) : (nameLeft, queryLeft);
        return weights.Contradiction * less + weights.Omission * (more - less) / (matched * matched) + Evidence(matched, weights);
    }

    static float Evidence(float matched, NameWeights weights) => weights.Evidence * MathF.Exp(-matched / weights.EvidenceScale);

    static bool IsInitial(in Shape a, in Shape b) =>
        a.First == b.First && (a.Role, b.Role) is (TokenRole.Initial, TokenRole.Initial or TokenRole.Name) or (TokenRole.Name, TokenRole.Initial);

    static bool ContainsAny(this ReadOnlySpan<Shape> name, Predicate<Shape> predicate)
    {
        foreach (var shape in name)
            if (predicate(shape)) return true;
        return false;
    }

    static readonly Predicate<Shape> Counting = static shape => shape.Counts;
}

/// <summary>What the comparison of two names came to.</summary>
/// <param name="Score">0..1.</param>
/// <param name="Matched">How much agrees, in full words.</param>
/// <param name="QueryLeft">How much of the query is left over.</param>
/// <param name="NameLeft">How much of the name is left over.</param>
/// <param name="Ordered">Whether the words stand in the same order.</param>
readonly record struct NameAgreement(float Score, float Matched, float QueryLeft, float NameLeft, bool Ordered);
