using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Matching;

/// <summary>A word of a name as the scorer sees it.</summary>
/// <param name="Role">What it is in the name.</param>
/// <param name="Weight">How much it proves, 0..1.</param>
/// <param name="First">Its first letter.</param>
/// <param name="Class">Hash of its class; 0 where it has none.</param>
readonly record struct Shape(TokenRole Role, float Weight, byte First, uint Class)
{
    public static Shape Of(Word word, WordWeights weights) =>
        new(word.Role, WeightOf(word.Role, word.Rarity, weights), word.Forms[0][0], word.Class);

    public static Shape Of(in WordRecord word, ReadOnlySpan<byte> form, WordWeights weights) =>
        new(word.Role, WeightOf(word.Role, word.Rarity, weights), form[0], word.Class);

    /// <summary>Words that prove something; titles, particles and legal forms hardly do.</summary>
    public bool Counts => Role is TokenRole.Name or TokenRole.Initial or TokenRole.Number;

    static float WeightOf(TokenRole role, byte rarity, WordWeights weights) => role switch
    {
        TokenRole.Initial => weights.Initial,
        TokenRole.Number => weights.Number,
        _ => weights.Common + (1 - weights.Common) * rarity / 255,
    };

    /// <summary>How much the words of a name prove together: those that count, or all where none does.</summary>
    public static float Total(ReadOnlySpan<Shape> name)
    {
        float counting = 0, all = 0;
        foreach (var shape in name)
        {
            all += shape.Weight;
            if (shape.Counts) counting += shape.Weight;
        }
        return counting > 0 ? counting : all;
    }
}
