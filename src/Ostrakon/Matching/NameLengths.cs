using Ostrakon.Index;

namespace Ostrakon.Matching;

/// <summary>
/// How much the words of each name weigh together, at least: what thousands of names are told apart by stands close together.
/// </summary>
static class NameLengths
{
    /// <summary>A full word.</summary>
    public const int Steps = 16;

    /// <summary>Of all names, in <see cref="Steps"/>, rounded down.</summary>
    public static byte[] Of(NameIndex index, WordWeights weights)
    {
        var lengths = new byte[index.Names.Length];
        for (var n = 0; n < lengths.Length; n++) lengths[n] = (byte)Math.Min(Of(index.Names[n], weights) * Steps, byte.MaxValue);
        return lengths;
    }

    /// <summary>Of one name.</summary>
    public static float Of(in NameRecord name, WordWeights weights) =>
        name.NameWords * weights.Common + (1 - weights.Common) * name.Rarity - (1 - weights.Translated) * name.TranslatedWords
        + name.Initials * weights.Initial + name.Numbers * weights.Number;
}
