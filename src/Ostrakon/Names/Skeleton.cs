namespace Ostrakon.Names;

/// <summary>The phonetic key of a romanised word.</summary>
static class Skeleton
{
    static readonly RuleTable Rules = RuleTable.Load("skeleton");

    /// <summary>The key; empty for a word without any letter that sounds.</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[NameReader.MaxWord * 2];
        var length = Rules.Rewrite(word, 0, key);
        var kept = 0;
        for (var i = 0; i < length; i++)
            if (kept == 0 || key[kept - 1] != key[i] || char.IsAsciiDigit(key[i])) key[kept++] = key[i];
        return new string(key[..kept]);
    }
}
