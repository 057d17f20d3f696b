using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>What the comparison of two names came to.</summary>
/// <param name="Score">0..1.</param>
/// <param name="Matched">How much agrees, in full words.</param>
/// <param name="QueryLeft">How much of the query is left over.</param>
/// <param name="NameLeft">How much of the name is left over.</param>
/// <param name="Flags">What else was seen.</param>
/// <param name="Pairings">How many pairings were written.</param>
readonly record struct NameAgreement(float Score, float Matched, float QueryLeft, float NameLeft, NameFlags Flags, int Pairings);

/// <summary>What else a comparison of names saw.</summary>
[Flags]
enum NameFlags : byte { None = 0, OtherOrder = 1, OtherLegalForm = 2, Minor = 4, OtherDescent = 8 }

/// <summary>
/// Two names as words with their likenesses, to one score. What agrees, what stands against each other and what only one side has are
/// told apart: a missing word costs little, a different one much.
/// </summary>
static class NameScorer
{
    const int MostCompounds = 6;

    /// <summary>The score of two names, 0..1.</summary>
    /// <param name="query">At most <see cref="Assignment.Most"/> words.</param>
    /// <param name="name">As many at most.</param>
    /// <param name="likenesses">How alike each word of the query (row) and of the name (column) are; initials are added here.</param>
    /// <param name="compounds">Whether one word may stand for several; false where the index knows that none does.</param>
    /// <param name="pairings">Receives what stands for what; room for as many as there are words in the query.</param>
    /// <param name="weights">The matcher's numbers.</param>
    public static NameAgreement Score(in NameView query, in NameView name, Span<Likeness> likenesses, bool compounds,
        Span<Pairing> pairings, Weights weights)
    {
        Span<float> gains = stackalloc float[query.Words.Length * name.Words.Length];
        for (var i = 0; i < query.Words.Length; i++)
            for (var j = 0; j < name.Words.Length; j++)
            {
                ref var likeness = ref likenesses[i * name.Words.Length + j];
                if (IsInitial(query, i, name, j))
                    likeness = new(query.Words[i].Role == name.Words[j].Role ? 1 : weights.Channels.Initial, Channel.Initial);
                gains[i * name.Words.Length + j] = likeness.Value * Math.Min(query.Words[i].Weight, name.Words[j].Weight);
            }
        var best = Solve(query, name, likenesses, gains, [], pairings, weights);
        if (compounds && best.Score < 0.98f) TryCompounds(query, name, likenesses, gains, pairings, weights, ref best);
        return best;
    }

    /// <summary>Takes compounds as long as they raise the score.</summary>
    static void TryCompounds(in NameView query, in NameView name, ReadOnlySpan<Likeness> likenesses, Span<float> gains, Span<Pairing> pairings,
        Weights weights, ref NameAgreement best)
    {
        Span<Pairing> compounds = stackalloc Pairing[MostCompounds], taken = stackalloc Pairing[MostCompounds];
        Span<Pairing> trial = stackalloc Pairing[query.Words.Length];
        Span<float> left = stackalloc float[gains.Length];
        var (count, kept) = (Compounds.Find(query, name, weights.Channels, compounds), 0);
        for (var c = 0; c < count; c++)
        {
            var overlaps = false;
            foreach (ref readonly var other in taken[..kept]) overlaps |= compounds[c].Overlaps(other);
            if (overlaps) continue;
            taken[kept] = compounds[c];
            gains.CopyTo(left);
            foreach (ref readonly var t in taken[..(kept + 1)]) Block(left, name.Words.Length, t);
            var agreement = Solve(query, name, likenesses, left, taken[..(kept + 1)], trial, weights);
            if (agreement.Score <= best.Score) continue;
            best = agreement;
            trial[..agreement.Pairings].CopyTo(pairings);
            kept++;
        }
    }

    static void Block(Span<float> gains, int columns, in Pairing pairing)
    {
        var rows = gains.Length / columns;
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                if ((uint)(i - pairing.Query) < pairing.QueryCount || (uint)(j - pairing.Name) < pairing.NameCount) gains[i * columns + j] = 0;
    }

    static NameAgreement Solve(in NameView query, in NameView name, ReadOnlySpan<Likeness> likenesses, ReadOnlySpan<float> gains,
        ReadOnlySpan<Pairing> compounds, Span<Pairing> pairings, Weights weights)
    {
        Span<int> nameOf = stackalloc int[query.Words.Length];
        Assignment.Solve(gains, query.Words.Length, name.Words.Length, nameOf);
        var count = 0;
        foreach (ref readonly var compound in compounds) pairings[count++] = compound;
        for (var i = 0; i < nameOf.Length; i++)
            if (nameOf[i] >= 0) pairings[count++] = new((byte)i, 1, (byte)nameOf[i], 1, likenesses[i * name.Words.Length + nameOf[i]]);
        return Sum(query, name, pairings[..count], weights.Name);
    }

