using System.Collections.Frozen;

namespace Ostrakon.Documents.Text;

/// <summary>A set of words that is asked with spans; case does not count unless a comparer says so. Immutable.</summary>
sealed class WordList
{
    readonly FrozenSet<string> words;
    readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public WordList(IEnumerable<string> words, StringComparer? comparer = null)
    {
        this.words = words.ToFrozenSet(comparer ?? StringComparer.OrdinalIgnoreCase);
        lookup = this.words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words of an embedded file: words apart by white space, "#" opens a comment.</summary>
    public static WordList Load(string resource, StringComparer? comparer = null) =>
        new(Resources.Lines(resource).SelectMany(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), comparer);

    public bool Contains(ReadOnlySpan<char> word) => lookup.Contains(word);
}
