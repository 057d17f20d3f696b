using System.Collections.Immutable;

namespace Ostrakon.Lists.Reading;

/// <summary>The words with which a list's free text links a party to another, and the kind of link they state (<c>link-words.tsv</c>).</summary>
static class LinkWords
{
    static readonly ImmutableArray<(string Words, string Kind)> All =
        [.. EmbeddedText.Rows("Lists/Reading/link-words.tsv").Select(row => (row[0], row[1]))];

    /// <summary>
    /// The kind of the link to a party named just before <paramref name="end"/>: decided by the link words nearest to it in the same
    /// sentence; "linked-to" where there are none. An enumeration carries its words on to each of its members.
    /// </summary>
    public static string KindBefore(string text, int end)
    {
        var start = text.LastIndexOf(". ", Math.Max(0, end - 1), StringComparison.Ordinal) + 1;
        var sentence = text.AsSpan(start, end - start);
        var (best, kind) = (-1, "linked-to");
        foreach (var (words, k) in All)
            if (LastWord(sentence, words) is var at && at > best) (best, kind) = (at, k);
        return kind;
    }

    /// <summary>Where the words last stand as whole words ("head of", but not in "ahead of"); -1 where they do not.</summary>
    static int LastWord(ReadOnlySpan<char> sentence, string words)
    {
        for (var end = sentence.Length; sentence[..end].LastIndexOf(words, StringComparison.OrdinalIgnoreCase) is >= 0 and var at; end = at + words.Length - 1)
        {
            var after = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(sentence[at - 1])) && (after == sentence.Length || !char.IsLetterOrDigit(sentence[after]))) return at;
        }
        return -1;
    }
}
