using Ostrakon.Index;
using Ostrakon.Names;

namespace Ostrakon.Joins;

/// <summary>Entries of different lists with the same primary name: never joined by that alone, only suggested.</summary>
static class SameNames
{
    /// <summary>A name that more entries bear is too common to suggest anything.</summary>
    const int MostHolders = 8;

    public static IEnumerable<EntryLink> Of(ListedEntries entries, EntryAgreement agreement, Func<int, bool> counts)
    {
        var holders = Enumerable.Range(0, entries.Count).Where(counts)
            .GroupBy(i => (Key(entries[i].Caption), SchemaGroups.Of(entries[i].Schema)))
            .Where(static g => g.Key.Item1.Contains(' ', StringComparison.Ordinal) || g.Key.Item2 is SchemaGroup.Vessel or SchemaGroup.Aircraft);
        foreach (var same in holders.Select(static g => g.ToList()).Where(static g => g.Count is > 1 and <= MostHolders))
            for (var i = 0; i < same.Count; i++)
                for (var k = i + 1; k < same.Count; k++)
                    if (!entries.SameList(same[i], same[k]) && agreement.Contradiction(same[i], same[k]) is null)
                        yield return new(same[i], same[k], LinkKind.Suggested, 0, "the same primary name, which alone is no proof");
    }

    /// <summary>The folded words in alphabetical order.</summary>
    static string Key(string name)
    {
        var letters = Folding.Fold(name).ToCharArray();
        for (var i = 0; i < letters.Length; i++)
            if (!char.IsLetterOrDigit(letters[i])) letters[i] = ' ';
        var words = new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(words, StringComparer.Ordinal);
        return string.Join(' ', words);
    }
}
