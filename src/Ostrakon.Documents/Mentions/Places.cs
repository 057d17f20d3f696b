using Ostrakon.Documents.Text;
using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>Cities, provinces, regions and seas by name: places.tsv. Immutable.</summary>
static class Places
{
    static readonly Lazy<Phrasebook<string>> Book = new(() => new(Resources.Lines("Mentions/places.tsv").Select(l => l.Split('\t'))
        .SelectMany(c => c[1].Split('|').Select(n => (n, c[0])))));

    /// <summary>The number of words of the longest place name that begins at a word, 0 where none does.</summary>
    public static int Longest(ReadOnlySpan<TextWord> words, int at) =>
        words[at].Shape is WordShape.Capital or WordShape.Upper or WordShape.Mixed ? Book.Value.Longest(words, at, out _) : 0;
}
