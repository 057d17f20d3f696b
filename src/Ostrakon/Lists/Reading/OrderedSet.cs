namespace Ostrakon.Lists.Reading;

/// <summary>Items in the order in which they first came; one that comes again is left out. For one thread.</summary>
sealed class OrderedSet<T>
{
    readonly HashSet<T> known = [];

    /// <summary>What was added so far.</summary>
    public List<T> Items { get; } = [];

    /// <summary>Adds an item, once.</summary>
    public void Add(T item)
    {
        if (known.Add(item)) Items.Add(item);
    }
}
