using System.Numerics;

namespace Ostrakon.Index;

/// <summary>Collects phrases with a value each and lays them out as a <see cref="PhraseTable"/>. For one thread.</summary>
public sealed class PhraseTableBuilder<T>
{
    readonly Dictionary<ulong, List<T>> phrases = [];

    /// <summary>Adds a phrase; the same phrase may have many values, and an equal value is kept once.</summary>
    public void Add(IReadOnlyList<ulong> words, T value)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.Count == 0) return;
        ulong phrase = 0;
        List<T> values = [];
        foreach (var word in words)
        {
            phrase = PhraseTable.Extend(phrase, word);
            if (!phrases.TryGetValue(phrase, out values!)) phrases[phrase] = values = [];
        }
        if (!values.Contains(value)) values.Add(value);
    }

    /// <summary>The slots and the values that they point to. The same phrases in the same order give the same arrays.</summary>
    public (PhraseSlot[] Slots, T[] Values) Build()
    {
        var slots = new PhraseSlot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, phrases.Count * 3 / 2))];
        var all = new List<T>();
        var mask = slots.Length - 1;
        foreach (var (phrase, values) in phrases)
        {
            var i = (int)(phrase >> 20) & mask;
            while (slots[i].Phrase != 0) i = (i + 1) & mask;
            slots[i] = new(phrase, all.Count, values.Count);
            all.AddRange(values);
        }
        return (slots, [.. all]);
    }
}
