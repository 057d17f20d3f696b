using System.Globalization;
using System.Text;

namespace Ostrakon.Names;

/// <summary>
/// Text without case, accents, compatibility forms and hidden characters, in its own script. By tables of this project, so that it
/// is the same on every machine; framework normalisation is not used. Safe to call from several threads.
/// </summary>
public static class Folding
{
    const int CommonEnd = 0x2000;

    static readonly Lazy<Forms> Common = new(() => Forms.Load("folding"));
    static readonly Lazy<Forms> Rare = new(() => Forms.Load("folding-rare"));

    /// <summary>
    /// The text in lower case, without marks that carry no sound, compatibility forms and hidden characters; other characters stay.
    /// Folding twice changes nothing. A lone surrogate becomes U+FFFD.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHidden(rune.Value)) continue;
            if (IsMark(rune.Value))
            {
                if (folded.Length > 0 && Compose(folded[^1], rune.Value) is var composed and not '\0') folded[^1] = composed;
                continue;
            }
            if (Of(rune.Value) is { } form) folded.Append(form);
            else if (rune.Value is >= 'A' and <= 'Z') folded.Append((char)(rune.Value | 0x20));
            else folded.Append(rune);
        }
        return folded.ToString();
    }

    /// <summary>What a character folds to; null where it is already folded. ASCII is left to the caller.</summary>
    internal static string? Of(int codePoint) => codePoint switch
    {
        < 0x80 => null,
        < CommonEnd => Common.Value.Folded(codePoint),
        >= 0xAC00 and <= 0xD7A3 => null,
        _ => Rare.Value.Folded(codePoint),
    };

    /// <summary>The spelling that keeps the sound of a Latin letter with a mark (ö: oe, š: sh); null where there is none.</summary>
    internal static string? Sounded(int codePoint) => codePoint is >= 0x80 and < CommonEnd ? Common.Value.SoundedForm(codePoint) : null;

    /// <summary>A Latin word with the sounded spelling of each letter that has one.</summary>
    internal static string SoundedWord(ReadOnlySpan<char> word)
    {
        var text = new StringBuilder(word.Length + 4);
        foreach (var rune in word.EnumerateRunes())
        {
            if (rune.Value == 0x308 && text.Length > 0) text.Append('e');
            else if (IsMark(rune.Value) || IsHidden(rune.Value)) continue;
            else if (rune.IsAscii)
            {
                if (Rune.IsLetterOrDigit(rune)) text.Append((char)Rune.ToLowerInvariant(rune).Value);
            }
            else text.Append(Sounded(rune.Value) ?? Of(rune.Value));
        }
        return text.ToString();
    }

    /// <summary>Zero-width, direction and format controls, variation selectors, soft hyphen, tatweel.</summary>
    internal static bool IsHidden(int codePoint) => codePoint switch
    {
        < 0xAD => false,
        0xAD or 0x34F or 0x61C or 0x640 or 0xFEFF or 0x3164 or 0xFFA0 => true,
        >= 0x115F and <= 0x1160 => true,
        >= 0x17B4 and <= 0x17B5 => true,
        >= 0x180B and <= 0x180F => true,
        >= 0x200B and <= 0x200F => true,
        >= 0x202A and <= 0x202E => true,
        >= 0x2060 and <= 0x206F => true,
        >= 0xFE00 and <= 0xFE0F => true,
        >= 0xFFF0 and <= 0xFFFB => true,
        >= 0xE0000 and <= 0xE0FFF => true,
        _ => false,
    };

    /// <summary>A mark that carries no sound of its own; vowel signs of Indic scripts are none.</summary>
    internal static bool IsMark(int codePoint) => codePoint switch
    {
        < 0x300 => false,
        <= 0x36F => true,
        >= 0x483 and <= 0x489 => true,
        >= 0x591 and <= 0x5C7 => true,
        >= 0x610 and <= 0x61A => true,
        >= 0x64B and <= 0x65F => true,
        0x670 => true,
        >= 0x6D6 and <= 0x6ED => CharUnicodeInfo.GetUnicodeCategory(codePoint) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark,
        >= 0x1AB0 and <= 0x1AFF => true,
        >= 0x1DC0 and <= 0x1DFF => true,
        >= 0x20D0 and <= 0x20FF => true,
        0x3099 or 0x309A => true,
        >= 0xFE20 and <= 0xFE2F => true,
        _ => false,
    };

    /// <summary>The letter that a base and a mark make where that is another letter (и and breve: й); else '\0'.</summary>
    internal static char Compose(char last, int mark) => (last, mark) switch
    {
        ('и', 0x306) => 'й', ('у', 0x306) => 'ў', ('е', 0x308) => 'ё', ('і', 0x308) => 'ї', ('г', 0x301) => 'ѓ', ('к', 0x301) => 'ќ',
        ('ι', 0x308) => 'ϊ', ('υ', 0x308) => 'ϋ',
        ('ا', 0x653) => 'آ', ('ا', 0x654) => 'أ', ('ا', 0x655) => 'إ', ('و', 0x654) => 'ؤ', ('ي', 0x654) => 'ئ',
        ( >= 'か' and <= 'ヽ', 0x3099) when Voices(last) => (char)(last + 1),
        ('ウ', 0x3099) => 'ヴ', ('う', 0x3099) => 'ゔ',
        ( >= 'は' and <= 'ほ' or >= 'ハ' and <= 'ホ', 0x309A) when (last - 'は') % 0x60 % 3 == 0 => (char)(last + 2),
        _ => '\0',
    };

    // Kana whose voiced form is the next code point.
    static bool Voices(char kana) => "かきくけこさしすせそたちつてとはひふへほ".Contains(kana >= 'ァ' ? (char)(kana - 0x60) : kana);

    sealed class Forms
    {
        readonly string?[] _low = new string?[CommonEnd];
        readonly string?[] _sounded = new string?[CommonEnd];
        readonly Dictionary<int, string> _high = [];

        public static Forms Load(string table)
        {
            var forms = new Forms();
            foreach (var line in TableFile.Lines(table))
            {
                var tab = line.IndexOf('\t');
                var codePoint = int.Parse(line.AsSpan(0, tab), NumberStyles.HexNumber);
                var second = line.IndexOf('\t', tab + 1);
                var folded = second < 0 ? line[(tab + 1)..] : line[(tab + 1)..second];
                if (codePoint >= CommonEnd) { forms._high[codePoint] = folded; continue; }
                forms._low[codePoint] = folded;
                if (second >= 0) forms._sounded[codePoint] = line[(second + 1)..];
            }
            return forms;
        }

        public string? Folded(int codePoint) => codePoint < CommonEnd ? _low[codePoint] : _high.GetValueOrDefault(codePoint);
        public string? SoundedForm(int codePoint) => _sounded[codePoint];
    }
}
