using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>A word of a name as the scorer sees it.</summary>
/// <param name="Role">What it is in the name.</param>
/// <param name="Weight">How much is lost where it has no counterpart, 0..1.</param>
/// <param name="Proof">How much its agreement proves, no more than <paramref name="Weight"/>.</param>
/// <param name="Start">Where its usual form begins in the text of the <see cref="NameView"/>.</param>
/// <param name="Length">Letters of that form.</param>
/// <param name="IsDescent">Whether it says that what follows is the father (bin, ibn, ben).</param>
readonly record struct Shape(TokenRole Role, float Weight, float Proof, ushort Start, byte Length, bool IsDescent)
{
    /// <summary>Words that prove something; titles, particles and legal forms hardly do.</summary>
    public bool Counts => IsCounted(Role);

    public static bool IsCounted(TokenRole role) => role is TokenRole.Name or TokenRole.Initial or TokenRole.Number;

    public static Shape Of(TokenRole role, byte rarity, bool translated, uint group, int start, int length, WordWeights weights)
    {
        var weight = WeightOf(role, rarity, translated, weights);
        var proof = role switch
        {
            TokenRole.Initial => weights.InitialProof,
            TokenRole.Number => weights.NumberProof,
            _ => weights.CommonProof + (1 - weights.CommonProof) * rarity / byte.MaxValue,
        };
        return new(role, weight, Math.Min(proof, weight), (ushort)start, (byte)length, group == Word.Descent);
    }

    public static float WeightOf(TokenRole role, byte rarity, bool translated, WordWeights weights) => role switch
    {
        TokenRole.Initial => weights.Initial,
        TokenRole.Number => weights.Number,
        _ => (translated ? weights.Translated : 1) * (weights.Common + (1 - weights.Common) * rarity / byte.MaxValue),
    };
}

/// <summary>A name laid out for the scorer: its words, and their usual forms one behind the other, so that joined words are slices.</summary>
readonly ref struct NameView(ReadOnlySpan<Shape> words, ReadOnlySpan<byte> text, bool person)
{
    public ReadOnlySpan<Shape> Words { get; } = words;
    public ReadOnlySpan<byte> Text { get; } = text;

    /// <summary>Whether it is known to be a person's name: those have no acronyms.</summary>
    public bool Person { get; } = person;

    public ReadOnlySpan<byte> Form(int word) => Text.Slice(Words[word].Start, Words[word].Length);

    /// <summary>Neighbouring words written as one.</summary>
    public ReadOnlySpan<byte> Joined(int first, int count) =>
        Text[Words[first].Start..(Words[first + count - 1].Start + Words[first + count - 1].Length)];

    /// <summary>Whether any word counts; where none does, all do.</summary>
    public bool AnyCounts
    {
        get
        {
            foreach (ref readonly var word in Words)
                if (word.Counts) return true;
            return false;
        }
    }

    /// <summary>How much the words prove together.</summary>
    public float Total
    {
        get
        {
            var any = AnyCounts;
            var total = 0f;
            foreach (ref readonly var word in Words)
                if (!any || word.Counts) total += word.Weight;
            return total;
        }
    }
}
