using System.Collections.Frozen;

namespace Ostrakon.Lists;

/// <summary>What the published lists are called (<c>list-titles.tsv</c>).</summary>
public static class ListTitles
{
    static readonly FrozenDictionary<string, string> All =
        EmbeddedText.Rows("Lists/list-titles.tsv").ToFrozenDictionary(static row => row[0], static row => row[1], StringComparer.Ordinal);

    static readonly FrozenDictionary<string, int> Places =
        EmbeddedText.Rows("Lists/list-titles.tsv").Select(static (row, i) => (row[0], i)).ToFrozenDictionary(static p => p.Item1, static p => p.i, StringComparer.Ordinal);

    /// <summary>The fixed order of lists: published ones as in the table, then the user's own by id.</summary>
    public static Comparer<string> Order { get; } = Comparer<string>.Create(static (a, b) =>
        Places.GetValueOrDefault(a, int.MaxValue).CompareTo(Places.GetValueOrDefault(b, int.MaxValue)) is not 0 and var order ? order : string.CompareOrdinal(a, b));

    /// <summary>The list's title; its id where it is the user's own.</summary>
    public static string Of(string list) => All.GetValueOrDefault(list, list);
}
