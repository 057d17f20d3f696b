using Ostrakon.Documents.Text;
using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>The words of the language: a name made of them proves little, and in a headline they are no part of a name. Immutable.</summary>
static class CommonWords
{
    static readonly Lazy<HashSet<ulong>> Words = new(() => [.. Resources.Lines("Mentions/common-words.txt").SelectMany(l => l.Split(' ')).Select(w => TextWords.Key(w))]);

    /// <summary>Whether a word, or what is left of it without a common ending, is in the language.</summary>
    public static bool Has(ReadOnlySpan<char> word)
    {
        if (Words.Value.Contains(TextWords.Key(word))) return true;
        foreach (var ending in (ReadOnlySpan<string>)["s", "es", "ed", "d", "ing", "ly", "er"])
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && Words.Value.Contains(TextWords.Key(word[..^ending.Length]))) return true;
        return false;
    }
}
