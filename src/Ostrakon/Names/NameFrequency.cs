using System.Globalization;

namespace Ostrakon.Names;

/// <summary>How common a word is in names: "Mohammed", "Trading" or "Kim" prove little, a rare word much. Safe to call from several threads.</summary>
public static class NameFrequency
{
    // The count at which a word proves nothing any more, as the table writes it.
    const float Commonest = 110;

    static readonly Lazy<Dictionary<string, float>> Counts = new(Load);

    /// <summary>
    /// 0 (not among the common words) to 1 (as common as any), on a logarithmic scale; the commonest of the word's spellings counts.
    /// The sources are named in the head of the table.
    /// </summary>
    public static float Of(NameToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var best = Of(token.Text);
        foreach (var variant in token.Variants) best = Math.Max(best, Of(variant));
        return best;
    }

    /// <summary>The same for one romanised word.</summary>
    public static float Of(ReadOnlySpan<char> word) =>
        Counts.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var frequency) ? frequency : 0;

    static Dictionary<string, float> Load()
    {
        var counts = new Dictionary<string, float>();
        foreach (var line in TableFile.Lines("frequency"))
        {
            var tab = line.IndexOf('\t');
            counts[line[..tab]] = Math.Min(1, float.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture) / Commonest);
        }
        return counts;
    }
}
