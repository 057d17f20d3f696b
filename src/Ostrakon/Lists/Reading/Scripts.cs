namespace Ostrakon.Lists.Reading;

/// <summary>Tells Latin text from text in another script: official lists keep the two apart, or mix them in one field.</summary>
static class Scripts
{
    /// <summary>Whether no letter in the text is of another script than Latin.</summary>
    public static bool IsLatin(string text)
    {
        foreach (var c in text)
            if (c >= 0x0370 && c is not (>= '\u1e00' and <= '\u1eff') && char.IsLetter(c)) return false;
        return true;
    }
}