    /// <summary>Adds up what the pairings leave.</summary>
    static NameAgreement Sum(in NameView query, in NameView name, ReadOnlySpan<Pairing> pairings, NameWeights weights)
    {
        bool allOfQuery = !query.AnyCounts, allOfName = !name.AnyCounts;
        float proved = 0, matched = 0, queryLeft = query.Total, nameLeft = name.Total;
        var minor = Minor(query, allOfQuery) + Minor(name, allOfName);
        int legalForms = (Has(query, TokenRole.LegalForm) ? 1 : 0) + (Has(name, TokenRole.LegalForm) ? 1 : 0), orderedUpTo = -1;
        var flags = NameFlags.None;
        var initialsOnly = true;
        foreach (ref readonly var pairing in pairings)
        {
            float mine = 0, theirs = 0, proof = 0, otherProof = 0;
            for (var i = pairing.Query; i < pairing.Query + pairing.QueryCount; i++)
                if (allOfQuery || query.Words[i].Counts) (mine, proof) = (mine + query.Words[i].Weight, proof + query.Words[i].Proof);
                else { minor--; if (query.Words[i].Role == TokenRole.LegalForm) legalForms--; }
            for (var j = pairing.Name; j < pairing.Name + pairing.NameCount; j++)
                if (allOfName || name.Words[j].Counts) (theirs, otherProof) = (theirs + name.Words[j].Weight, otherProof + name.Words[j].Proof);
                else minor--;
            queryLeft -= pairing.Likeness.Value * mine;
            nameLeft -= pairing.Likeness.Value * theirs;
            matched += pairing.Likeness.Value * Math.Min(mine, theirs);
            proved += pairing.Likeness.Value * Math.Min(proof, otherProof);    // as much as the weaker side proves
            if (mine <= 0) continue;
            initialsOnly &= pairing.Likeness.How == Channel.Initial;
            if (pairing.Name < orderedUpTo && pairing.QueryCount == 1) flags |= NameFlags.OtherOrder;
            orderedUpTo = Math.Max(orderedUpTo, pairing.Name);
        }
        if (minor > 0) flags |= NameFlags.Minor;
        if (legalForms == 2) flags |= NameFlags.OtherLegalForm;
        if (flags.HasFlag(NameFlags.OtherOrder) && !IsBackwards(query, name, pairings) && Descent(query) is > 0 and var mySon && Descent(name) is > 0 and var otherSon && AreExchanged(pairings, mySon, otherSon))
            flags |= NameFlags.OtherDescent;
        if (initialsOnly) proved = 0;    // initials alone identify nobody
        queryLeft = Math.Max(queryLeft, 0);
        nameLeft = Math.Max(nameLeft, 0);
        var penalty = Penalty(proved, queryLeft, nameLeft, query.Person || name.Person ? weights.OmissionPerson : weights.OmissionOther, weights)
            - NumberEase(query, name, pairings, proved, weights) + Math.Min(minor, 4) * weights.Minor
            + (flags.HasFlag(NameFlags.OtherOrder) ? weights.Order : 0) + (flags.HasFlag(NameFlags.OtherLegalForm) ? weights.LegalForm : 0)
            + (flags.HasFlag(NameFlags.OtherDescent) ? weights.Descent : 0);
        return new(Math.Clamp(1 - penalty, 0, 1), matched, queryLeft, nameLeft, flags, pairings.Length);
    }

    /// <summary>
    /// Whether one name is the other from its last word to its first: so text that runs from right to left comes out of files that know only the
    /// other way. A son and his father are three words ("Salman bin Muhammad").
    /// </summary>
    static bool IsBackwards(in NameView query, in NameView name, ReadOnlySpan<Pairing> pairings)
    {
        if (pairings.Length < 4 || pairings.Length != query.Words.Length || pairings.Length != name.Words.Length) return false;
        foreach (ref readonly var pairing in pairings)
            if (pairing.Query + pairing.Name != pairings.Length - 1) return false;
        return true;
    }

    /// <summary>Where the only "son of" stands; -1 where there is none, or a whole line of them.</summary>
    static int Descent(in NameView name)
    {
        var at = -1;
        for (var i = 0; i < name.Words.Length; i++)
            if (name.Words[i].IsDescent)
            {
                if (at >= 0) return -1;
                at = i;
            }
        return at;
    }

    /// <summary>Whether the child of one name is the father of the other, and the other way round (Salman bin Muhammad, Muhammad bin Salman).</summary>
    static bool AreExchanged(ReadOnlySpan<Pairing> pairings, int mySon, int otherSon)
    {
        bool down = false, up = false;
        foreach (ref readonly var pairing in pairings)
        {
            down |= pairing.Query < mySon && pairing.Name > otherSon;
            up |= pairing.Query > mySon && pairing.Name < otherSon;
        }
        return down && up;
    }

