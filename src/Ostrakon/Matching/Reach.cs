using System.Runtime.InteropServices;
using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>What a name that holds a word of the query has of it at most.</summary>
/// <param name="Held">The bit of names that hold the word.</param>
/// <param name="HeldWell">The bit of names that hold it about as well as any; the same one where there are not bits enough.</param>
/// <param name="Likeness">How alike it is in those that hold it.</param>
/// <param name="LikenessWell">How alike it is in those that hold it well.</param>
/// <param name="Weight">How much of the query the word is.</param>
/// <param name="Proof">How much it proves.</param>
readonly record struct HeldWord(ushort Held, ushort HeldWell, float Likeness, float LikenessWell, float Weight, float Proof)
{
    /// <summary>What is less than this part of the most is not held well.</summary>
    const float Well = 0.9f;

    public static HeldWord Of(Workspace workspace, int word, in Shape shape, int held, int heldWell)
    {
        float most = 0, less = 0;
        foreach (ref readonly var visit in CollectionsMarshal.AsSpan(workspace.Visits(word))) most = Math.Max(most, visit.Share);
        foreach (var (_, share) in workspace.Direct(word)) most = Math.Max(most, share);
        foreach (ref readonly var visit in CollectionsMarshal.AsSpan(workspace.Visits(word)))
            if (visit.Share < most * Well) less = Math.Max(less, visit.Share);
        foreach (var (_, share) in workspace.Direct(word))
            if (share < most * Well) less = Math.Max(less, share);
        return new((ushort)held, (ushort)heldWell, less / shape.Weight, most / shape.Weight, shape.Weight, shape.Proof);
    }

    /// <summary>The bit of names that hold so much of it.</summary>
    public ushort BitOf(float share) => share < LikenessWell * Weight * Well ? Held : HeldWell;

    /// <summary>How alike the word is at most in names with these bits.</summary>
    public float LikenessIn(int bits) => (bits & HeldWell) != 0 ? LikenessWell : (bits & Held) != 0 ? Likeness : 0;
}

/// <summary>
/// Which names can reach the threshold, told by nothing but the words of the query that they may hold, each a bit or two. Whatever the names, there
/// are few such sets of bits, so each is judged once.
/// </summary>
readonly ref struct Reach
{
    /// <summary>Bits for words; words beyond them share theirs.</summary>
    public const int Bits = 15;

    /// <summary>The bit of names that may hold one word for several: of those nobody knows how long they may be.</summary>
    public const ushort Compound = 1 << Bits;

    // In a table of limits.
    const ushort Unknown = default, Never = 1, Longest = Never + 1 + byte.MaxValue;

    readonly Span<HeldWord> words;
    readonly Span<ushort> limits;
    readonly float share, proof, likeness, total, numbers, threshold;
    readonly NameWeights weights;

    /// <param name="query">The query.</param>
    /// <param name="workspace">With what is to be visited.</param>
    /// <param name="words">Room for each word of the query.</param>
    /// <param name="threshold">What the score of a name must reach.</param>
    /// <param name="weights">The matcher's numbers.</param>
    public Reach(QueryReading query, Workspace workspace, Span<HeldWord> words, float threshold, NameWeights weights)
    {
        this.words = words;
        (this.threshold, this.weights, total, numbers) = (threshold, weights, query.Total, query.Numbers);
        var left = 0;
        for (var i = 0; i < words.Length; i++)
            if (query.Proves(i)) left++;
        var bit = 0;
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = default;
            // A title or legal form of the query may be a name word of the other side.
            if (!query.Proves(i)) { likeness++; continue; }
            ref readonly var shape = ref query.View.Words[i];
            // Any name may hold a word with that initial, or the words that these initials stand for.
            if (shape.Role == TokenRole.Initial || Abbreviations.LooksLikeInitials(query.View.Form(i)))
                (share, proof, likeness) = (share + shape.Weight, proof + shape.Proof, likeness + 1);
            var (held, more) = (bit++ % Bits, bit + left <= Bits);
            words[i] = HeldWord.Of(workspace, i, shape, 1 << held, 1 << (more ? bit++ : held));
            left--;
        }
        limits = workspace.Limits.AsSpan(0, 1 << Math.Min(bit, Bits));
        limits.Clear();
        limits[0] = Never;    // who holds nothing is not looked at
    }

    /// <summary>What is held of the words.</summary>
    public ReadOnlySpan<HeldWord> Words => words;

    /// <summary>Whether names with these bits can reach the threshold if they are no longer than needed.</summary>
    public bool Has(int bits) => LimitOf(bits & ~Compound) != Never;

    /// <summary>Whether a name can reach it.</summary>
    /// <param name="bits">What it holds.</param>
    /// <param name="length">How much its words weigh, see <see cref="NameLengths"/>.</param>
    public bool Has(int bits, byte length) => (bits & Compound) != 0 || length + Never < LimitOf(bits);

    int LimitOf(int bits)
    {
        ref var limit = ref limits[bits];
        if (limit == Unknown) limit = Limit(bits);
        return limit;
    }

    ushort Limit(int bits)
    {
        var (held, proved, alike) = (share, proof, likeness);
        foreach (ref readonly var word in words)
        {
            var part = word.LikenessIn(bits);
            (held, proved, alike) = (held + part * word.Weight, proved + part * word.Proof, alike + part);
        }
        var left = NameScorer.MostLeft(proved, total - held, numbers, threshold, weights);
        return left < 0 ? Never : (ushort)Math.Min(NameLengths.Steps * (left + alike) + Never + 1, Longest);
    }
}
