using System.Collections.Immutable;

namespace Ostrakon.Names;

/// <summary>A folded word of any script in Latin letters, by every scheme of its tables.</summary>
static class Romanizer
{
    static readonly Lazy<RuleTable> Greek = RuleTable.Later("greek"), Arabic = RuleTable.Later("arabic"), Hebrew = RuleTable.Later("hebrew"),
        Georgian = RuleTable.Later("georgian"), Armenian = RuleTable.Later("armenian"), Thai = RuleTable.Later("thai"),
        Kana = RuleTable.Later("kana"), ForeignKana = RuleTable.Later("kana-foreign"), Indic = RuleTable.Later("indic"),
        Burmese = RuleTable.Later("burmese"), Khmer = RuleTable.Later("khmer"), Ethiopic = RuleTable.Later("ethiopic");

    /// <summary>The spellings of a word, the main one first; at least one, each of a-z and 0-9 only.</summary>
    public static ImmutableArray<string> Spell(ReadOnlySpan<char> word, Script script, ReadOnlySpan<char> wholeName)
    {
        var spellings = new Spellings();
        Span<char> own = stackalloc char[word.Length];
        switch (script)
        {
            case Script.Cyrillic: spellings.AddAll(Cyrillic.Table(wholeName), word); break;
            case Script.Greek: spellings.AddAll(Greek.Value, word); break;
            case Script.Arabic: ArabicWord(word, ref spellings); break;
            case Script.Hebrew: spellings.AddAll(Hebrew.Value, WithGeresh(word, own)); break;
            case Script.Georgian: spellings.AddAll(Georgian.Value, word); break;
            case Script.Armenian: spellings.AddAll(Armenian.Value, word); break;
            case Script.Hangul: Hangul.Spell(word, ref spellings); break;
            case Script.Han: Han.Spell(word, HanStyle.Mandarin, ref spellings); break;
            case Script.Kana:
                for (var i = 0; i < word.Length; i++) own[i] = word[i] is >= 'ァ' and <= 'ヶ' ? (char)(word[i] - 0x60) : word[i];
                spellings.AddAll(Kana.Value, own);
                spellings.AddAll(ForeignKana.Value, own);
                break;
            case Script.Thai: spellings.AddAll(Thai.Value, LeadingVowelsBehind(word, own)); break;
            case Script.Devanagari: spellings.AddAll(Indic.Value, word); break;
            case Script.Indic: IndicWord(word, own, ref spellings); break;
        }
        if (spellings.Count == 0) spellings.Add(ByCodePoint(word, stackalloc char[word.Length * 4]));
        return spellings.ToArray();
    }

    // The article is part of the written word, and may as well be the first syllable of a foreign name: both ways.
    static void ArabicWord(ReadOnlySpan<char> word, ref Spellings spellings)
    {
        AsForeignAndNative(word, ref spellings);
        if (word.Length >= 5 && word.StartsWith("ال")) AsForeignAndNative(word[2..], ref spellings);
        // In Persian and Urdu these letters are all z.
        if (!word.ContainsAny('ض', 'ظ', 'ذ')) return;
        Span<char> persian = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++) persian[i] = word[i] is 'ض' or 'ظ' or 'ذ' ? 'ز' : word[i];
        AsForeignAndNative(persian, ref spellings);
    }

    // A consonant with a geresh is another consonant; pairs are too few to learn all of them with all their neighbours.
    static ReadOnlySpan<char> WithGeresh(ReadOnlySpan<char> word, Span<char> own)
    {
        var written = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var sound = i + 1 == word.Length || word[i + 1] != '\'' ? "" : word[i] switch { 'ג' or 'ז' => "j", 'צ' => "ch", 'ת' => "th", _ => "" };
            sound.CopyTo(own[written..]);
            written += sound.Length;
            if (sound.Length > 0) i++; else own[written++] = word[i];
        }
        return own[..written];
    }

    // The table was learned from names of all the world: it takes letters for p, v and g where an Arab name has b, f and j.
    static void AsForeignAndNative(ReadOnlySpan<char> word, ref Spellings spellings)
    {
        Span<char> spelling = stackalloc char[word.Length * 5];
        spelling = spelling[..Arabic.Value.Rewrite(word, 0, spelling)];
        spellings.Add(spelling);
        if (!word.Contains('پ')) spelling.Replace('p', 'b');
        spelling.Replace('v', 'f');
        if (!word.ContainsAny('گ', 'غ', 'ق')) spelling.Replace('g', 'j');
        spellings.Add(spelling);
    }

    // Unicode lays out the blocks from Devanagari to Malayalam alike, and Lao like Thai.
    static void IndicWord(ReadOnlySpan<char> word, Span<char> own, ref Spellings spellings)
    {
        switch (word[0])
        {
            case < '\u0D80':
                for (var i = 0; i < word.Length; i++) own[i] = word[i] is >= '\u0980' and < '\u0D80' ? (char)(0x900 | (word[i] & 0x7F)) : word[i];
                spellings.AddAll(Indic.Value, own);
                break;
            case >= '\u0E80' and < '\u0F00':
                for (var i = 0; i < word.Length; i++) own[i] = word[i] is >= '\u0E80' and < '\u0F00' ? (char)(word[i] - 0x80) : word[i];
                spellings.AddAll(Thai.Value, LeadingVowelsBehind(own, own));
                break;
            case >= '\u1000' and < '\u10A0': spellings.AddAll(Burmese.Value, word); break;
            case >= '\u1200' and < '\u13A0': spellings.AddAll(Ethiopic.Value, word); break;
            case >= '\u1780' and < '\u1800': spellings.AddAll(Khmer.Value, word); break;
        }
    }

    static ReadOnlySpan<char> LeadingVowelsBehind(ReadOnlySpan<char> word, Span<char> own)
    {
        word.CopyTo(own);
        for (var i = 0; i + 1 < own.Length; i++)
            if (own[i] is >= '\u0E40' and <= '\u0E44')
            {
                (own[i], own[i + 1]) = (own[i + 1], own[i]);
                i++;
            }
        return own;
    }

    // A script without a table: the code points, so that equal words stay equal and different ones differ.
    static ReadOnlySpan<char> ByCodePoint(ReadOnlySpan<char> word, Span<char> output)
    {
        var written = 0;
        foreach (var c in word)
            if (((int)c).TryFormat(output[written..], out var digits, "x4")) written += digits;
        return output[..written];
    }
}
