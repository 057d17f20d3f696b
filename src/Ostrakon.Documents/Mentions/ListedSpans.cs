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
        var words = text.Words;
        for (var i = 0; i < words.Length; i++)
        {
            ulong phrase = 0;
            var end = 0;
            for (var k = i; k < words.Length && (k == i || words[k].Before <= Gap.Comma); k++)
            {
                phrase = PhraseTable.Extend(phrase, words[k].Key);
                if (!phrases.TryFind(phrase, out var next)) break;
                if (next.Count > 0) end = k + 1;
                if (words[k].Possessive) break;
            }
            if (end > 0 && IsWritten(text, i, end)) found.Add(new(i, end, null) { IsListed = true });
        }
        return found;
    }

    /// <summary>A listed name in small letters is an ordinary phrase, and so is an opener or a weekday.</summary>
    static bool IsWritten(MarkedText text, int first, int end)
    {
        var capitals = 0;
        for (var i = first; i < end; i++)
            if (text.IsCapital(i) || text.Words[i].Shape is WordShape.Caseless) capitals++;
        return capitals * 2 >= end - first && (end - first > 1 || !text.Is(first, Cue.Opener | Cue.Never));
    }
}
