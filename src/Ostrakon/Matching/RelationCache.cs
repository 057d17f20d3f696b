using System.Collections.Concurrent;

namespace Ostrakon.Matching;

/// <summary>An indexed word that is like a word of a query.</summary>
readonly record struct Relation(int Word, Likeness Likeness);

/// <summary>What is like one word of a query, whatever stands beside it.</summary>
/// <param name="words">The indexed words that are like it, the most alike first.</param>
sealed class Relatives(Relation[] words)
{
    public Relation[] Words { get; } = words;

    /// <summary>Names that may hold it as two or three words; null until somebody looked for them.</summary>
    public int[]? Split { get; set; }
}

/// <summary>
/// What the words of earlier queries were like: names of customers repeat ("Maria", "Trading"), and to find what is like a
/// word costs more than all that follows. Bounded; what is forgotten is found again. Safe for any number of threads.
/// </summary>
sealed class RelationCache
{
    // In each of two generations.
    const int MostRelations = 700_000;

    ConcurrentDictionary<string, Relatives> young = new(StringComparer.Ordinal), old = new(StringComparer.Ordinal);
    int relations;

    public bool TryGet(string word, out Relatives found)
    {
        if (young.TryGetValue(word, out found!)) return true;
        if (!old.TryGetValue(word, out found!)) return false;
        Add(word, found);    // what is asked again stays
        return true;
    }

    public void Add(string word, Relatives found)
    {
        if (Interlocked.Add(ref relations, found.Words.Length + 8) > MostRelations)
        {
            Volatile.Write(ref relations, 0);
            old = young;
            young = new(StringComparer.Ordinal);
        }
        young.TryAdd(word, found);
    }
}
