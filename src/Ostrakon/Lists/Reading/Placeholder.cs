namespace Ostrakon.Lists.Reading;

/// <summary>Words that stand in a cell for "nothing is known"; they are no value.</summary>
static class Placeholder
{
    static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "na", "n/a", "-", "–", "unknown", "not known", "none", "not available", "不明", "なし", "不詳" };

    /// <summary>Whether the text is one of them.</summary>
    public static bool Is(string text) => Words.Contains(text.Trim().TrimEnd('.', '。'));
}
