using System.Collections.Frozen;

namespace Ostrakon.Lists;

/// <summary>What the published lists are called (<c>list-titles.tsv</c>).</summary>
public static class ListTitles
{
    static readonly FrozenDictionary<string, string> All =
        EmbeddedText.Rows("Lists/list-titles.tsv").ToFrozenDictionary(static row => row[0], static row => row[1], StringComparer.Ordinal);

    /// <summary>The list's title; its id where it is the user's own.</summary>
    public static string Of(string list) => All.GetValueOrDefault(list, list);
}
