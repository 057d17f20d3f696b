using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Documents.Mentions;

/// <summary>A small table of phrases of running text with a value each. Immutable.</summary>
sealed class Phrasebook<T>
{
    readonly PhraseSlot[] slots;
    readonly T[] values;

    public Phrasebook(IEnumerable<(string Phrase, T Value)> phrases)
    {
        var builder = new PhraseTableBuilder<T>();
        foreach (var (phrase, value) in phrases) builder.Add(Array.ConvertAll(TextWords.Read(phrase), w => w.Key), value);
        (slots, values) = builder.Build();
    }

    /// <summary>The number of words of the longest phrase that begins at a word, 0 where none does; its first value.</summary>
    public int Longest(ReadOnlySpan<TextWord> words, int at, out T? value)
    {
        var table = new PhraseTable(slots);
        var length = 0;
        value = default;
        ulong phrase = 0;
        for (var i = at; i < words.Length && (i == at || words[i].Before <= Gap.Blank); i++)
        {
            phrase = PhraseTable.Extend(phrase, words[i].Key);
            if (!table.TryFind(phrase, out var slot)) break;
            if (slot.Count > 0) (length, value) = (i + 1 - at, values[slot.First]);
            if (words[i].Possessive) break;
        }
        return length;
    }
}
