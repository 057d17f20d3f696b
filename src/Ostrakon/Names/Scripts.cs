namespace Ostrakon.Names;

/// <summary>Which script a letter belongs to, by Unicode block.</summary>
static class Scripts
{
    // First code point of each range and its script; a range ends where the next begins.
    static readonly (int First, Script Script)[] Ranges =
    [
        (0x0000, Script.Latin), (0x0370, Script.Greek), (0x0400, Script.Cyrillic), (0x0530, Script.Armenian), (0x0590, Script.Hebrew),
        (0x0600, Script.Arabic), (0x0700, Script.Other), (0x0750, Script.Arabic), (0x0780, Script.Other), (0x08A0, Script.Arabic),
        (0x0900, Script.Devanagari), (0x0980, Script.Indic), (0x0E00, Script.Thai), (0x0E80, Script.Indic), (0x10A0, Script.Georgian),
        (0x1100, Script.Hangul), (0x1200, Script.Indic), (0x13A0, Script.Other), (0x1780, Script.Indic), (0x1800, Script.Other),
        (0x1C80, Script.Cyrillic), (0x1C90, Script.Georgian), (0x1CC0, Script.Other), (0x1D00, Script.Latin), (0x1F00, Script.Greek),
        (0x2000, Script.Latin), (0x2C00, Script.Other), (0x2C60, Script.Latin), (0x2C80, Script.Other), (0x2D00, Script.Georgian),
        (0x2D30, Script.Other), (0x2D80, Script.Indic), (0x2DE0, Script.Cyrillic), (0x2E00, Script.Han), (0x3040, Script.Kana),
        (0x3100, Script.Han), (0x3130, Script.Hangul), (0x3190, Script.Han), (0x31F0, Script.Kana), (0x3200, Script.Han),
        (0xA000, Script.Other), (0xA640, Script.Cyrillic), (0xA6A0, Script.Other), (0xA720, Script.Latin), (0xA800, Script.Other),
        (0xA8E0, Script.Devanagari), (0xA900, Script.Other), (0xA960, Script.Hangul), (0xA980, Script.Other), (0xAB00, Script.Indic),
        (0xAB30, Script.Latin), (0xAB70, Script.Other), (0xAC00, Script.Hangul), (0xD800, Script.Other), (0xF900, Script.Han),
        (0xFB00, Script.Latin), (0xFB13, Script.Armenian), (0xFB1D, Script.Hebrew), (0xFB50, Script.Arabic), (0xFE00, Script.Other),
        (0xFE70, Script.Arabic), (0xFF00, Script.Latin), (0xFF66, Script.Kana), (0xFFA0, Script.Hangul), (0xFFE0, Script.Other),
        (0x1B000, Script.Kana), (0x1B170, Script.Other), (0x1D400, Script.Latin), (0x1D800, Script.Other), (0x20000, Script.Han), (0x33480, Script.Other),
    ];

    /// <summary>The script of a letter, after folding.</summary>
    public static Script Of(int codePoint)
    {
        if (codePoint < 0x370) return Script.Latin;
        int low = 0, high = Ranges.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Ranges[middle].First <= codePoint) low = middle;
            else high = middle - 1;
        }
        return Ranges[low].Script;
    }
}
