using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Ostrakon.Names;

namespace Ostrakon.Index;

/// <summary>
/// How much a word proves: a rare name identifies, "Mohammed", "Trading" or "Bank" hardly do. By the logarithm of its share of names: a word
/// in one of 25 names proves nothing more, one in less than 2,500 names is rare. The same without any list, so that two names score alike
/// wherever they are compared.
/// </summary>
static class Rarity
{
    const double Commonest = 4000, Rarest = 40;

    static readonly Lazy<FrozenDictionary<string, byte>> Common = new(Load);

    /// <summary>0 (as common as can be) to 255 (rare).</summary>
    public static byte Of(NameToken token) => Common.Value.GetValueOrDefault(token.Text, byte.MaxValue);

    static FrozenDictionary<string, byte> Load()
    {
        var rarities = new Dictionary<string, byte>(StringComparer.Ordinal);
        using var stream = typeof(Rarity).Assembly.GetManifestResourceStream("Index/common-words.tsv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var tab = line.IndexOf('\t');
            var share = Math.Clamp(int.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture), Rarest, Commonest);
            rarities[line[..tab]] = (byte)Math.Round(255 * Math.Log(Commonest / share) / Math.Log(Commonest / Rarest));
        }
        return rarities.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
