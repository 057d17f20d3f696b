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
    const int MostRelations = 1_000_000;

    ConcurrentDictionary<string, Relation[]> known = new(StringComparer.Ordinal);
    int relations;

    public bool TryGet(string word, out Relation[] found) => known.TryGetValue(word, out found!);

    public void Add(string word, Relation[] found)
    {
        // All at once: to keep what is asked most would cost each question more than it saves.
        if (Interlocked.Add(ref relations, found.Length + 8) > MostRelations)
        {
            known = new(StringComparer.Ordinal);
            relations = 0;
        }
        known.TryAdd(word, found);
    }
}
