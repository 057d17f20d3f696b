namespace Ostrakon.Names;

/// <summary>Latvian and Lithuanian give every man's name an ending of their own ("Sergejs Lavrovs", "Sergejus Lavrovas").</summary>
static class BalticEnding
{
    const int ShortestRest = 4;

    static readonly Lazy<(string Ending, string Instead)[]> Endings =
        new(() => [.. TableFile.Rows("baltic").Select(r => (r[0], r[1])).OrderByDescending(e => e.Item1.Length)]);

    /// <summary>The folded word without the ending; null where it has none.</summary>
    public static string? Without(string word)
    {
        if (word.Length <= ShortestRest || word[^1] is not ('s' or 'a')) return null;
        foreach (var (ending, instead) in Endings.Value)
            if (word.EndsWith(ending, StringComparison.Ordinal)) return word.Length - ending.Length + instead.Length < ShortestRest ? null : string.Concat(word.AsSpan(0, word.Length - ending.Length), instead);
        return null;
    }
}
