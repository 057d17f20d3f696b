using System.Text.RegularExpressions;

namespace Ostrakon.Lists.Reading;

/// <summary>Official files wrap and indent their text; a value is one line.</summary>
static partial class Blanks
{
    /// <summary>The text with every run of blanks and line breaks as one blank, none at its ends; null stays null.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Collapse(string? text) => text is null ? null : Runs().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Runs();
}
