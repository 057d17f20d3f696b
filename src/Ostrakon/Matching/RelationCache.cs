using System.Collections.Concurrent;

namespace Ostrakon.Matching;

/// <summary>An indexed word that is like a word of a query.</summary>
readonly record struct Relation(int Word, Likeness Likeness);

/// <summary>
/// Which indexed words the words of earlier queries were like: names of customers repeat ("Maria", "Trading"), and to find what is like a
/// word costs more than all that follows. Bounded; what is forgotten is found again. Safe for any number of threads.
/// </summary>
sealed class RelationCache
{
    // In each of two generations.
    const int MostRelations = 700_000;

    ConcurrentDictionary<string, Relation[]> young = new(StringComparer.Ordinal), old = new(StringComparer.Ordinal);
    int relations;

    public bool TryGet(string word, out Relation[] found)
    {
        if (young.TryGetValue(word, out found!)) return true;
        if (!old.TryGetValue(word, out found!)) return false;
        Add(word, found);    // what is asked again stays
        return true;
    }

    public void Add(string word, Relation[] found)
    {
        if (Interlocked.Add(ref relations, found.Length + 8) > MostRelations)
        {
            Volatile.Write(ref relations, 0);
            old = young;
            young = new(StringComparer.Ordinal);
        }
        young.TryAdd(word, found);
    }
}