    /// <summary>No name that leaves at least so much unmatched, and whose agreement proves at most so much, can score higher.</summary>
    /// <param name="proved">How much is proved at most.</param>
    /// <param name="queryLeft">How much of the query is left at least.</param>
    /// <param name="nameLeft">How much of the name is left at least.</param>
    /// <param name="numbers">How much of the query are numbers, whose contradiction may cost less.</param>
    /// <param name="weights">The matcher's numbers.</param>
    public static float Bound(float proved, float queryLeft, float nameLeft, float numbers, NameWeights weights) =>
        1 + weights.Contradiction * numbers
        - Penalty(proved, Math.Max(queryLeft, 0), Math.Max(nameLeft, 0), Math.Min(weights.OmissionPerson, weights.OmissionOther), weights);

    /// <summary>How much of a name may be left at most for <see cref="Bound"/> to reach the threshold; less than 0 where it never does.</summary>
    public static float MostLeft(float proved, float queryLeft, float numbers, float threshold, NameWeights weights)
    {
        var room = 1 + weights.Contradiction * numbers - threshold;
        if (proved <= 0) return room < 1 ? -1 : float.MaxValue;
        queryLeft = Math.Max(queryLeft, 0);
        var contradiction = Contradiction(proved, weights);
        var missing = Math.Min(contradiction, Math.Min(weights.OmissionPerson, weights.OmissionOther) / (proved * proved));
        room -= Evidence(proved, weights);
        var least = room - missing * queryLeft;    // where nothing of the name is left
        if (least < 0) return -1;
        return room >= contradiction * queryLeft ? queryLeft + (room - contradiction * queryLeft) / missing : least / (contradiction - missing);
    }

    /// <summary>Grows with what is left on either side and falls with what is proved.</summary>
    static float Penalty(float proved, float queryLeft, float nameLeft, float omission, NameWeights weights)
    {
        if (proved <= 0) return 1;
        var (against, more) = queryLeft < nameLeft ? (queryLeft, nameLeft) : (nameLeft, queryLeft);
        var contradiction = Contradiction(proved, weights);
        var missing = Math.Min(contradiction, omission / (proved * proved));    // what is missing never costs more than what differs
        return contradiction * against + missing * (more - against) + Evidence(proved, weights);
    }

    /// <summary>What a full word that stands against another costs: less beside a long name that agrees.</summary>
    static float Contradiction(float proved, NameWeights weights) => weights.Contradiction / (1 + weights.ContradictionEase * MathF.Max(proved - 1, 0));

    /// <summary>What numbers that stand against each other cost less in a long name.</summary>
    static float NumberEase(in NameView query, in NameView name, ReadOnlySpan<Pairing> pairings, float proved, NameWeights weights)
    {
        if (proved <= weights.NumberEase) return 0;
        float mine = NumbersOf(query), theirs = NumbersOf(name);
        if (mine == 0 || theirs == 0) return 0;
        foreach (ref readonly var pairing in pairings)
        {
            if (query.Words[pairing.Query].Role == TokenRole.Number) mine -= pairing.Likeness.Value * query.Words[pairing.Query].Weight;
            if (name.Words[pairing.Name].Role == TokenRole.Number) theirs -= pairing.Likeness.Value * name.Words[pairing.Name].Weight;
        }
        return Contradiction(proved, weights) * Math.Max(Math.Min(mine, theirs), 0) * (1 - weights.NumberEase / proved);
    }

    /// <summary>How much the numbers of a name weigh.</summary>
    public static float NumbersOf(in NameView name)
    {
        var weight = 0f;
        foreach (ref readonly var word in name.Words)
            if (word.Role == TokenRole.Number) weight += word.Weight;
        return weight;
    }

    static float Evidence(float proved, NameWeights weights) => weights.Evidence * MathF.Exp(-proved / weights.EvidenceScale);

    static int Minor(in NameView name, bool all)
    {
        var n = 0;
        foreach (ref readonly var word in name.Words)
            if (!all && !word.Counts) n++;
        return n;
    }

    static bool Has(in NameView name, TokenRole role)
    {
        foreach (ref readonly var word in name.Words)
            if (word.Role == role) return true;
        return false;
    }

    static bool IsInitial(in NameView a, int i, in NameView b, int j)
    {
        if (a.Words[i].Role != TokenRole.Initial && b.Words[j].Role != TokenRole.Initial) return false;
        return a.Text[a.Words[i].Start] == b.Text[b.Words[j].Start]
            && a.Words[i].Role is TokenRole.Initial or TokenRole.Name && b.Words[j].Role is TokenRole.Initial or TokenRole.Name;
    }
}
