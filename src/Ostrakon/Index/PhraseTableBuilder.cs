using System.Numerics;
using System.Runtime.InteropServices;

namespace Ostrakon.Index;

/// <summary>Collects phrases with a value each and lays them out as a <see cref="PhraseTable"/>. For one thread.</summary>
public sealed class PhraseTableBuilder<T>
{
    readonly Dictionary<ulong, int> numbers = [];
    readonly List<Phrase> phrases = [];
    readonly List<(T Value, int Next)> values = [];

    /// <summary>Adds a phrase; the same phrase may have many values, and an equal value is kept once.</summary>
    public void Add(ReadOnlySpan<ulong> words, T value)
    {
        if (words.IsEmpty) return;
        ulong hash = 0;
        var phrase = 0;
        foreach (var word in words)
        {
            hash = PhraseTable.Extend(hash, word);
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, hash, out var known);
            if (!known)
            {
                number = phrases.Count;
                phrases.Add(new(hash, None, None, 0));
            }
            phrase = number;
        }
        Append(ref CollectionsMarshal.AsSpan(phrases)[phrase], value);
    }

    const int None = -1;

    void Append(ref Phrase phrase, T value)
    {
        for (var at = phrase.First; at != None; at = values[at].Next)
            if (EqualityComparer<T>.Default.Equals(values[at].Value, value)) return;
        if (phrase.First == None) phrase.First = values.Count;
        else CollectionsMarshal.AsSpan(values)[phrase.Last].Next = values.Count;
        phrase.Last = values.Count;
        phrase.Count++;
        values.Add((value, None));
    }

    /// <summary>The slots and the values that they point to. The same phrases in the same order give the same arrays.</summary>
    public (PhraseSlot[] Slots, T[] Values) Build()
    {
        var slots = new PhraseSlot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, phrases.Count * 3 / 2))];
        var all = new T[values.Count];
        var filled = 0;
        var mask = slots.Length - 1;
        foreach (var phrase in CollectionsMarshal.AsSpan(phrases))
        {
            var i = (int)(phrase.Hash >> 20) & mask;
            while (slots[i].Phrase != 0) i = (i + 1) & mask;
            slots[i] = new(phrase.Hash, filled, phrase.Count);
            for (var at = phrase.First; at != None; at = values[at].Next) all[filled++] = values[at].Value;
        }
        return (slots, all);
    }

    /// <summary>A phrase or a prefix of one, with the chain of its values.</summary>
    record struct Phrase(ulong Hash, int First, int Last, int Count);
}
