using System.Collections.Immutable;

namespace Ostrakon.Names;

/// <summary>Collects the spellings of a word, each once, in order.</summary>
struct Spellings
{
    /// <summary>How many are kept.</summary>
    public const int Most = 10;
    [System.Runtime.CompilerServices.InlineArray(Most)]
    struct Slots { string _first; }

    Slots _slots;
    int _count;

    public readonly int Count => _count;

    /// <summary>Adds a spelling unless it is empty, already there, or one too many.</summary>
    public void Add(ReadOnlySpan<char> spelling)
    {
        if (spelling.IsEmpty || _count == Most) return;
        for (var i = 0; i < _count; i++)
            if (spelling.SequenceEqual(_slots[i])) return;
        _slots[_count++] = new string(spelling);
    }

    /// <summary>Adds what each scheme of a table makes of a word.</summary>
    public void AddAll(RuleTable table, ReadOnlySpan<char> word)
    {
        Span<char> output = stackalloc char[NameReader.MaxWord * 5];
        for (var column = 0; column < table.Columns; column++)
            Add(output[..table.Rewrite(word, column, output)]);
    }

    public readonly ImmutableArray<string> ToArray()
    {
        var array = new string[_count];
        for (var i = 0; i < _count; i++) array[i] = _slots[i];
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(array);
    }
}
