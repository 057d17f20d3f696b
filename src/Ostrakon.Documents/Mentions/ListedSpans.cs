using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>List first: the spans that are written like a listed name, found by walking the snapshot's phrases.</summary>
static class ListedSpans
{
    /// <summary>The longest listed phrase at each word, in text order; they may overlap.</summary>
    public static List<NameSpan> Find(MarkedText text, Snapshot snapshot)
    {
        var found = new List<NameSpan>();
        var phrases = snapshot.Phrases;
        var values = snapshot.ListedPhrases;
        var words = text.Words;
        for (var i = 0; i < words.Length; i++)
        {
            ulong phrase = 0;
            var (end, slot) = (0, default(PhraseSlot));
            for (var k = i; k < words.Length && (k == i || words[k].Before <= Gap.Comma); k++)
            {
                phrase = PhraseTable.Extend(phrase, words[k].Key);
                if (!phrases.TryFind(phrase, out var next)) break;
                if (next.Count > 0) (end, slot) = (k + 1, next);
                if (words[k].Possessive) break;
            }
            if (end > 0) found.Add(new(i, end, null) { Listed = values.Slice(slot.First, slot.Count).ToArray() });
        }
        return found;
    }
}
