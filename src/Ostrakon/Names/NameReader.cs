using System.Collections.Immutable;

namespace Ostrakon.Names;

/// <summary>
/// Reads names: the one pipeline for listed names, queries and document text. Never throws on any text; the same text gives the same
/// reading on every machine. Safe to call from several threads.
/// </summary>
/// <remarks>
/// Bounds: the first <see cref="MaxLength"/> characters of a name and its first <see cref="MaxTokens"/> words are read, and the first
/// <see cref="MaxWord"/> letters of a word. Canonical form of given names in syllables: as written in Latin (a hyphen or blank
/// separates words); Hangul names are cut into family name and single syllables; Han names into family name and joined given name.
/// </remarks>
public static class NameReader
{
    /// <summary>How many UTF-16 characters of a name are read.</summary>
    public const int MaxLength = 1024;
    /// <summary>How many words of a name are read.</summary>
    public const int MaxTokens = 64;
    /// <summary>How many letters of a word are read.</summary>
    public const int MaxWord = 64;

    /// <summary>
    /// The readings of a name, the main one first; at least one. Further readings only where the script truly has several.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static ImmutableArray<NameReading> Read(string name, NameSort sort)
    {
        ArgumentNullException.ThrowIfNull(name);
        Span<char> letters = stackalloc char[MaxLength + 2 * MaxWord];
        Span<RawWord> words = stackalloc RawWord[MaxTokens];
        words = words[..new WordSplitter(name, letters, words).Split()];
        var reader = new TokenReader(name, sort, letters, words);
        foreach (ref readonly var word in words)
            if (word.Script == Script.Han) return InEveryLanguage(name, words.Length, reader);
        if (reader.MayBeChineseInHangul) return InHangul(name, reader);
        var usual = new NameReading(name, reader.Read(HanStyle.Mandarin));
        IEnumerable<ImmutableArray<NameToken>> others = Alternatives.Of(name, usual.Tokens, sort);
        if (reader.HoldsCompound) others = others.Append(reader.Read(HanStyle.Mandarin, whole: true));
        if (reader.HoldsAbbreviation) others = others.Append(reader.Read(HanStyle.Mandarin, abbreviated: true));
        if (reader.ChineseInWadeGiles() is { IsDefault: false } chinese) others = others.Append(chinese);
        return [usual, .. others.Select(tokens => new NameReading(name, tokens))];
    }

    static ImmutableArray<NameReading> InEveryLanguage(string name, int words, TokenReader reader)
    {
        var readings = ImmutableArray.CreateBuilder<NameReading>();
        // Several words are a foreign name: Chinese ones are written in one.
        ReadOnlySpan<HanStyle> styles = words > 1 ? [HanStyle.Foreign, HanStyle.Mandarin, HanStyle.Cantonese, HanStyle.Korean, HanStyle.Japanese]
            : [HanStyle.Mandarin, HanStyle.Foreign, HanStyle.Cantonese, HanStyle.Korean, HanStyle.Japanese];
        foreach (var style in styles)
            if (reader.Read(style) is { IsDefault: false } tokens && !readings.Any(r => SameWords(r.Tokens, tokens)))
                readings.Add(new NameReading(name, tokens));
        return readings.DrainToImmutable();
    }

    /// <summary>A name in Hangul is Korean, foreign, or Chinese in one of two ways.</summary>
    static ImmutableArray<NameReading> InHangul(string name, in TokenReader reader)
    {
        var readings = ImmutableArray.CreateBuilder<NameReading>();
        foreach (var tokens in (ReadOnlySpan<ImmutableArray<NameToken>>)[reader.Read(HanStyle.Korean), reader.Read(HanStyle.Foreign),
            reader.ChineseInHangul(bySound: true), reader.ChineseInHangul(bySound: false)])
            if (!tokens.IsDefaultOrEmpty && !readings.Any(r => SameWords(r.Tokens, tokens))) readings.Add(new NameReading(name, tokens));
        return readings.DrainToImmutable();
    }

    static bool SameWords(ImmutableArray<NameToken> one, ImmutableArray<NameToken> other) =>
        one.Length == other.Length && one.Zip(other).All(pair => pair.First.Text == pair.Second.Text && pair.First.Variants.SequenceEqual(pair.Second.Variants));
}
