namespace Ostrakon.Names;

/// <summary>A word of running text with a key to compare it by. Immutable.</summary>
/// <param name="Start">Where it starts in the text, UTF-16.</param>
/// <param name="End">Where it ends, exclusive; a possessive ending is left out.</param>
/// <param name="Key">Equal for words that fold to the same letters: case, accents, apostrophes and invisible marks do not count.</param>
/// <param name="Shape">How it is written.</param>
/// <param name="Before">What stands between it and the word before.</param>
/// <param name="Possessive">Whether "'s" or a final apostrophe follows.</param>
public readonly record struct TextWord(int Start, int End, ulong Key, WordShape Shape, Gap Before, bool Possessive);

/// <summary>How a word is written.</summary>
public enum WordShape : byte
{
    /// <summary>It begins with a small letter.</summary>
    Lower,
    /// <summary>A capital, then small letters or nothing.</summary>
    Capital,
    /// <summary>Two or more letters, all capital.</summary>
    Upper,
    /// <summary>It begins with a capital and has another one inside ("McCain").</summary>
    Mixed,
    /// <summary>Digits, perhaps with letters.</summary>
    Number,
    /// <summary>A script without capitals.</summary>
    Caseless,
}

/// <summary>What stands between two words; a later value separates more.</summary>
public enum Gap : byte
{
    /// <summary>Nothing (a script without blanks), a hyphen, or the dot of an initial.</summary>
    Joined,
    /// <summary>Blanks.</summary>
    Blank,
    /// <summary>One line end: of a paragraph, or only of a printed line.</summary>
    Line,
    /// <summary>A comma.</summary>
    Comma,
    /// <summary>Quotes, brackets, dashes, slashes.</summary>
    Mark,
    /// <summary>The end of a sentence, a colon or a semicolon.</summary>
    Stop,
    /// <summary>An empty line, or the start of the text.</summary>
    Break,
}
