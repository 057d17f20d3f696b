using Ostrakon.Names;

namespace Ostrakon.Index;

/// <summary>
/// How much a word proves: a rare name identifies, "Mohammed", "Trading" or "Bank" hardly do. The same without any list, so that two names
/// score alike wherever they are compared.
/// </summary>
static class Rarity
{
    /// <summary>0 (as common as can be) to 255 (rare).</summary>
    public static byte Of(NameToken token)
    {
        if (Compound.IsEnd(token)) return 0;
        var frequency = NameFrequency.Of(token);
        // A translated word is as common as the English one that its class is called by; a phrase as its rarest word.
        if (token is { Role: TokenRole.Name, Class: { } name } && Lexicon.IsTranslated(name)) frequency = Math.Max(frequency, OfPhrase(name));
        return (byte)MathF.Round(byte.MaxValue * (1 - frequency));
    }

    static float OfPhrase(ReadOnlySpan<char> words)
    {
        var rarest = 1f;
        foreach (var range in words.Split('-')) rarest = Math.Min(rarest, NameFrequency.Of(words[range]));
        return rarest;
    }
}
