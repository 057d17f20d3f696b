using Ostrakon.Names;

namespace Ostrakon.Index;

/// <summary>How much a word proves: a rare name identifies, "Mohammed", "Trading" or "Bank" hardly do.</summary>
static class Rarity
{
    /// <summary>0 (proves nothing) to 255 (rare).</summary>
    public static byte Of(NameToken token) => 255;
}
