using System.Runtime.InteropServices;

namespace Ostrakon.Index;

/// <summary>Lists of numbers one behind the other, and where each begins.</summary>
static class NumberLists
{
    /// <summary>Adds the lists: of each key its values, in the order given.</summary>
    /// <param name="builder">Where the sections go.</param>
    /// <param name="name">The section of the numbers; where each list begins is in a second one with <c>.at</c> behind the name.</param>
    /// <param name="lists">How many lists there are.</param>
    /// <param name="pairs">A list (the key) and a number on it.</param>
    public static void Write(SnapshotBuilder builder, string name, int lists, List<KeyValue> pairs)
    {
        var at = new int[lists + 1];
        var all = CollectionsMarshal.AsSpan(pairs);
        foreach (var pair in all) at[pair.Key + 1]++;
        for (var i = 1; i <= lists; i++) at[i] += at[i - 1];
        var numbers = new int[all.Length];
        var next = at.AsSpan(0, lists).ToArray();
        foreach (var pair in all) numbers[next[pair.Key]++] = pair.Value;
        builder.Add(name + ".at", at);
        builder.Add(name, numbers);
    }
}
