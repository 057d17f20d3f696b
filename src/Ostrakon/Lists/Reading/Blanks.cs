using System.Diagnostics.CodeAnalysis;

namespace Ostrakon.Lists.Reading;

/// <summary>Official files wrap and indent their text; a value is one line.</summary>
static class Blanks
{
    /// <summary>The text with every run of blanks and line breaks as one blank, none at its ends; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Collapse(string? text)
    {
        if (text is null) return null;
        text = text.Trim();
        return IsCollapsed(text) ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    static bool IsCollapsed(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || text[i + 1] == ' ')) return false;
        return true;
    }
}
