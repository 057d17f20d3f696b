using System.Collections.Immutable;

namespace Ostrakon.Names;

/// <summary>One word of a name, normalised. Immutable.</summary>
/// <param name="Text">The word in comparable form: folded, romanised, <c>a-z 0-9</c> only, never empty.</param>
/// <param name="Variants">Further romanisations where schemes differ, most usual first, without <paramref name="Text"/>.</param>
/// <param name="Skeleton">Phonetic key: the consonants that survive any romanisation; equal keys sound alike. May be empty.</param>
/// <param name="Role">What the word is in the name.</param>
/// <param name="Class">Equivalence class where the role has one: legal form ("llc"), number ("3"), title, given-name group ("alexander"); else null.</param>
/// <param name="Script">The script it was written in.</param>
/// <param name="Start">Where the word starts in the original text, UTF-16.</param>
/// <param name="Length">Its length there.</param>
public sealed record NameToken(
    string Text, ImmutableArray<string> Variants, string Skeleton, TokenRole Role, string? Class, Script Script, int Start, int Length);

/// <summary>One way to read a written name as words. Scripts without vowels or blanks can have several. Immutable.</summary>
/// <param name="Original">The name as written.</param>
/// <param name="Tokens">Its words in written order; empty where nothing in the text is a word.</param>
public sealed record NameReading(string Original, ImmutableArray<NameToken> Tokens);

/// <summary>What a word is in a name.</summary>
public enum TokenRole : byte
{
    /// <summary>A word that identifies.</summary>
    Name,
    /// <summary>A single letter standing for a name.</summary>
    Initial,
    /// <summary>al, bin, van, de, of, the, and: joins words and proves nothing.</summary>
    Particle,
    /// <summary>Dr, Sheikh, General, Mr: may be left out.</summary>
    Title,
    /// <summary>Ltd, GmbH, OOO: reduced to a class.</summary>
    LegalForm,
    /// <summary>A number, Roman or written out: contradicts a different one.</summary>
    Number,
}

/// <summary>What kind of name is being read: decides which tables apply.</summary>
public enum NameSort : byte
{
    /// <summary>Not known: every table applies, carefully.</summary>
    Any,
    /// <summary>A person.</summary>
    Person,
    /// <summary>A company, organisation or other legal entity.</summary>
    Organisation,
    /// <summary>A vessel or aircraft.</summary>
    Vessel,
}

/// <summary>Groups of scripts.</summary>
static class ScriptGroups
{
    /// <summary>Whether words of this script are compared by a romanisation.</summary>
    public static bool IsRomanised(this Script script) => script is not (Script.Latin or Script.Other);

    /// <summary>Whether a sign stands for a word or a syllable, so that another sign is another name even where it sounds alike.</summary>
    public static bool IsWrittenInSigns(this Script script) => script is Script.Han or Script.Hangul;
}

/// <summary>The script of a word.</summary>
public enum Script : byte
{
    /// <summary>No letters, or a script that has no table here.</summary>
    Other,
    /// <summary>As named.</summary>
    Latin,
    /// <summary>As named.</summary>
    Cyrillic,
    /// <summary>As named.</summary>
    Greek,
    /// <summary>As named.</summary>
    Arabic,
    /// <summary>As named.</summary>
    Hebrew,
    /// <summary>As named.</summary>
    Han,
    /// <summary>As named.</summary>
    Hangul,
    /// <summary>As named.</summary>
    Kana,
    /// <summary>As named.</summary>
    Thai,
    /// <summary>As named.</summary>
    Devanagari,
    /// <summary>As named.</summary>
    Georgian,
    /// <summary>As named.</summary>
    Armenian,
    /// <summary>Bengali, Tamil, Khmer, Burmese and other scripts with a table of their own.</summary>
    Indic,
}
