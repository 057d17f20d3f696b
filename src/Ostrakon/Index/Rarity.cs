using Ostrakon.Names;

namespace Ostrakon.Index;

/// <summary>
/// How much a word proves: a rare name identifies, "Mohammed", "Trading" or "Bank" hardly do. The same without any list, so that two names
/// score alike wherever they are compared.
/// </summary>
static class Rarity
{
    /// <summary>0 (as common as can be) to 255 (rare).</summary>
    public static byte Of(NameToken token) => (byte)MathF.Round(byte.MaxValue * (1 - NameFrequency.Of(token)));
}
